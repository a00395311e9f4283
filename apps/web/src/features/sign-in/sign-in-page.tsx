import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import type { Told } from '../../api/problem.ts'
import { useForm, type Values } from '../../api/use-form.ts'
import { PasswordInput } from '../../i18n/password-input.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { isSignedOut, paths, wantedReturn } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { Notice } from '../../ui/notice.tsx'

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
        <ProblemNotice problem={form.problem ?? (form.busy ? undefined : whyHere(state, search))} />
        {isPasswordSet(state) && !form.problem ? (
          <Notice tone="good" role="status">
            <p>{t('passwordSet')}</p>
          </Notice>
        ) : null}
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
        <p className={css.links}>
          <Link to={paths.forgotPassword()}>{t('forgotPassword')}</Link>
        </p>
      </form>
    </>
  )
}

/** Why another page led here, if it did. */
const whyHere = (state: unknown, search: string): Told | undefined => {
  const told = state as Told | null
  if (told?.code === 'challenge-over') return told
  return isSignedOut(search) ? { code: 'signed-out' } : undefined
}

const isPasswordSet = (state: unknown) => (state as { passwordSet?: boolean } | null)?.passwordSet === true
