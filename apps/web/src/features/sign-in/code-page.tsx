import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm, type Values } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { useChallenge } from './use-challenge.ts'

/** The second step: six digits of the authenticator app, and whether to ask for them here again. */
export default function CodePage() {
  const t = useTranslations('sign-in')
  const { challenge, returnTo, goOn, goBackIfOver } = useChallenge()

  const verify = async ({ code = '', rememberDevice }: Values) => {
    await call('POST /api/sign-in/code', { body: { code, rememberDevice: rememberDevice !== undefined } })
    await goOn()
  }
  const form = useForm(verify, { required: ['code'], refused: goBackIfOver })

  return (
    <>
      <Heading>{t('codeTitle')}</Heading>
      <p className={css.intro}>{t.rich('codeIntro', { b: (name) => <b>{name}</b> })}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem} />
        <CodeInput form={form} focused onComplete={(element) => element.requestSubmit()} />
        {challenge?.mayRemember === false ? null : <Check name="rememberDevice" label={t('remember')} hint={t('rememberHint')} />}
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('codeSubmit')}
        </Button>
        <p className={css.links}>
          <Link to={paths.signInRecoveryCode(returnTo)}>{t('useRecoveryCode')}</Link>
          <Link to={paths.lostPhone(returnTo)}>{t('lostDevice')}</Link>
        </p>
      </form>
    </>
  )
}
