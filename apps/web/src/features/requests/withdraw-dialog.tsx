import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toaster.tsx'
import { refreshRequests } from './request.ts'

type Props = { requestId: string; open: boolean; onClose: () => void }

/** Asks before a request is taken back, which cannot be undone. */
export function WithdrawDialog({ requestId, open, onClose }: Props) {
  const t = useTranslations('requests')
  const common = useTranslations('common')
  const { busy, problem, act } = useAct()
  const withdraw = () =>
    act(async () => {
      await call('POST /api/requests/:requestId/withdraw', { params: { requestId } })
      onClose()
      toast(t('withdrawn'))
      await refreshRequests()
      // the button that opened the question is gone
      document.getElementById('main')?.focus({ preventScroll: true })
    })
  return (
    <Dialog open={open} onClose={onClose} title={t('withdrawTitle')}>
      <ProblemNotice problem={problem} />
      <p>{t('withdrawText')}</p>
      <Actions>
        <Button look="danger" busy={busy} onClick={withdraw}>
          {t('withdrawSubmit')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </Dialog>
  )
}
