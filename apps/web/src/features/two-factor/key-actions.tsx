import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { RenewCodes } from './renew-codes.tsx'
import { ShowKey } from './show-key.tsx'

type Open = 'key' | 'print' | 'codes'

/** What can be done while verification is on, each in its dialog. */
export function KeyActions({ recoveryCodesLeft }: { recoveryCodesLeft: number }) {
  const t = useTranslations('two-factor')
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <>
      <div className={text.row}>
        <Button onClick={() => setOpen('key')}>{t('showQr')}</Button>
        <Button onClick={() => setOpen('print')}>{t('printCopy')}</Button>
        <Button onClick={() => setOpen('codes')}>
          {t('codesTitle')} <Chip tone={recoveryCodesLeft <= 2 ? 'warn' : undefined}>{t('recoveryChip', { left: recoveryCodesLeft })}</Chip>
        </Button>
      </div>
      <Dialog open={open === 'key'} onClose={close} title={t('keyTitle')}>
        <ShowKey onClose={close} />
      </Dialog>
      <Dialog open={open === 'print'} onClose={close} title={t('keyPrintTitle')}>
        <ShowKey printFirst onClose={close} />
      </Dialog>
      <Dialog open={open === 'codes'} onClose={close} title={t('codesTitle')}>
        <RenewCodes left={recoveryCodesLeft} onClose={close} />
      </Dialog>
    </>
  )
}
