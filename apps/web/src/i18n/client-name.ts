import { useTranslations } from 'use-intl/react'

/** Names a browser the way a person would: "Firefox on Linux", with a word for what is not known. */
export function useClientName(): (client: { browser: string; system: string }) => string {
  const t = useTranslations('common')
  return ({ browser, system }) => {
    const name = browser || t('unknownBrowser')
    return system ? t('browserOnSystem', { browser: name, system }) : name
  }
}
