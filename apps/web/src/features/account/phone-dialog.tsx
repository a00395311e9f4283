import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { groupPhone } from '../../i18n/phone.ts'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { ProofForm } from '../../i18n/proof-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { toast } from '../../ui/toaster.tsx'

type PhoneDialogProps = { open: boolean; onClose: () => void }

/** A new phone number, or none, after a code, or the password where verification is off. */
export function PhoneDialog({ open, onClose }: PhoneDialogProps) {
  const t = useTranslations('account')
  return (
    <Dialog open={open} onClose={onClose} title={t('phoneTitle')}>
      <PhoneForm onClose={onClose} />
    </Dialog>
  )
}

function PhoneForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account')
  const sentence = useFieldSentence()
  const me = useMe()
  const proof = proofOf(me)
  const form = useForm(
    async ({ phone = '', [proof]: typed = '' }) => {
      const { endedSessions } = await call('POST /api/me/phone', { body: { phone, [proof]: typed } })
      await refresh('GET /api/me', 'GET /api/sessions')
      toast(t('phoneChanged', { count: endedSessions }))
      onClose()
    },
    { required: [proof] },
  )
  const { invalid, problem } = form.wrong('phone')
  return (
    <ProofForm form={form} submit={t('phoneSubmit')} onCancel={onClose} intro={t('phoneText')}>
      <Field
        label={t('newPhone')}
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={groupPhone(me.contact.phone)}
        hint={t('phoneHint')}
        invalid={invalid}
        error={sentence(problem)}
      />
    </ProofForm>
  )
}
