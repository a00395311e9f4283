import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { useMailedLink } from '../../api/use-mailed-link.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { useLinkToken } from '../../link-token.ts'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { NewPasswordInput } from './new-password-input.tsx'

const check = (token: string) => call('POST /api/password/reset/check', { body: { token } })

/** Sets a new password by a mailed link; it signs nobody in. */
export default function ResetPasswordPage() {
  const t = useTranslations('password')
  const token = useLinkToken()
  const { link, askAgain, giveUp } = useMailedLink(token, check)

  if (link.is === 'dead') return <Dead />
  return (
    <>
      <Heading>{t('resetTitle')}</Heading>
      {link.is === 'alive' ? <SetPassword email={link.owner.email} token={token} onDead={giveUp} /> : null}
      {link.is === 'asking' ? <p className={css.intro}>{t('checking')}</p> : null}
      {link.is === 'unknown' ? (
        <div className={css.form}>
          <ProblemNotice problem={link.problem} />
          <Button look="block" onClick={askAgain}>
            {t('tryAgain')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function SetPassword({ email, token, onDead }: { email: string; token: string; onDead: () => void }) {
  const t = useTranslations('password')
  const navigate = useNavigate()
  const form = useForm(
    async ({ newPassword = '' }) => {
      await call('POST /api/password/reset', { body: { token, newPassword } })
      await navigate(paths.signIn(), { replace: true, state: { passwordSet: true } })
    },
    {
      required: ['newPassword'],
      refused: ({ code }) => {
        if (code === 'link-over') onDead()
        return code === 'link-over'
      },
    },
  )
  return (
    <>
      <p className={css.intro}>{t.rich('resetFor', { email, b: (address) => <b key="email">{address}</b> })}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem} />
        <NewPasswordInput form={form} username={email} token={token} />
        <ul className={css.points}>
          <li>{t('resetSessions')}</li>
          <li>{t('resetVerification')}</li>
        </ul>
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('resetSubmit')}
        </Button>
      </form>
    </>
  )
}

function Dead() {
  const t = useTranslations('password')
  return (
    <>
      <Heading>{t('deadTitle')}</Heading>
      <div className={css.form}>
        <p>{t('deadText')}</p>
        <Link to={paths.forgotPassword()} className={buttonClass('primary', 'block')}>
          {t('askNewLink')}
        </Link>
        <p className={css.links}>
          <Link to={paths.signIn()}>{t('backToSignIn')}</Link>
        </p>
      </div>
    </>
  )
}
