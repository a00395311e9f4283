import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { proofOf, useMe } from '../api/session.ts'
import type { useForm } from '../api/use-form.ts'
import { Button } from '../ui/button.tsx'
import { Actions } from '../ui/dialog.tsx'
import text from '../ui/text.module.css'
import { CodeInput } from './code-input.tsx'
import { PasswordInput } from './password-input.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type ProofFormProps = {
  form: ReturnType<typeof useForm>
  intro: string
  /** What the button says that does it. */
  submit: string
  look?: 'primary' | 'danger'
  onCancel: () => void
  /** What the button says that does not do it; "cancel" when it is not given. */
  cancel?: string
  /** A long form to fill in first; a refusal is then told below it, where the proof is. */
  fields?: ReactNode
  children?: ReactNode
}

/** The form of a delicate change in a dialog: its fields, and then a code, or the password where verification is off. */
export function ProofForm({ form, intro, submit, look = 'primary', onCancel, cancel, fields, children }: ProofFormProps) {
  const t = useTranslations('common')
  const me = useMe()
  return (
    <form {...form.formProps} className={text.stack}>
      {fields}
      <ProblemNotice problem={form.problem} />
      <p>{intro}</p>
      {children}
      {proofOf(me) === 'code' ? <CodeInput form={form} /> : <PasswordInput form={form} username={me.contact.email} />}
      <Actions>
        <Button type="submit" look={look} busy={form.busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{cancel ?? t('cancel')}</Button>
      </Actions>
    </form>
  )
}
