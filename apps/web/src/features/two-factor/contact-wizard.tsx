import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { CodeForm } from '../../i18n/act-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Steps } from '../../ui/steps.tsx'
import text from '../../ui/text.module.css'
import type { Enrolment } from './enrolment.ts'
import { ScanStep } from './scan-step.tsx'
import { StepTitle } from './step-title.tsx'

type ContactWizardProps = {
  contact: { id: string; name: string }
  /** Whatever the page knows of the contact may be old. */
  onChanged: () => Promise<unknown>
  onClose: () => void
}
type Confirmed = Reply<'POST /api/contacts/:contactId/verification/enrolment/confirm'>

/** Switches verification on for a contact who is here with the phone. There is no copy of the key and there are no recovery codes: those are for nobody but the contact. */
export function ContactWizard({ contact: { id: contactId, name }, onChanged, onClose }: ContactWizardProps) {
  const t = useTranslations('two-factor')
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [confirmed, setConfirmed] = useState<Confirmed>()

  const start = async (code: string) =>
    setEnrolment(await call('POST /api/contacts/:contactId/verification/enrolment', { params: { contactId }, body: { code } }))
  const confirm = async (code: string) => {
    const body = { enrolmentId: enrolment?.enrolmentId ?? '', code }
    setConfirmed(await call('POST /api/contacts/:contactId/verification/enrolment/confirm', { params: { contactId }, body }))
    await onChanged()
  }
  return (
    <>
      <Steps labels={[t('ofStepStart'), t('stepScan'), t('ofStepDone')]} now={confirmed ? 2 : enrolment ? 1 : 0} />
      {confirmed ? (
        <div className={text.stack}>
          <StepTitle>{t('ofDoneTitle', { name })}</StepTitle>
          <Notice tone="good" role="status">
            <p>{t('endedSessionsOf', { count: confirmed.endedSessions, name })}</p>
            <p>{t('ofDoneNext', { name })}</p>
          </Notice>
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </div>
      ) : enrolment ? (
        <ScanStep
          owner={name}
          enrolment={enrolment}
          confirm={confirm}
          onOver={() => void onChanged()}
          onStartAgain={() => setEnrolment(undefined)}
          onCancel={onClose}
        />
      ) : (
        <>
          <StepTitle>{t('ofStartTitle', { name })}</StepTitle>
          <Notice tone="warn">
            <ul>
              <li>{t('ofPoint1', { name })}</li>
              <li>{t('ofPoint2', { name })}</li>
              <li>{t('ofPoint3', { name })}</li>
              <li>{t('ofPoint4', { name })}</li>
            </ul>
          </Notice>
          <CodeForm intro={t('ofYourCode')} submit={t('ofStart')} send={start} onClose={onClose} />
        </>
      )}
    </>
  )
}
