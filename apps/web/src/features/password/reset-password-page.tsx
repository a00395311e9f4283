import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { useLinkToken } from '../../link-token.ts'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { NewPasswordInput } from './new-password-input.tsx'

type State = { is: 'asking' } | { is: 'alive'; email: string } | { is: 'dead' } | { is: 'unknown'; problem: ApiProblem }

/** Sets a new password by a mailed link; it signs nobody in. */
export default function ResetPasswordPage() {
  const t = useTranslations('password')
  const token = useLinkToken()
  const [state, setState] = useState<State>({ is: 'asking' })
  const [asked, setAsked] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on request
  useEffect(() => {
    if (!token) return setState({ is: 'dead' })
    let isCurrent = true
    const show = (next: State) => isCurrent && setState(next)
    show({ is: 'asking' })
    call('POST /api/password/reset/check', { body: { token } }).then(
      ({ email }) => show({ is: 'alive', email }),
      (problem) => {
        if (!(problem instanceof ApiProblem)) throw problem
        show(isDead(problem) ? { is: 'dead' } : { is: 'unknown', problem })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [token, asked])

  if (state.is === 'dead') return <Dead />
  return (
    <>
      <Heading>{t('resetTitle')}</Heading>
      {state.is === 'alive' ? <SetPassword email={state.email} token={token} onDead={() => setState({ is: 'dead' })} /> : null}
      {state.is === 'asking' ? <p className={css.intro}>{t('checking')}</p> : null}
      {state.is === 'unknown' ? (
        <div className={css.form}>
          <ProblemNotice problem={state.problem} />
          <Button look="block" onClick={() => setAsked(asked + 1)}>
            {t('tryAgain')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** A token of the wrong form was cut on its way here; no other try would help. */
const isDead = ({ code }: ApiProblem) => code === 'link-over' || code === 'invalid-input'

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
