import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Steps } from '../../ui/steps.tsx'
import { ChooseAppStep } from './choose-app-step.tsx'
import type { Confirmed, Enrolment } from './enrolment.ts'
import { KeepCopyStep } from './keep-copy-step.tsx'
import { ScanStep } from './scan-step.tsx'

type WizardProps = { passwordNeeded: boolean; onClose: () => void }

/** Switches verification on in three steps; leaving it before the code is confirmed changes nothing. */
export function Wizard({ passwordNeeded, onClose }: WizardProps) {
  const t = useTranslations('two-factor')
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [confirmed, setConfirmed] = useState<Confirmed>()
  const step = confirmed ? 2 : enrolment ? 1 : 0
  return (
    <>
      <Steps labels={[t('stepApp'), t('stepScan'), t('stepCopy')]} now={step} />
      {!enrolment ? (
        <ChooseAppStep passwordNeeded={passwordNeeded} onStarted={setEnrolment} onCancel={onClose} />
      ) : confirmed ? (
        <KeepCopyStep secret={enrolment} confirmed={confirmed} onDone={onClose} />
      ) : (
        <ScanStep enrolment={enrolment} onConfirmed={setConfirmed} onStartAgain={() => setEnrolment(undefined)} onCancel={onClose} />
      )}
    </>
  )
}
