import { useTranslations } from 'use-intl/react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import type { Confirmed } from './enrolment.ts'
import { KeyCopies } from './key-copies.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import type { SecretKey } from './secret-key.tsx'
import { StepTitle } from './step-title.tsx'
import css from './two-factor.module.css'

type KeepCopyStepProps = { secret: SecretKey; confirmed: Confirmed; onDone: () => void }

/** Step 3: verification is on; keep the key and the recovery codes for the day the phone is lost. */
export function KeepCopyStep({ secret, confirmed, onDone }: KeepCopyStepProps) {
  const t = useTranslations('two-factor')
  return (
    <div className={text.stack}>
      <StepTitle>{t('doneTitle')}</StepTitle>
      <Notice tone="good" role="status">
        <p>{t('endedSessions', { count: confirmed.endedSessions })}</p>
        <p>{t('nextCode')}</p>
      </Notice>
      <section className={css.part}>
        <h3>{t('copyTitle')}</h3>
        <p className={text.soft}>{t('copyText')}</p>
        <KeyCopies secret={secret} />
      </section>
      <section className={css.part}>
        <h3>{t('recoveryTitle')}</h3>
        <RecoveryCodes codes={confirmed.recoveryCodes} />
      </section>
      <Button look="primary" onClick={onDone}>
        {t('done')}
      </Button>
    </div>
  )
}
