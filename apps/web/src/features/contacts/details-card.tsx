import { type Language, languageNames } from '@porta/shared'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { groupPhone } from '../../i18n/phone.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { OnDay, When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Actions } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { type ContactInFull, refreshPeople } from './contact.ts'
import { LanguageSelect } from './language-select.tsx'

/** Who a contact is; name, phone and language can be changed here. */
export function DetailsCard({ contact }: { contact: ContactInFull }) {
  const t = useTranslations('contacts')
  const [editing, setEditing] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const close = () => {
    setEditing(false)
    title.current?.focus()
  }
  return (
    <Card
      title={t('details')}
      titleRef={title}
      action={editing ? undefined : <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
    >
      {editing ? <EditForm contact={contact} onClose={close} /> : <Facts contact={contact} />}
    </Card>
  )
}

function Facts({ contact }: { contact: ContactInFull }) {
  const t = useTranslations('contacts')
  return (
    <Details>
      <Detail term={t('name')}>{contact.name}</Detail>
      <Detail term={t('email')}>{contact.email}</Detail>
      <Detail term={t('phone')}>{groupPhone(contact.phone) || t('noPhone')}</Detail>
      <Detail term={t('language')}>
        <span lang={contact.language}>{languageNames[contact.language]}</span>
      </Detail>
      <Detail term={t('role')}>
        {t(`role-${contact.role}`)} {contact.main ? <Chip>{t('role-main')}</Chip> : null}
      </Detail>
      <Detail term={t('lastSignIn')}>{contact.lastSignInAt === null ? t('never') : <When at={contact.lastSignInAt} />}</Detail>
      <Detail term={t('since')}>
        <OnDay at={contact.createdAt} />
      </Detail>
    </Details>
  )
}

function EditForm({ contact, onClose }: { contact: ContactInFull; onClose: () => void }) {
  const t = useTranslations('contacts')
  const common = useTranslations('common')
  const sentence = useFieldSentence()
  const me = useMe()
  const proof = proofOf(me)
  const phoneBefore = groupPhone(contact.phone)
  const [needsProof, setNeedsProof] = useState(false)
  const form = useForm(
    async ({ name = '', phone = '', language, [proof]: typed = '' }) => {
      const body = { name, language: language as Language, ...(needsProof ? { phone, [proof]: typed } : {}) }
      await call('PATCH /api/contacts/:contactId', { params: { contactId: contact.id }, body })
      await refreshPeople()
      toast(t('saved'))
      onClose()
    },
    { required: ['name', ...(needsProof ? [proof] : [])] },
  )
  const wrong = (name: string) => ({ invalid: form.wrong(name).invalid, error: sentence(form.wrong(name).problem) })
  return (
    <form {...form.formProps} className={text.stack}>
      <ProblemNotice problem={form.problem} />
      <Field label={t('name')} name="name" autoComplete="off" maxLength={120} defaultValue={contact.name} {...wrong('name')} />
      <Field
        label={t('phoneOptional')}
        name="phone"
        type="tel"
        autoComplete="off"
        maxLength={40}
        defaultValue={phoneBefore}
        onChange={({ currentTarget }) => setNeedsProof(currentTarget.value !== phoneBefore)}
        {...wrong('phone')}
      />
      <LanguageSelect language={contact.language} />
      <p className={`${text.soft} ${text.small}`}>{t('emailIsTheirs')}</p>
      {needsProof && proof === 'code' ? <CodeInput form={form} /> : null}
      {needsProof && proof === 'password' ? <PasswordInput form={form} username={me.contact.email} /> : null}
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
