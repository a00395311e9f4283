import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { answer } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { CodeForm } from '../../i18n/act-form.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import css from './desk.module.css'
import type { DeskRequest } from './desk.ts'

/** Does an act on the request; one that came too late is said above the page. */
export type Attempt = (does: () => Promise<unknown>) => Promise<unknown>
type WorkProps = { request: DeskRequest; attempt: Attempt }

/** What the desk does with a signed request: who has it, and how it ends. */
export function WorkCard({ request, attempt }: WorkProps) {
  const t = useTranslations('desk')
  const { state, signature } = request
  const { busy, problem, act } = useAct()
  // what was on the screen when the question was asked; if it changes meanwhile, the server refuses
  const [asking, setAsking] = useState<{ to: 'done' | 'refused'; digest: string }>()
  if (state !== 'sent' && state !== 'in-progress' && state !== 'to-sign') return null

  const isSigned = state !== 'to-sign'
  const mayWork = isSigned && signature === 'valid'
  const send = (to: 'in-progress' | 'done' | 'refused', digest: string, more: { reason?: string; code?: string } = {}) =>
    attempt(async () => {
      await call('POST /api/desk/requests/:requestId/state', { params: { requestId: request.id }, body: { state: to, digest, ...more } })
      toast(t(`nowIs-${to}`))
    })
  const ask = (to: 'done' | 'refused') => setAsking({ to, digest: request.digest })
  const close = () => setAsking(undefined)
  return (
    <Card title={t('work')}>
      <div className={text.stack}>
        <ProblemNotice problem={problem} />
        <Assignment request={request} attempt={attempt} />
        {isSigned ? (
          <div className={text.row}>
            {state === 'sent' && mayWork ? (
              <Button look="primary" busy={busy} onClick={() => act(() => send('in-progress', request.digest))}>
                {t('start')}
              </Button>
            ) : null}
            {mayWork ? (
              <Button look={state === 'in-progress' ? 'primary' : []} onClick={() => ask('done')}>
                {t('done')}
              </Button>
            ) : null}
            <Button look="danger" onClick={() => ask('refused')}>
              {t('refuse')}
            </Button>
          </div>
        ) : null}
      </div>
      <Dialog open={asking !== undefined} onClose={close} title={asking ? t(`question-${asking.to}`) : ''}>
        {asking ? (
          <CodeForm
            danger={asking.to === 'refused'}
            intro={t(`meaning-${asking.to}`)}
            submit={t(asking.to === 'done' ? 'done' : 'refuse')}
            required={asking.to === 'refused' ? ['reason'] : []}
            onClose={close}
            send={async (code, { reason = '' }) => {
              await send(asking.to, asking.digest, { code, ...(reason && { reason }) })
              close()
            }}
          >
            {(form) => (asking.to === 'refused' ? <Reason {...form.wrong('reason')} /> : null)}
          </CodeForm>
        ) : null}
      </Dialog>
    </Card>
  )
}

type Wrong = Parameters<ReturnType<typeof useFieldSentence>>[0]

function Reason({ invalid, problem }: { invalid: boolean; problem?: Wrong }) {
  const t = useTranslations('desk')
  const sentence = useFieldSentence()
  return (
    <TextArea
      label={t('refusalReason')}
      name="reason"
      rows={3}
      hint={t('customerReads')}
      maxLength={2000}
      invalid={invalid}
      error={sentence(problem)}
    />
  )
}

function Assignment({ request, attempt }: WorkProps) {
  const t = useTranslations('desk')
  const me = useMe()
  const staff = useQuery(answer('GET /api/desk/staff')).data?.staff ?? []
  const [chosen, setChosen] = useState<string>()
  const select = useRef<HTMLSelectElement>(null)
  const now = request.assignedToId ?? ''
  const to = chosen ?? now
  const { busy, problem, act } = useAct()
  const give = (whom: string) =>
    act(async () => {
      await attempt(() =>
        call('POST /api/desk/requests/:requestId/assignment', { params: { requestId: request.id }, body: { to: whom || null } }),
      )
      setChosen(undefined)
      // the button is gone, or another
      select.current?.focus()
    })
  // somebody who has left the desk since
  const isUnknown = request.assignedToId !== null && !staff.some(({ id }) => id === request.assignedToId)
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className={css.assign}>
        <Select ref={select} label={t('assignedTo')} value={to} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{t('assigned-nobody')}</option>
          {isUnknown ? <option value={request.assignedToId ?? ''}>{request.assignedTo}</option> : null}
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        {to === now ? (
          request.assignedToId === me.contact.id ? null : (
            <Button busy={busy} onClick={() => give(me.contact.id)}>
              {t('assignToMe')}
            </Button>
          )
        ) : (
          <Button busy={busy} onClick={() => give(to)}>
            {t('assign')}
          </Button>
        )}
      </div>
    </>
  )
}
