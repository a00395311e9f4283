import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'

/** Asks for a link to set a new password; the answer never says whether there is such an account. */
export default function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string>()
  return sentTo === undefined ? <Ask onSent={setSentTo} /> : <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
}

function Ask({ onSent }: { onSent: (email: string) => void }) {
  const t = useTranslations('password')
  const sentence = useFieldSentence()
  const form = useForm(
    async ({ email = '' }) => {
      await call('POST /api/password/forgot', { body: { email } })
      onSent(email.trim())
    },
    { required: ['email'] },
  )
  const { invalid, problem } = form.wrong('email')
  return (
    <>
      <Heading>{t('forgotTitle')}</Heading>
      <p className={css.intro}>{t('forgotIntro')}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem} />
        <Field
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          invalid={invalid}
          error={sentence(problem)}
        />
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('forgotSubmit')}
        </Button>
        <p className={css.links}>
          <Link to={paths.signIn()}>{t('backToSignIn')}</Link>
        </p>
      </form>
    </>
  )
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const t = useTranslations('password')
  return (
    <>
      <Heading>{t('sentTitle')}</Heading>
      <div className={css.form}>
        <p>{t.rich('sentText', { email, b: (address) => <b key="email">{address}</b> })}</p>
        <div className={css.intro}>
          <p>{t('sentNotHere')}</p>
          <ul className={css.points}>
            <li>{t('sentCheck1')}</li>
            <li>{t('sentCheck2')}</li>
            <li>{t('sentCheck3')}</li>
          </ul>
        </div>
        <Button look="block" onClick={onAgain}>
          {t('otherAddress')}
        </Button>
        <p className={css.links}>
          <Link to={paths.signIn()}>{t('backToSignIn')}</Link>
          <Link to={paths.help('forgotten-password')}>{t('sentHelp')}</Link>
        </p>
      </div>
    </>
  )
}
