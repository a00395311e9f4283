import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useMailedLink } from '../../api/use-mailed-link.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { useLinkToken } from '../../link-token.ts'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Heading } from '../../ui/heading.tsx'
import css from '../../ui/narrow-form.module.css'
import text from '../../ui/text.module.css'

const check = (token: string) => call('POST /api/recovery/stop/check', { body: { token } })

/** "Stop this", from a mail about somebody's case: it says what it is about, and stops nothing before the button is pressed. */
export default function StopRecoveryPage() {
  const token = useLinkToken()
  // another link opened in the same tab begins anew
  return <Stop key={token} token={token} />
}

function Stop({ token }: { token: string }) {
  const t = useTranslations('recovery')
  const { link, askAgain, giveUp } = useMailedLink(token, check)
  const [done, setDone] = useState(false)

  if (done) return <Done />
  if (link.is === 'dead') return <Dead />
  return (
    <>
      <Heading>{t('stopTitle')}</Heading>
      {link.is === 'asking' ? <p className={css.intro}>{t('stopChecking')}</p> : null}
      {link.is === 'unknown' ? (
        <div className={css.form}>
          <ProblemNotice problem={link.problem} />
          <Button look="block" onClick={askAgain}>
            {t('tryAgain')}
          </Button>
        </div>
      ) : null}
      {link.is === 'alive' ? <Ask about={link.owner} token={token} onDone={() => setDone(true)} onDead={giveUp} /> : null}
    </>
  )
}

const endings: readonly string[] = ['link-over', 'out-of-order']

type AskProps = { about: Reply<'POST /api/recovery/stop/check'>; token: string; onDone: () => void; onDead: () => void }

function Ask({ about: { number, name, company, openedAt }, token, onDone, onDead }: AskProps) {
  const t = useTranslations('recovery')
  const { busy, problem, act } = useAct()
  const stop = () =>
    act(async () => {
      try {
        await call('POST /api/recovery/stop', { body: { token } })
        onDone()
      } catch (error) {
        // the case has ended while this page was read
        if (!(error instanceof ApiProblem) || !endings.includes(error.code)) throw error
        onDead()
      }
    })
  return (
    <div className={css.form}>
      <p>{t('stopAbout', { name, company })}</p>
      <Details>
        <Detail term={t('stopNumber')}>
          <span className={text.numbers}>{inThrees(number)}</span>
        </Detail>
        <Detail term={t('stopOpened')}>
          <When at={openedAt} />
        </Detail>
      </Details>
      <p>{t('stopIf')}</p>
      <ProblemNotice problem={problem} />
      <Button look={['danger', 'block']} busy={busy} onClick={stop}>
        {t('stopSubmit')}
      </Button>
      <p className={css.links}>
        <Link to={paths.help('case-opened')}>{t('stopHelp')}</Link>
      </p>
    </div>
  )
}

function Done() {
  const t = useTranslations('recovery')
  return (
    <>
      <Heading>{t('stopDoneTitle')}</Heading>
      <div className={css.form}>
        <p>{t('stopDone')}</p>
        <p>{t('stopDone2')}</p>
        <Link to={paths.forgotPassword()} className={buttonClass('block')}>
          {t('newPassword')}
        </Link>
        <p className={css.links}>
          <Link to={paths.help('case-opened')}>{t('stopHelp')}</Link>
        </p>
      </div>
    </>
  )
}

function Dead() {
  const t = useTranslations('recovery')
  return (
    <>
      <Heading>{t('stopDeadTitle')}</Heading>
      <div className={css.form}>
        <p>{t('stopDeadText')}</p>
        <Link to={paths.signIn()} className={buttonClass('primary', 'block')}>
          {t('toSignIn')}
        </Link>
      </div>
    </>
  )
}
