import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Link, NavLink } from '../link.tsx'
import { paths } from '../paths.ts'
import { BrandMark, brandClass } from '../ui/brand.tsx'
import css from './shell.module.css'

type FrameProps = { person: ReactNode; customer?: boolean; admin?: boolean; desk?: boolean; children: ReactNode }

/** The frame of the client area: skip link, top bar with what `person` may do (a customer makes requests, an admin also manages the company, the desk has pages of its own), and the page. */
export function Frame({ person, customer = false, admin = false, desk = false, children }: FrameProps) {
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
          {desk ? <DeskLinks /> : <NavLink to={paths.home()}>{t('home')}</NavLink>}
          {customer ? (
            <NavLink to={paths.requests()} under={[`${paths.requests()}/`]}>
              {t('requests')}
            </NavLink>
          ) : null}
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

function DeskLinks() {
  const t = useTranslations('shell')
  return (
    <>
      <NavLink to={paths.desk()}>{t('deskCall')}</NavLink>
      <NavLink to={paths.deskRequests()} under={[`${paths.deskRequests()}/`]}>
        {t('deskRequests')}
      </NavLink>
      <NavLink to={paths.deskCases()} under={[`${paths.deskCases()}/`]}>
        {t('deskCases')}
      </NavLink>
    </>
  )
}
