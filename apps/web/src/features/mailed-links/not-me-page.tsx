import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { useLinkToken } from '../../link-token.ts'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import { isDeadLink } from './dead-link.ts'

/** "This was not me", from the warning mail: nothing happens before the button is pressed. */
export default function NotMePage() {
  const token = useLinkToken()
  // another link opened in the same tab begins anew
  return <NotMe key={token} token={token} />
}

function NotMe({ token }: { token: string }) {
  const t = useTranslations('mailed-links')
  const [done, setDone] = useState(false)
  const { busy, problem, act } = useAct()

  if (done) return <Done />
  if (isDeadLink(token, problem)) return <Dead />
  return (
    <>
      <Heading>{t('notMeTitle')}</Heading>
      <div className={css.form}>
        <p>{t('notMeIntro')}</p>
        <ul className={css.points}>
          <li>{t('notMe1')}</li>
          <li>{t('notMe2')}</li>
          <li>{t('notMe3')}</li>
          <li>{t('notMe4')}</li>
        </ul>
        <p>{t('notMeStays')}</p>
        <ProblemNotice problem={problem} />
        <Button
          look={['danger', 'block']}
          busy={busy}
          onClick={() =>
            act(async () => {
              await call('POST /api/not-me', { body: { token } })
              setDone(true)
            })
          }
        >
          {t('notMeSubmit')}
        </Button>
        <p className={css.intro}>{t('itWasMe')}</p>
        <p className={css.links}>
          <Link to={paths.help('warning-mail')}>{t('notMeMore')}</Link>
        </p>
      </div>
    </>
  )
}

function Done() {
  const t = useTranslations('mailed-links')
  return (
    <>
      <Heading>{t('notMeDoneTitle')}</Heading>
      <div className={css.form}>
        <p>{t('notMeDone1')}</p>
        <p>{t('notMeDone2')}</p>
        <p className={css.links}>
          <Link to={paths.help('warning-mail')}>{t('notMeMore')}</Link>
        </p>
      </div>
    </>
  )
}

function Dead() {
  const t = useTranslations('mailed-links')
  return (
    <>
      <Heading>{t('deadTitle')}</Heading>
      <div className={css.form}>
        <p>{t('deadText')}</p>
        <Link to={paths.forgotPassword()} className={buttonClass('primary', 'block')}>
          {t('newPassword')}
        </Link>
        <p className={css.links}>
          <Link to={paths.signIn()}>{t('signIn')}</Link>
        </p>
      </div>
    </>
  )
}
