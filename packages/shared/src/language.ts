/** The languages of screens and mails; the first is the default. BCP 47 tags. */
export const languages = ['ca', 'es', 'en', 'cs'] as const
export type Language = (typeof languages)[number]

/** Each language in its own words, for a chooser. */
export const languageNames: Record<Language, string> = { ca: 'Català', es: 'Español', en: 'English', cs: 'Čeština' }

/**
 * The first language of ours that a list of wishes names, e.g. a stored choice and then the tags of
 * an Accept-Language header in the order written there; Catalan when none does.
 */
export function pickLanguage(...wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.trim().slice(0, 2).toLowerCase()
    const found = languages.find((language) => language === primary)
    if (found) return found
  }
  return languages[0]
}
