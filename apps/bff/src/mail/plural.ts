import type { Language } from '@porta/shared'

type Forms = { [K in Intl.LDMLPluralRule]?: string } & { other: string }

/** Picks the form that a number asks for in a language and puts the number in the place of `#`. */
export function pluralsOf(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count))
}
