import { type Language, languageNames, languages } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import { Select } from '../../ui/select.tsx'

/** The language in which a contact is written to and sees the screens, each in its own words. */
export function LanguageSelect({ language }: { language: Language }) {
  const t = useTranslations('contacts')
  return (
    <Select label={t('languageOfBoth')} name="language" defaultValue={language}>
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </Select>
  )
}
