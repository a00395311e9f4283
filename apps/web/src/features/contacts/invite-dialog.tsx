import type { Language } from '@porta/shared'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { LanguageSelect } from './language-select.tsx'

type Props = { onClose: () => void }

/** Invites a person by mail; only a new admin needs a proof, and everybody who is to work for the operator. */
export function InviteDialog({ open, onClose }: Props & { open: boolean }) {
  const t = useTranslations('contacts')
  return (
    <Dialog open={open} onClose={onClose} title={t('invite')}>
      <InviteForm onClose={onClose} />
    </Dialog>
  )
}

function InviteForm({ onClose }: Props) {
  const t = useTranslations('contacts')
  const common = useTranslations('common')
  const sentence = useFieldSentence()
  const me = useMe()
  const proof = proofOf(me)
  const { operator } = me.company
  const [role, setRole] = useState<'admin' | 'member'>('member')
  const isProved = role === 'admin' || operator
  // whoever is no admin of the operator is of its desk
  const shownRole = role === 'member' && operator ? 'support' : role
  const form = useForm(
    async ({ name = '', email = '', phone = '', language, [proof]: typed = '' }) => {
      const fresh = isProved ? { [proof]: typed } : {}
      await call('POST /api/invitations', { body: { name, email: email.trim(), phone, language: language as Language, role, ...fresh } })
      toast(t('invited', { email: email.trim() }))
      onClose()
      await refresh('GET /api/invitations')
    },
    { required: ['name', 'email', ...(isProved ? [proof] : [])] },
  )
  const wrong = (name: string) => ({ invalid: form.wrong(name).invalid, error: sentence(form.wrong(name).problem) })
  return (
    <form {...form.formProps} className={text.stack}>
      <p className={text.soft}>{t('inviteText')}</p>
      <ProblemNotice problem={form.problem} />
      <Field label={t('name')} name="name" autoComplete="off" maxLength={120} {...wrong('name')} />
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        {...wrong('email')}
      />
      <Field label={t('phoneOptional')} name="phone" type="tel" autoComplete="off" maxLength={40} {...wrong('phone')} />
      <LanguageSelect language={me.contact.language} />
      <Select label={t('role')} value={role} onChange={({ target }) => setRole(target.value === 'admin' ? 'admin' : 'member')}>
        <option value="member">{t(operator ? 'role-support' : 'role-member')}</option>
        <option value="admin">{t('role-admin')}</option>
      </Select>
      <p className={`${text.soft} ${text.small}`}>{t(`roleHint-${shownRole}`)}</p>
      {isProved && proof === 'code' ? <CodeInput form={form} /> : null}
      {isProved && proof === 'password' ? <PasswordInput form={form} username={me.contact.email} /> : null}
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('inviteSubmit')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
