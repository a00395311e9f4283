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

/** Lets this browser try the password again after strangers have tried too often; it signs nobody in. */
export default function ApproveBrowserPage() {
  const token = useLinkToken()
  // another link opened in the same tab begins anew
  return <Approve key={token} token={token} />
}

function Approve({ token }: { token: string }) {
  const t = useTranslations('mailed-links')
  const [done, setDone] = useState(false)
  const { busy, problem, act } = useAct()

  if (done) return <ToSignIn title={t('approvedTitle')} text={t('approvedText')} />
  if (isDeadLink(token, problem)) return <ToSignIn title={t('deadTitle')} text={t('deadApproveText')} />
  return (
    <>
      <Heading>{t('approveTitle')}</Heading>
      <div className={css.form}>
        <p>{t('approveIntro')}</p>
        <p className={css.intro}>{t('approveNote')}</p>
        <ProblemNotice problem={problem} />
        <Button
          look={['primary', 'block']}
          busy={busy}
          onClick={() =>
            act(async () => {
              await call('POST /api/browsers/approve', { body: { token } })
              setDone(true)
            })
          }
        >
          {t('approveSubmit')}
        </Button>
        <p className={css.intro}>{t('approveNot')}</p>
      </div>
    </>
  )
}

function ToSignIn({ title, text }: { title: string; text: string }) {
  const t = useTranslations('mailed-links')
  return (
    <>
      <Heading>{title}</Heading>
      <div className={css.form}>
        <p>{text}</p>
        <Link to={paths.signIn()} className={buttonClass('primary', 'block')}>
          {t('signIn')}
        </Link>
      </div>
    </>
  )
}
