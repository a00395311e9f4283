import { useTranslations } from 'use-intl/react'
import { CodeField } from '../ui/code-field.tsx'
import { Field } from '../ui/field.tsx'
import type { WrongFields } from './password-input.tsx'
import { useFieldSentence } from './problem-notice.tsx'

type CodeInputProps = { form: WrongFields; focused?: boolean; onComplete?: (form: HTMLFormElement) => void }

/** The six digits of a form, in words. */
export function CodeInput({ form, ...rest }: CodeInputProps) {
  const t = useTranslations('common')
  const sentence = useFieldSentence()
  const { invalid, problem } = form.wrong('code')
  return <CodeField {...rest} label={t('code')} invalid={invalid} error={sentence(problem)} />
}

type RecoveryCodeInputProps = { form: WrongFields; label: string; hint?: string }

/** A recovery code of a form, typed with or without its dash. */
export function RecoveryCodeInput({ form, ...rest }: RecoveryCodeInputProps) {
  const sentence = useFieldSentence()
  const { invalid, problem } = form.wrong('recoveryCode')
  return (
    <Field
      {...rest}
      name="recoveryCode"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      invalid={invalid}
      error={sentence(problem)}
    />
  )
}
