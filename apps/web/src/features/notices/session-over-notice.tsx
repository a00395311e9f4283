import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl/react'
import { isSessionOver, watchSessionOver } from '../../api/session-over.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import css from './notices.module.css'

/** The session has ended, and what was typed is still there: another tab signs in, and then it can be sent. */
export function SessionOverNotice() {
  const t = useTranslations('notices')
  if (!useSyncExternalStore(watchSessionOver, isSessionOver)) return null
  return (
    <div className={css.care}>
      <Notice tone="bad" role="alert">
        <b>{t('sessionOverTitle')}</b>
        <p>{t('sessionOverText')}</p>
        <p>
          <a href={paths.signIn()} target="_blank" rel="noreferrer">
            {t('sessionOverSignIn')}
          </a>
        </p>
      </Notice>
    </div>
  )
}
