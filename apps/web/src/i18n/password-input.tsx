import type { FieldProblem } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import { PasswordField } from '../ui/field.tsx'
import { useFieldSentence } from './problem-notice.tsx'

/** What an input needs of the form around it: whether it is wrong, and why. */
export type WrongFields = { wrong: (name: string) => { problem?: FieldProblem | undefined; invalid: boolean } }

/** The password of a form, in words; `username` tells a password manager whose, where no field asks for it. */
export function PasswordInput({ form, username, label }: { form: WrongFields; username?: string; label?: string }) {
  const t = useTranslations('common')
  const sentence = useFieldSentence()
  const { invalid, problem } = form.wrong('password')
  return (
    <>
      {username ? <input hidden readOnly type="text" autoComplete="username" value={username} /> : null}
      <PasswordField
        label={label ?? t('password')}
        name="password"
        show={t('show')}
        hide={t('hide')}
        what={t('thePassword')}
        invalid={invalid}
        error={sentence(problem)}
      />
    </>
  )
}
