import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { answer, refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { ClientCell } from '../../i18n/client-cell.tsx'
import { useClientName } from '../../i18n/client-name.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { toast } from '../../ui/toaster.tsx'
import { EndOthersDialog } from './end-others-dialog.tsx'

type Session = Reply<'GET /api/sessions'>['sessions'][number]

/** Every open session of the person, this one marked, and the ways to end the others. */
export function SessionsCard() {
  const t = useTranslations('sessions')
  const { sessions } = useSuspenseQuery(answer('GET /api/sessions')).data
  const [asking, setAsking] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const { busy, problem, act } = useAct()
  const clientName = useClientName()

  const end = (session: Session) =>
    act(async () => {
      await call('DELETE /api/sessions/:sessionId', { params: { sessionId: session.id } })
      await refresh('GET /api/sessions')
      toast(t('ended'))
      title.current?.focus()
    })

  const columns: Column<Session>[] = [
    { id: 'browser', head: t('browser'), cell: (session) => <ClientCell client={session} chip={session.current && t('thisSession')} /> },
    { id: 'signedIn', head: t('signedIn'), cell: (session) => <When at={session.signedInAt} /> },
    { id: 'lastSeen', head: t('lastSeen'), cell: (session) => <When at={session.lastSeenAt} /> },
    { id: 'proof', head: t('proof'), cell: (session) => t(`proof-${session.assurance}`) },
    {
      id: 'actions',
      head: t('actions'),
      action: true,
      // this session is ended by signing out
      cell: (session) =>
        session.current ? null : (
          <Button busy={busy} aria-label={t('endNamed', { browser: clientName(session) })} onClick={() => end(session)}>
            {t('end')}
          </Button>
        ),
    },
  ]

  return (
    <>
      <Card
        title={t('title')}
        titleRef={title}
        note={t('note')}
        action={
          sessions.length > 1 ? (
            <Button look="danger" onClick={() => setAsking(true)}>
              {t('endOthers')}
            </Button>
          ) : undefined
        }
        wide={<DataTable name={t('title')} columns={columns} rows={sessions} />}
      >
        {problem ? <ProblemNotice problem={problem} /> : null}
      </Card>
      <EndOthersDialog
        open={asking}
        onClose={() => setAsking(false)}
        onDone={() => {
          setAsking(false)
          title.current?.focus()
        }}
      />
    </>
  )
}
