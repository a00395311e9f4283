import { Suspense, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { isAdmin, useMe } from '../api/session.ts'
import { CareNotice } from '../features/notices/care-notice.tsx'
import { Link, NavLink } from '../link.tsx'
import { paths } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'
import css from './company-layout.module.css'

/** The company's pages, for its admins, below a list of them. */
export function CompanyLayout() {
  const t = useTranslations('shell')
  const common = useTranslations('common')
  const me = useMe()
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)

  // on a phone the list scrolls sideways; the page one is on should be in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page changes
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])

  if (!isAdmin(me))
    return (
      <div className={text.stack}>
        <Heading>{t('adminsOnlyTitle')}</Heading>
        <p>{t('adminsOnly')}</p>
        <Link to={paths.home()} className={buttonClass('primary')}>
          {common('goHome')}
        </Link>
      </div>
    )
  return (
    <>
      <nav ref={nav} className={css.nav} aria-label={t('companyNav')}>
        <NavLink to={paths.contacts()} under={['/contacts/', '/programs/']}>
          {t('contacts')}
        </NavLink>
        <NavLink to={paths.board()} under={[paths.companyCases()]}>
          {t('board')}
        </NavLink>
        <NavLink to={paths.companyActivity()}>{t('companyActivity')}</NavLink>
        <NavLink to={paths.leavers()}>{t('leavers')}</NavLink>
      </nav>
      <CareNotice me={me} />
      <Suspense>
        <Outlet />
      </Suspense>
    </>
  )
}
