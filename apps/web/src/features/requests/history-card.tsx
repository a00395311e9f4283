import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { useDate } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import { type Entry, type Request, refreshRequests } from './request.ts'
import css from './requests.module.css'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What happened so far, oldest first, with the messages in between; and what the person can still do. */
export function HistoryCard({ request }: { request: Request }) {
  const t = useTranslations('requests')
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <Card title={t('history')}>
      <ol className={css.history}>
        {request.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {request.mayWrite ? <MessageForm requestId={request.id} /> : null}
      {request.mayWithdraw ? (
        <p className={css.withdraw}>
          <Button look="danger" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        </p>
      ) : null}
      <WithdrawDialog requestId={request.id} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </Card>
  )
}

function EntryRow({ entry }: { entry: Entry }) {
  const t = useTranslations('requests')
  const date = useDate()
  const { at, kind, by, fromDesk, assurance } = entry
  const who = fromDesk ? [t('desk'), by] : [by]
  const how = kind !== 'signed' && assurance !== null ? t(`session-${assurance}`) : ''
  return (
    <li>
      <b>{t(`entry-${kind}`)}</b>
      <span className={`${text.soft} ${text.small}`}>
        {[...who, how].filter(Boolean).join(' · ')}
        {who.some(Boolean) || how ? ' · ' : ''}
        <time dateTime={new Date(at).toISOString()}>{date(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
      </span>
      {entry.text ? <p className={css.asWritten}>{entry.text}</p> : null}
    </li>
  )
}

function MessageForm({ requestId }: { requestId: string }) {
  const t = useTranslations('requests')
  const sentence = useFieldSentence()
  const [sent, setSent] = useState(0)
  const form = useForm(
    async ({ text: words = '' }) => {
      await call('POST /api/requests/:requestId/messages', { params: { requestId }, body: { text: words.trim() } })
      await refreshRequests()
      setSent(sent + 1)
      toast(t('written'))
    },
    { required: ['text'] },
  )
  const { invalid, problem } = form.wrong('text')
  return (
    <form {...form.formProps} className={`${text.stack} ${css.write}`}>
      <ProblemNotice problem={form.problem} />
      {/* empty again once it was sent */}
      <TextArea
        key={sent}
        label={t('write')}
        hint={t('writeHint')}
        name="text"
        rows={3}
        maxLength={2000}
        invalid={invalid}
        error={sentence(problem)}
      />
      <Button type="submit" busy={form.busy}>
        {t('writeSubmit')}
      </Button>
    </form>
  )
}
