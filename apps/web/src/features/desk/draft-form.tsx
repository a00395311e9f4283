import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { type DeskRequest, isOvertaken, refreshRequests } from './desk.ts'

type Content = Pick<DeskRequest, 'subject' | 'service' | 'text'>
const contentOf = ({ subject = '', service = '', text = '' }: Record<string, string>): Content => ({
  subject: subject.trim(),
  service: service.trim(),
  text,
})

type DraftFormProps = { callId: string; contactId: string; onDone: () => void }

/** The change in the caller's words; sent, it appears in their client area at once. */
export function DraftForm({ callId, contactId, onDone }: DraftFormProps) {
  const t = useTranslations('desk')
  return (
    <ContentForm
      submit={t('sendToSign')}
      send={async (content) => {
        await call('POST /api/desk/calls/:callId/drafts', { params: { callId }, body: { contactId, ...content } })
        await refreshRequests()
        onDone()
      }}
    />
  )
}

type RedraftFormProps = { request: DeskRequest; onClose: () => void; onOvertaken: (problem: ApiProblem) => void }

/** Other words for what is not signed yet. */
export function RedraftForm({ request, onClose, onOvertaken }: RedraftFormProps) {
  const t = useTranslations('desk')
  return (
    <ContentForm
      content={request}
      submit={t('sendNewWords')}
      onClose={onClose}
      send={async (content) => {
        try {
          await call('POST /api/desk/requests/:requestId/draft', { params: { requestId: request.id }, body: content })
        } catch (error) {
          // signed or declined while the new words were being written
          if (!isOvertaken(error)) throw error
          onOvertaken(error)
        }
        await refreshRequests()
        onClose()
      }}
    />
  )
}

type ContentFormProps = { content?: Content; submit: string; onClose?: () => void; send: (content: Content) => Promise<unknown> }

function ContentForm({ content, submit, onClose, send }: ContentFormProps) {
  const t = useTranslations('desk')
  const common = useTranslations('common')
  const sentence = useFieldSentence()
  const subject = useRef<HTMLInputElement>(null)
  const form = useForm((values) => send(contentOf(values)), { required: ['subject', 'text'] })
  const wrong = (name: string) => ({ invalid: form.wrong(name).invalid, error: sentence(form.wrong(name).problem) })
  const isChange = content !== undefined
  useEffect(() => {
    if (isChange) subject.current?.focus()
  }, [isChange])
  return (
    <form {...form.formProps} className={text.stack}>
      <ProblemNotice problem={form.problem} />
      <Field
        ref={subject}
        label={t('subject')}
        name="subject"
        defaultValue={content?.subject}
        autoComplete="off"
        maxLength={120}
        {...wrong('subject')}
      />
      <Field
        label={t('service')}
        name="service"
        hint={t('serviceHint')}
        defaultValue={content?.service}
        autoComplete="off"
        maxLength={120}
        spellCheck={false}
        {...wrong('service')}
      />
      <TextArea
        label={t('words')}
        name="text"
        rows={4}
        hint={t('wordsHint')}
        defaultValue={content?.text}
        maxLength={5000}
        {...wrong('text')}
      />
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {submit}
        </Button>
        {onClose ? <Button onClick={onClose}>{common('cancel')}</Button> : null}
      </Actions>
    </form>
  )
}
