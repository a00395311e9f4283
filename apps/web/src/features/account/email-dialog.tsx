import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { ProofForm } from '../../i18n/proof-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'

type EmailDialogProps = { open: boolean; onClose: () => void }

/** The first step of a new e-mail address: the address, proved by the person; a code is mailed to it. */
export function EmailDialog({ open, onClose }: EmailDialogProps) {
  const t = useTranslations('account')
  return (
    <Dialog open={open} onClose={onClose} title={t('emailTitle')}>
      <EmailForm onClose={onClose} />
    </Dialog>
  )
}

function EmailForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account')
  const sentence = useFieldSentence()
  const proof = proofOf(useMe())
  const form = useForm(
    async ({ email = '', [proof]: typed = '' }) => {
      await call('POST /api/me/email', { body: { email, [proof]: typed } })
      await refresh('GET /api/notices')
      onClose()
    },
    { required: ['email', proof] },
  )
  const { invalid, problem } = form.wrong('email')
  return (
    <ProofForm form={form} submit={t('emailSubmit')} onCancel={onClose} intro={t('emailText')}>
      <Field
        label={t('newEmail')}
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        invalid={invalid}
        error={sentence(problem)}
      />
    </ProofForm>
  )
}
