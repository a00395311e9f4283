import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Link, NavLink } from '../link.tsx'
import { paths } from '../paths.ts'
import { BrandMark, brandClass } from '../ui/brand.tsx'
import css from './shell.module.css'

/** The frame of the client area: skip link, top bar with what `person` may do (an admin also manages the company), and the page. */
export function Frame({ person, admin = false, children }: { person: ReactNode; admin?: boolean; children: ReactNode }) {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  return (
    <>
      <a href="#main" className={css.skip}>
        {common('skip')}
      </a>
      <header className={css.top}>
        <Link to={paths.home()} className={brandClass}>
          <BrandMark /> <span className={css.wide}>Porta</span>
        </Link>
        <nav className={css.nav} aria-label={t('mainNav')}>
          <NavLink to={paths.home()}>{t('home')}</NavLink>
          {admin ? (
            <NavLink to={paths.contacts()} under={['/contacts/', '/company/', '/programs/']}>
              {t('contacts')}
            </NavLink>
          ) : null}
          <NavLink to={paths.help()}>{t('help')}</NavLink>
        </nav>
        <div className={css.person}>{person}</div>
      </header>
      <main id="main" tabIndex={-1} className={css.main}>
        {children}
      </main>
    </>
  )
}
