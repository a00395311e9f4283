import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import type { Reply } from '../../api/call.ts'
import { answer } from '../../api/query-client.ts'
import { OnDay } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import css from './company.module.css'

type Leaver = Reply<'GET /api/leavers'>['leavers'][number]

/** Those who have left, the last one first, each with what ended and what is still to be looked at. */
export function LeaversView() {
  const t = useTranslations('company')
  const { leavers } = useSuspenseQuery(answer('GET /api/leavers')).data
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])

  if (leavers.length === 0)
    return (
      <Card title={t('leaversNone')}>
        <p className={text.soft}>
          {t('leaversHow')} <Link to={paths.contacts()}>{t('toContacts')}</Link>
        </p>
      </Card>
    )
  return leavers.map((leaver) => (
    <div key={leaver.id} id={leaver.id}>
      <Report leaver={leaver} />
    </div>
  ))
}

function Report({ leaver }: { leaver: Leaver }) {
  const t = useTranslations('company')
  const ended = [
    t('endedSessions', { count: leaver.endedSessions }),
    t('forgottenDevices', { count: leaver.forgottenDevices }),
    t(leaver.hadVerification ? 'keyRetired' : 'noKey'),
    t('withdrawnRequests', { count: leaver.withdrawnRequests }),
    t(leaver.hadPhone ? 'phoneGone' : 'noPhone'),
  ]
  const toLookAt = [
    leaver.apiContacts.length > 0 && t('lookApi', { names: leaver.apiContacts.join(', ') }),
    leaver.keysSeen.length > 0 && t('lookKeys', { names: leaver.keysSeen.join(', ') }),
  ].filter((line) => line !== false)
  return (
    <Card
      title={leaver.name}
      note={
        <>
          {leaver.email} · {t.rich('leftOn', { by: leaver.by, day: () => <OnDay key="day" at={leaver.at} /> })}
        </>
      }
    >
      <ul className={css.report}>
        {ended.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {toLookAt.length > 0 ? (
        <div className={css.check}>
          <Notice tone="warn">
            <p>{t('toLookAt')}</p>
            <ul>
              {toLookAt.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </Card>
  )
}
