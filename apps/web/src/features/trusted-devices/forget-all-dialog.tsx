import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toaster.tsx'

type ForgetAllDialogProps = { open: boolean; count: number; onClose: () => void; onDone: () => void }

/** Asks before all devices are forgotten, and says what happens then. */
export function ForgetAllDialog({ open, count, onClose, onDone }: ForgetAllDialogProps) {
  const t = useTranslations('trusted-devices')
  const common = useTranslations('common')
  const { busy, problem, act } = useAct()
  const forgetAll = () =>
    act(async () => {
      await call('DELETE /api/trusted-devices')
      await refresh('GET /api/trusted-devices')
      toast(t('forgottenAll'))
      onDone()
    })
  return (
    <Dialog open={open} onClose={onClose} title={t('forgetAllTitle')}>
      <ProblemNotice problem={problem} />
      <p>{t('forgetAllText', { count })}</p>
      <Actions>
        <Button look="danger" busy={busy} onClick={forgetAll}>
          {t('forgetAll')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </Dialog>
  )
}
