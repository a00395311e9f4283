import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput, RecoveryCodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'

type TurnOffDialogProps = { open: boolean; onClose: () => void; onDone: () => void }

/** Switches verification off after a fresh code or a recovery code, and says what that means. */
export function TurnOffDialog({ open, onClose, onDone }: TurnOffDialogProps) {
  const t = useTranslations('two-factor')
  return (
    <Dialog open={open} onClose={onClose} title={t('offTitle')}>
      <TurnOffForm onClose={onClose} onDone={onDone} />
    </Dialog>
  )
}

function TurnOffForm({ onClose, onDone }: Omit<TurnOffDialogProps, 'open'>) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const [proof, setProof] = useState<'code' | 'recoveryCode'>('code')
  const form = useForm(
    async ({ [proof]: typed = '' }) => {
      await call('POST /api/two-factor/off', { body: { [proof]: typed } })
      onDone()
      toast(t('turnedOff'))
      await refresh('GET /api/two-factor', 'GET /api/me', 'GET /api/trusted-devices', 'GET /api/sessions', 'GET /api/notices')
    },
    {
      required: [proof],
      refused: ({ code }) => {
        // another tab was faster
        if (code === 'verification-already-off') void refresh('GET /api/two-factor', 'GET /api/me')
        return false
      },
    },
  )
  return (
    <form {...form.formProps} className={text.stack}>
      <Notice tone="warn">
        <ul>
          <li>{t('offText')}</li>
          <li>{t('offDevices')}</li>
          <li>{t('offKey')}</li>
        </ul>
      </Notice>
      <ProblemNotice problem={form.problem} />
      {proof === 'code' ? <CodeInput form={form} /> : <RecoveryCodeInput form={form} label={t('recoveryCode')} />}
      <Button look="plain" onClick={() => setProof(proof === 'code' ? 'recoveryCode' : 'code')}>
        {t(proof === 'code' ? 'useRecoveryCode' : 'useCode')}
      </Button>
      <Actions>
        <Button type="submit" look="danger" busy={form.busy}>
          {t('offSubmit')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
