import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { isKnownSignedIn } from '../api/session.ts'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'
import { Frame } from './top-bar.tsx'

/** Around the help, which anybody may read: with the person's own bar if one is known here, else with a way to sign in. */
export function HelpLayout() {
  const t = useTranslations('shell')
  if (isKnownSignedIn()) return <SignedInLayout />
  return (
    <Frame
      person={
        <Link to={paths.signIn()} className={buttonClass()}>
          {t('signIn')}
        </Link>
      }
    >
      <Suspense>
        <Outlet />
      </Suspense>
    </Frame>
  )
}
