import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useMe } from '../../api/session.ts'
import { CodeForm, OwnVerificationFirst } from '../../i18n/act-form.tsx'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Check, Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toaster.tsx'
import { type Contact, type HereAndNow, isOn, refreshPeople } from './contact.ts'
import css from './contacts.module.css'

type Switched = Pick<Contact, 'id' | 'name' | 'verification'>
type VerificationDialogProps = { contact: Switched | undefined; hereAndNow: HereAndNow; onClose: () => void }

/** What the switch of a contact opens: ON in one of two ways, or OFF with a reason. */
export function VerificationDialog({ contact, hereAndNow, onClose }: VerificationDialogProps) {
  const t = useTranslations('contacts')
  // the question stays what it was while the list behind it learns of the answer
  return (
    <Dialog wide open={contact !== undefined} onClose={onClose} title={contact ? t('verificationOf', { name: contact.name }) : ''}>
      {contact ? <Question contact={contact} hereAndNow={hereAndNow} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Question({ contact, hereAndNow, onClose }: VerificationDialogProps & { contact: Switched }) {
  const me = useMe()
  if (me.contact.id === contact.id) return <Own onClose={onClose} />
  if (me.verification === 'off') return <OwnVerificationFirst onClose={onClose} />
  return isOn(contact) ? (
    <TurnOff contact={contact} onClose={onClose} />
  ) : (
    <TurnOn contact={contact} hereAndNow={hereAndNow} onClose={onClose} />
  )
}

function Own({ onClose }: { onClose: () => void }) {
  const t = useTranslations('contacts')
  const common = useTranslations('common')
  return (
    <>
      <p>{t('ownSwitch')}</p>
      <Actions>
        <Link to={paths.twoFactor()} className={buttonClass('primary')}>
          {t('ownSwitchGo')}
        </Link>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </>
  )
}

function TurnOn({ contact, hereAndNow, onClose }: VerificationDialogProps & { contact: Switched }) {
  const t = useTranslations('contacts')
  const common = useTranslations('common')
  const { id: contactId, name, verification } = contact
  const [way, setWay] = useState<'here' | 'require' | 'release'>()
  const required = verification === 'required'

  const require = (isRequired: boolean) => async (code: string) => {
    await call('POST /api/contacts/:contactId/verification/require', { params: { contactId }, body: { required: isRequired, code } })
    toast(t(isRequired ? 'requiredDone' : 'releasedDone', { name }))
    onClose()
    await refreshPeople()
  }
  if (way === 'here') return hereAndNow(contact, onClose)
  if (way)
    return (
      <CodeForm
        intro={t(way === 'require' ? 'requireText' : 'releaseText', { name })}
        submit={t(way === 'require' ? 'require' : 'release')}
        send={require(way === 'require')}
        onClose={onClose}
      />
    )
  return (
    <>
      <div className={css.ways}>
        <section className={css.way}>
          <h3>{t('hereTitle')}</h3>
          <p>{t('hereText', { name })}</p>
          <Button look="primary" onClick={() => setWay('here')}>
            {t('here')}
          </Button>
        </section>
        <section className={css.way}>
          <h3>{t('requireTitle')}</h3>
          <p>{t(required ? 'requiredText' : 'requireText', { name })}</p>
          <Button look={required ? [] : 'primary'} onClick={() => setWay(required ? 'release' : 'require')}>
            {t(required ? 'release' : 'require')}
          </Button>
        </section>
      </div>
      <Link to={paths.help('contact-verification')}>{t('whichWay')}</Link>
      <Actions>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </>
  )
}

function TurnOff({ contact: { id: contactId, name }, onClose }: { contact: Switched; onClose: () => void }) {
  const t = useTranslations('contacts')
  const sentence = useFieldSentence()
  return (
    <CodeForm
      danger
      intro={t('offText', { name })}
      submit={t('offSubmit')}
      required={['reason']}
      onClose={onClose}
      send={async (code, { reason = '', setUpAnew }) => {
        const body = { reason, setUpAnew: setUpAnew === 'on', code }
        await call('POST /api/contacts/:contactId/verification/off', { params: { contactId }, body })
        toast(t('offDone', { name }))
        onClose()
        await refreshPeople()
      }}
    >
      {(form) => (
        <>
          <Notice tone="warn">
            <ul>
              <li>{t('offPassword', { name })}</li>
              <li>{t('offSessions')}</li>
              <li>{t('offMail', { name })}</li>
            </ul>
          </Notice>
          <Field
            label={t('reason')}
            name="reason"
            hint={t('reasonHint')}
            maxLength={500}
            autoComplete="off"
            invalid={form.wrong('reason').invalid}
            error={sentence(form.wrong('reason').problem)}
          />
          <Check label={t('setUpAnew')} hint={t('setUpAnewHint')} name="setUpAnew" defaultChecked />
        </>
      )}
    </CodeForm>
  )
}
