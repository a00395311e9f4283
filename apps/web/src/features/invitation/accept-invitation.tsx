import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { useMailedLink } from '../../api/use-mailed-link.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { useLinkToken } from '../../link-token.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'

type Invitation = Reply<'POST /api/invitation/check'>
const check = (token: string) => call('POST /api/invitation/check', { body: { token } })

/** The field for a password to be, which belongs to another feature. */
type PasswordInput = (props: { form: ReturnType<typeof useForm>; username: string; token: string }) => ReactNode

/** Accepts an invitation by a mailed link: a password is set, and nobody is signed in. */
export function AcceptInvitation({ passwordInput }: { passwordInput: PasswordInput }) {
  const t = useTranslations('invitation')
  const token = useLinkToken()
  const { link, askAgain, giveUp } = useMailedLink(token, check)

  if (link.is === 'dead')
    return (
      <>
        <Heading>{t('deadTitle')}</Heading>
        <div className={css.form}>
          <p>{t('deadText')}</p>
          <p className={css.links}>
            <Link to={paths.signIn()}>{t('toSignIn')}</Link>
          </p>
        </div>
      </>
    )
  return (
    <>
      <Heading>{t('title')}</Heading>
      {link.is === 'alive' ? <SetPassword invitation={link.owner} token={token} passwordInput={passwordInput} onDead={giveUp} /> : null}
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

type SetPasswordProps = { invitation: Invitation; token: string; passwordInput: PasswordInput; onDead: () => void }

function SetPassword({ invitation: { name, email, company, by }, token, passwordInput, onDead }: SetPasswordProps) {
  const t = useTranslations('invitation')
  const navigate = useNavigate()
  const form = useForm(
    async ({ newPassword = '' }) => {
      await call('POST /api/invitation/accept', { body: { token, newPassword } })
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
      <p className={css.intro}>{t.rich('hello', { name, company, by, b: (words) => <b key="company">{words}</b> })}</p>
      <p className={css.intro}>{t.rich('signInAs', { email, b: (words) => <b key="email">{words}</b> })}</p>
      <form {...form.formProps} className={css.form}>
        <ProblemNotice problem={form.problem} />
        {passwordInput({ form, username: email, token })}
        <Button type="submit" look={['primary', 'block']} busy={form.busy}>
          {t('submit')}
        </Button>
        <p className={css.links}>{t('notYours')}</p>
      </form>
    </>
  )
}
