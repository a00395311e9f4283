import { Suspense, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { NavLink } from '../link.tsx'
import { paths } from '../paths.ts'
import css from './shell.module.css'

/** The account: its pages beside their list. */
export function AccountLayout() {
  const t = useTranslations('shell')
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)

  // on a phone the list scrolls sideways; the page one is on should be in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page changes
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])

  return (
    <div className={css.withSide}>
      <nav ref={nav} className={css.side} aria-label={t('accountNav')}>
        <NavLink to={paths.account()}>{t('details')}</NavLink>
        <NavLink to={paths.twoFactor()}>{t('twoFactor')}</NavLink>
        <NavLink to={paths.sessions()}>{t('sessions')}</NavLink>
        <NavLink to={paths.password()}>{t('password')}</NavLink>
        <NavLink to={paths.activity()}>{t('activity')}</NavLink>
      </nav>
      <div>
        <Suspense>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
