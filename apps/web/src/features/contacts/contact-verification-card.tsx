import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { OnDay, When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { type ContactInFull, type HereAndNow, isOn } from './contact.ts'
import { VerificationDialog } from './verification-dialog.tsx'

/** A contact's verification with its switch, and what hangs on it. */
export function ContactVerificationCard({ contact, hereAndNow }: { contact: ContactInFull; hereAndNow: HereAndNow }) {
  const t = useTranslations('contacts')
  const titleId = useId()
  // the dialog keeps the contact as it was when it was opened: its last page stays while this one learns of the change
  const [switching, setSwitching] = useState<ContactInFull>()
  const on = isOn(contact)
  return (
    <Card
      title={t('verificationTitle')}
      titleId={titleId}
      note={
        on
          ? contact.verificationSince === null
            ? t('stateOn')
            : t.rich('onSince', { day: () => <OnDay key="day" at={contact.verificationSince ?? 0} /> })
          : t(contact.verification === 'required' ? 'stateRequired' : 'stateOff')
      }
      action={<Switch on={on} aria-labelledby={titleId} onClick={() => setSwitching(contact)} />}
    >
      <div className={text.stack}>
        {contact.seenBy === null ? null : (
          <Notice tone="warn">
            <p>{t('seenByText', { by: contact.seenBy, name: contact.name })}</p>
          </Notice>
        )}
        {!on && contact.soapUse ? (
          <Notice tone="warn">
            <p>
              {t.rich('soapUse', {
                operation: contact.soapUse.operation,
                place: contact.soapUse.place,
                when: () => <When key="when" at={contact.soapUse?.at ?? 0} />,
              })}
            </p>
            <Link to={paths.newProgram()}>{t('makeApiContact')}</Link>
          </Notice>
        ) : null}
        <Details>
          {contact.recoveryCodesLeft === null ? null : (
            <Detail term={t('recoveryCodes')}>{t('ofTen', { left: contact.recoveryCodesLeft })}</Detail>
          )}
          <Detail term={t('openSessions')}>{contact.sessions}</Detail>
          <Detail term={t('rememberedDevices')}>{contact.trustedDevices}</Detail>
        </Details>
        <p className={text.small}>
          <Link to={paths.help('what-admins-see')}>{t('whatAdminsSee')}</Link>
        </p>
      </div>
      <VerificationDialog contact={switching} hereAndNow={hereAndNow} onClose={() => setSwitching(undefined)} />
    </Card>
  )
}
