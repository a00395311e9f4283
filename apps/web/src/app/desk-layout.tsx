import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { useMe } from '../api/session.ts'
import { DeskLive } from '../features/desk/desk-live.ts'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** Around the desk's pages; what others change appears on them by itself. Anybody else reads that it is not for them. */
export function DeskLayout() {
  const t = useTranslations('desk')
  const common = useTranslations('common')
  if (!useMe().staff)
    return (
      <div className={text.stack}>
        <Heading>{t('staffOnlyTitle')}</Heading>
        <p>{t('staffOnly')}</p>
        <Link to={paths.home()} className={buttonClass('primary')}>
          {common('goHome')}
        </Link>
      </div>
    )
  return (
    <>
      <DeskLive />
      <Suspense>
        <Outlet />
      </Suspense>
    </>
  )
}
