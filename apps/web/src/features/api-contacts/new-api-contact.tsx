import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { answer } from '../../api/query-client.ts'
import { ActForm } from '../../i18n/act-form.tsx'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Steps } from '../../ui/steps.tsx'
import text from '../../ui/text.module.css'
import { refreshApiContacts, splitAddresses } from './api-contact.ts'
import css from './api-contacts.module.css'
import { Checklist } from './checklist.tsx'
import { StepHeading } from './step-heading.tsx'
import { useFirstCall } from './use-first-call.ts'
import { ValuesToPaste } from './values-to-paste.tsx'

type Made = Reply<'POST /api/api-contacts'>
type NewApiContactProps = { onLeave: () => void }

/** From a program that signs in as a person to one with a contact of its own: make it, paste it, see its first call, then switch ON. */
export function NewApiContact({ onLeave }: NewApiContactProps) {
  const t = useTranslations('api-contacts')
  const { wsdl } = useSuspenseQuery(answer('GET /api/api-contacts')).data
  const [made, setMade] = useState<Made>()
  const [stored, setStored] = useState(false)
  const step = !made ? 0 : stored ? 2 : 1
  return (
    <>
      <Steps labels={[t('stepMake'), t('stepPaste'), t('stepCall')]} now={step} />
      {!made ? (
        <Make onMade={setMade} onLeave={onLeave} />
      ) : stored ? (
        <Watch made={made} />
      ) : (
        <div className={text.stack}>
          <StepHeading>{t('pasteTitle')}</StepHeading>
          <p>{t('pasteText')}</p>
          <Notice tone="warn">
            <p>{t('onlyNow')}</p>
          </Notice>
          <ValuesToPaste values={{ login: made.login, password: made.password, wsdl }} />
          <Button look="primary" onClick={() => setStored(true)}>
            {t('stored')}
          </Button>
        </div>
      )}
    </>
  )
}

function Make({ onMade, onLeave }: NewApiContactProps & { onMade: (made: Made) => void }) {
  const t = useTranslations('api-contacts')
  const sentence = useFieldSentence()
  const { checklist } = useSuspenseQuery(answer('GET /api/api-contacts')).data
  const isReady = checklist.ownVerification && checklist.mainAccountVerification
  return (
    <div className={text.stack}>
      <StepHeading>{t('makeTitle')}</StepHeading>
      <p>{t('makeText')}</p>
      <Checklist checklist={checklist} />
      {isReady ? (
        <ActForm
          intro={t('makeProof')}
          submit={t('makeSubmit')}
          required={['name']}
          onClose={onLeave}
          send={async (proof, { name = '', addresses = '' }) => {
            const body = { name: name.trim().toLowerCase(), addresses: splitAddresses(addresses), ...proof }
            onMade(await call('POST /api/api-contacts', { body }))
            await refreshApiContacts()
          }}
        >
          {(form) => (
            <>
              <Field
                label={t('programName')}
                name="name"
                hint={t('programNameHint')}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={32}
                invalid={form.wrong('name').invalid}
                error={sentence(form.wrong('name').problem)}
              />
              <Field
                label={t('addressesOptional')}
                name="addresses"
                hint={t('addressesHint')}
                autoComplete="off"
                spellCheck={false}
                invalid={form.wrong('addresses').invalid}
                error={sentence(form.wrong('addresses').problem)}
              />
            </>
          )}
        </ActForm>
      ) : (
        <Button onClick={onLeave}>{t('back')}</Button>
      )}
    </div>
  )
}

function Watch({ made }: { made: Made }) {
  const t = useTranslations('api-contacts')
  const first = useFirstCall(made.id)
  return (
    <div className={text.stack}>
      <StepHeading>{t('watchTitle')}</StepHeading>
      <p>{t('watchText', { login: made.login })}</p>
      <Notice tone={first ? 'good' : undefined} role="status">
        {first ? (
          <p>{t.rich('heard', { operation: first.operation, when: () => <When key="when" at={first.at} /> })}</p>
        ) : (
          <p className={css.waiting}>
            <span className={css.pulse} aria-hidden="true" /> {t('waiting')}
          </p>
        )}
      </Notice>
      <p className={text.soft}>{t(first ? 'thenOn' : 'noHurry')}</p>
      <div className={text.row}>
        <Link to={paths.contacts()} className={first ? buttonClass('primary') : buttonClass()}>
          {t('toContacts')}
        </Link>
        <Link to={paths.program(made.id)}>{t('toProgram')}</Link>
      </div>
    </div>
  )
}
