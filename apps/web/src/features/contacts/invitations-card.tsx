import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { answer, refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './contacts.module.css'

type Invitation = Reply<'GET /api/invitations'>['invitations'][number]

/** The invitations that nobody has accepted yet; without any there is no card. */
export function InvitationsCard() {
  const t = useTranslations('contacts')
  const invitations = useQuery(answer('GET /api/invitations')).data?.invitations ?? []
  const title = useRef<HTMLHeadingElement>(null)
  const { busy, problem, act } = useAct()

  const resend = ({ id: invitationId, email }: Invitation) =>
    act(async () => {
      await call('POST /api/invitations/:invitationId/resend', { params: { invitationId } })
      toast(t('invited', { email }))
      await refresh('GET /api/invitations')
    })
  const withdraw = ({ id: invitationId }: Invitation) =>
    act(async () => {
      await call('DELETE /api/invitations/:invitationId', { params: { invitationId } })
      toast(t('withdrawn'))
      await refresh('GET /api/invitations')
      title.current?.focus()
    })

  if (invitations.length === 0) return null
  const columns: Column<Invitation>[] = [
    {
      id: 'name',
      head: t('name'),
      cell: ({ name, email }) => (
        <div className={text.tight}>
          <b>{name}</b>
          <span className={`${text.soft} ${text.small}`}>{email}</span>
        </div>
      ),
    },
    { id: 'role', head: t('role'), plain: true, cell: ({ role }) => <Chip>{t(`role-${role}`)}</Chip> },
    { id: 'by', head: t('invitedBy'), cell: ({ by }) => by },
    {
      id: 'expires',
      head: t('expires'),
      cell: ({ expiresAt }) => (expiresAt > Date.now() ? <When at={expiresAt} /> : <Chip tone="warn">{t('expired')}</Chip>),
    },
    {
      id: 'actions',
      head: t('actions'),
      action: true,
      below: true,
      cell: (invitation) => (
        <div className={css.actions}>
          <Button busy={busy} aria-label={t('resendTo', { name: invitation.name })} onClick={() => resend(invitation)}>
            {t('resend')}
          </Button>
          <Button look="danger" busy={busy} aria-label={t('withdrawFrom', { name: invitation.name })} onClick={() => withdraw(invitation)}>
            {t('withdraw')}
          </Button>
        </div>
      ),
    },
  ]
  return (
    <Card
      title={t('invitations')}
      titleRef={title}
      note={t('invitationsNote')}
      wide={<DataTable name={t('invitations')} columns={columns} rows={invitations} />}
    >
      {problem ? <ProblemNotice problem={problem} /> : null}
    </Card>
  )
}
