import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import css from './desk.module.css'
import { type DeskRequest, refreshRequests } from './desk.ts'

const ends = ['done', 'refused', 'withdrawn', 'lapsed']

/** What happened to a request, with the messages to and fro, and the way to write another. */
export function RequestHistory({ request }: { request: DeskRequest }) {
  const t = useTranslations('desk')
  return (
    <Card
      title={t('history')}
      wide={
        <ol className={css.history} aria-label={t('history')}>
          {request.entries.map(({ id, at, kind, by, fromDesk, text: said, assurance }) => (
            <li key={id}>
              <span>
                {t(`entry-${kind}`, { by })}
                {assurance && kind !== 'lapsed' && !fromDesk ? <span className={text.soft}> · {t(`assurance-${assurance}`)}</span> : null}
              </span>
              <When at={at} />
              {said ? <p className={classNames(css.said, fromDesk && css.fromDesk)}>{said}</p> : null}
            </li>
          ))}
        </ol>
      }
    >
      {ends.includes(request.state) ? null : <MessageForm requestId={request.id} />}
    </Card>
  )
}

function MessageForm({ requestId }: { requestId: string }) {
  const t = useTranslations('desk')
  const sentence = useFieldSentence()
  const words = useRef<HTMLTextAreaElement>(null)
  const form = useForm(
    async ({ text: typed = '' }) => {
      await call('POST /api/desk/requests/:requestId/messages', { params: { requestId }, body: { text: typed } })
      if (words.current) words.current.value = ''
      toast(t('messageSent'))
      await refreshRequests()
    },
    { required: ['text'] },
  )
  return (
    <form {...form.formProps} className={css.write}>
      <ProblemNotice problem={form.problem} />
      <TextArea
        ref={words}
        label={t('message')}
        name="text"
        rows={3}
        hint={t('messageHint')}
        maxLength={2000}
        invalid={form.wrong('text').invalid}
        error={sentence(form.wrong('text').problem)}
      />
      <Button type="submit" busy={form.busy}>
        {t('sendMessage')}
      </Button>
    </form>
  )
}
