import { languageNames, languages } from '@porta/shared'
import { Outlet, useLocation } from 'react-router'
import { useLocale, useTranslations } from 'use-intl/react'
import { chooseLanguage } from '../i18n/i18n.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { BrandMark, brandClass } from '../ui/brand.tsx'
import css from './auth-layout.module.css'

/** Around the pages before sign-in: the brand above the card, the languages below. */
export function AuthLayout() {
  return (
    <main className={css.page}>
      <div>
        <div className={css.brand}>
          <Link to={paths.signIn()} className={brandClass}>
            <BrandMark /> Porta
          </Link>
        </div>
        <div className={css.card}>
          <Outlet />
        </div>
        <Languages />
      </div>
    </main>
  )
}

function Languages() {
  const t = useTranslations('common')
  const current = useLocale()
  const { pathname, search } = useLocation()
  return (
    <nav aria-label={t('language')}>
      <ul className={css.languages}>
        {languages.map((language) => {
          const query = new URLSearchParams(search)
          query.set('lang', language)
          return (
            <li key={language}>
              {language === current ? (
                <span lang={language} aria-current="true">
                  {languageNames[language]}
                </span>
              ) : (
                <a
                  href={`${pathname}?${query}`}
                  lang={language}
                  hrefLang={language}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return
                    event.preventDefault()
                    void chooseLanguage(language)
                  }}
                >
                  {languageNames[language]}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
