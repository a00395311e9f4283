import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { ProofForm } from '../../i18n/proof-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
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
  const proof = proofOf(useMe())
  const form = useForm(
    async ({ [proof]: typed = '' }) => {
      const { ended } = await call('POST /api/sessions/end-others', { body: { [proof]: typed } })
      await refresh('GET /api/sessions')
      toast(t('endedOthers', { count: ended }))
      onDone()
    },
    { required: [proof] },
  )
  return <ProofForm form={form} intro={t('endOthersText')} submit={t('endOthers')} look="danger" onCancel={onClose} />
}
