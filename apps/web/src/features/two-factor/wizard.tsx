import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { Steps } from '../../ui/steps.tsx'
import { ChooseAppStep } from './choose-app-step.tsx'
import type { Confirmed, Enrolment, TwoFactorState } from './enrolment.ts'
import { KeepCopyStep } from './keep-copy-step.tsx'
import { ScanStep } from './scan-step.tsx'

type WizardProps = { passwordNeeded: boolean; soapUse: TwoFactorState['soapUse']; onClose: () => void }

const refreshOwn = () => refresh('GET /api/two-factor', 'GET /api/me')

/** Switches verification on in three steps; leaving it before the code is confirmed changes nothing. */
export function Wizard({ passwordNeeded, soapUse, onClose }: WizardProps) {
  const t = useTranslations('two-factor')
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [confirmed, setConfirmed] = useState<Confirmed>()
  const confirm =
    ({ enrolmentId }: Enrolment) =>
    async (code: string) => {
      setConfirmed(await call('POST /api/two-factor/enrolment/confirm', { body: { enrolmentId, code } }))
      await Promise.all([refreshOwn(), refresh('GET /api/sessions', 'GET /api/trusted-devices', 'GET /api/notices')])
    }
  const step = confirmed ? 2 : enrolment ? 1 : 0
  return (
    <>
      <Steps labels={[t('stepApp'), t('stepScan'), t('stepCopy')]} now={step} />
      {!enrolment ? (
        <ChooseAppStep passwordNeeded={passwordNeeded} soapUse={soapUse} onStarted={setEnrolment} onCancel={onClose} />
      ) : confirmed ? (
        <KeepCopyStep secret={enrolment} confirmed={confirmed} onDone={onClose} />
      ) : (
        <ScanStep
          enrolment={enrolment}
          confirm={confirm(enrolment)}
          // another tab may have gone on
          onOver={() => void refreshOwn()}
          onStartAgain={() => setEnrolment(undefined)}
          onCancel={onClose}
        />
      )}
    </>
  )
}
