import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import type { Told } from '../../api/problem.ts'
import { useForm, type Values } from '../../api/use-form.ts'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { paths, wantedReturn } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from './sign-in.module.css'

/** The first step of every sign-in: e-mail and password. */
export default function SignInPage() {
  const t = useTranslations('sign-in')
  const fieldSentence = useFieldSentence()
  const navigate = useNavigate()
  const { search, state } = useLocation()
  const returnTo = wantedReturn(search)

  const signIn = async ({ email = '', password = '' }: Values) => {
    const { next } = await call('POST /api/sign-in/password', { body: { email, password } })
    const where = { home: returnTo, code: paths.signInCode(returnTo), enrol: paths.twoFactor() }
    await navigate(where[next], { replace: next !== 'code' })
  }
  const form = useForm(signIn, {
    required: ['email', 'password'],
    refused: (_, element) => {
      const password = element.elements.namedItem('password')
      if (password instanceof HTMLInputElement) password.value = ''
      return false
    },
  })

  return (
    <>
      <Heading>{t('title')}</Heading>
      <p className={css.intro}>{t('intro')}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem ?? (form.busy ? undefined : challengeOver(state))} />
        <Field
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          invalid={form.wrong('email').invalid}
          error={fieldSentence(form.wrong('email').problem)}
        />
        <PasswordInput form={form} />
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('submit')}
        </Button>
      </form>
    </>
  )
}

/** Why the code page led back here, if it did. */
const challengeOver = (state: unknown) => {
  const told = state as Told | null
  return told?.code === 'challenge-over' ? told : undefined
}
