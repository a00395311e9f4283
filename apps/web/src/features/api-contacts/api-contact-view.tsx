import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { answer } from '../../api/query-client.ts'
import { ActDialog } from '../../i18n/act-form.tsx'
import { useFieldSentence } from '../../i18n/problem-notice.tsx'
import { OnDay, When } from '../../i18n/when.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { type ApiContact, endsSoon, refreshApiContacts, splitAddresses } from './api-contact.ts'
import { NewPasswordDialog } from './new-password-dialog.tsx'

/** One program: how it gets in, from where, until when, and what it did last. */
export function ApiContactView({ contactId }: { contactId: string }) {
  const t = useTranslations('api-contacts')
  const { apiContacts, wsdl } = useSuspenseQuery(answer('GET /api/api-contacts')).data
  const apiContact = apiContacts.find(({ id }) => id === contactId)
  if (apiContact) return <Program apiContact={apiContact} wsdl={wsdl} />
  return (
    <>
      <Heading>{t('title')}</Heading>
      <p>{t('gone')}</p>
    </>
  )
}

function Program({ apiContact, wsdl }: { apiContact: ApiContact; wsdl: string }) {
  const t = useTranslations('api-contacts')
  const [open, setOpen] = useState<'password' | 'addresses' | 'remove'>()
  const close = () => setOpen(undefined)
  const { lastUse, expiresAt, oldPasswordUntil, addresses } = apiContact
  return (
    <>
      <Heading>{apiContact.name}</Heading>
      <p className={text.intro}>{t('viewIntro')}</p>
      {expiresAt !== null && endsSoon(apiContact) ? (
        <div className={text.intro}>
          <Notice tone="warn">
            <p>{t.rich('endsSoon', { when: () => <When key="when" at={expiresAt} /> })}</p>
          </Notice>
        </div>
      ) : null}
      <Card
        title={t('details')}
        action={
          <div className={text.row}>
            <Button onClick={() => setOpen('password')}>{t('changePassword')}</Button>
            <Button onClick={() => setOpen('addresses')}>{t('changeAddresses')}</Button>
            <Button look="danger" onClick={() => setOpen('remove')}>
              {t('remove')}
            </Button>
          </div>
        }
      >
        <Details>
          <Detail term={t('login')}>
            <code translate="no">{apiContact.login}</code>
          </Detail>
          <Detail term={t('wsdl')}>
            <code translate="no">{wsdl}</code>
          </Detail>
          <Detail term={t('made')}>
            <OnDay at={apiContact.createdAt} /> · {apiContact.createdBy}
          </Detail>
          <Detail term={t('lastUse')}>
            {lastUse ? (
              <>
                <When at={lastUse.at} /> · {[lastUse.operation, lastUse.place].filter(Boolean).join(' · ')}
              </>
            ) : (
              t('never')
            )}
          </Detail>
          <Detail term={t('passwordEnds')}>
            {expiresAt === null ? t('noPassword') : <OnDay at={expiresAt} />}
            {oldPasswordUntil !== null && oldPasswordUntil > Date.now() ? (
              <Chip tone="warn">
                <span>{t.rich('oldUntilChip', { when: () => <When key="when" at={oldPasswordUntil} /> })}</span>
              </Chip>
            ) : null}
          </Detail>
          <Detail term={t('addresses')}>{addresses.length > 0 ? addresses.join(', ') : t('anyAddress')}</Detail>
        </Details>
      </Card>
      <NewPasswordDialog apiContact={open === 'password' ? apiContact : undefined} onClose={close} />
      <AddressesDialog open={open === 'addresses'} apiContact={apiContact} onClose={close} />
      <RemoveDialog open={open === 'remove'} apiContact={apiContact} onClose={close} />
    </>
  )
}

type DialogProps = { open: boolean; apiContact: ApiContact; onClose: () => void }

function AddressesDialog({ open, apiContact: { id: contactId, addresses }, onClose }: DialogProps) {
  const t = useTranslations('api-contacts')
  const sentence = useFieldSentence()
  return (
    <ActDialog
      open={open}
      title={t('changeAddresses')}
      intro={t('addressesText')}
      submit={t('saveAddresses')}
      onClose={onClose}
      send={async (proof, { addresses: line = '' }) => {
        const body = { addresses: splitAddresses(line), ...proof }
        await call('POST /api/api-contacts/:contactId/addresses', { params: { contactId }, body })
        await refreshApiContacts()
        toast(t('addressesSaved'))
        onClose()
      }}
    >
      {(form) => (
        <Field
          label={t('addressesOptional')}
          name="addresses"
          hint={t('addressesHint')}
          autoComplete="off"
          spellCheck={false}
          defaultValue={addresses.join(', ')}
          invalid={form.wrong('addresses').invalid}
          error={sentence(form.wrong('addresses').problem)}
        />
      )}
    </ActDialog>
  )
}

function RemoveDialog({ open, apiContact: { id: contactId, name }, onClose }: DialogProps) {
  const t = useTranslations('api-contacts')
  const navigate = useNavigate()
  return (
    <ActDialog
      open={open}
      danger
      title={t('removeQuestion', { name })}
      intro={t('removeText')}
      submit={t('remove')}
      onClose={onClose}
      send={async (proof) => {
        await call('POST /api/api-contacts/:contactId/remove', { params: { contactId }, body: proof })
        toast(t('removed', { name }))
        await navigate(paths.contacts(), { replace: true })
        await refreshApiContacts()
      }}
    />
  )
}
