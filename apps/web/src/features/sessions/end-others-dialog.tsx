import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'

type EndOthersDialogProps = { open: boolean; onClose: () => void; onDone: () => void }

/** Ends all sessions but this one, after a code, or the password where verification is off. */
export function EndOthersDialog({ open, onClose, onDone }: EndOthersDialogProps) {
  const t = useTranslations('sessions')
  return (
    <Dialog open={open} onClose={onClose} title={t('endOthersTitle')}>
      <EndOthersForm onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

function EndOthersForm({ onClose, onDone }: Omit<EndOthersDialogProps, 'open'>) {
  const t = useTranslations('sessions')
  const common = useTranslations('common')
  const { contact, verification } = useMe()
  const proof = verification === 'on' ? 'code' : 'password'
  const form = useForm(
    async ({ [proof]: typed = '' }) => {
      const { ended } = await call('POST /api/sessions/end-others', { body: { [proof]: typed } })
      await refresh('GET /api/sessions')
      toast(t('endedOthers', { count: ended }))
      onDone()
    },
    { required: [proof] },
  )
  return (
    <form {...form.formProps} className={text.stack}>
      <ProblemNotice problem={form.problem} />
      <p>{t('endOthersText')}</p>
      {proof === 'code' ? <CodeInput form={form} /> : <PasswordInput form={form} username={contact.email} />}
      <Actions>
        <Button type="submit" look="danger" busy={form.busy}>
          {t('endOthers')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
