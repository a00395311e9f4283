import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { type Me, type Notices, useNotices } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useClientName } from '../../i18n/client-name.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './notices.module.css'

/** Sign-ins with the right password that nobody finished, above every page until the person has answered. */
export function HalfSignInBanner({ me }: { me: Me }) {
  const notices = useNotices(me)
  return notices && notices.halfSignInCount > 0 ? <Banner notices={notices} /> : null
}

function Banner({ notices: { halfSignIns, halfSignInCount } }: { notices: Notices }) {
  const t = useTranslations('notices')
  const clientName = useClientName()
  const { busy, problem, act } = useAct()
  const title = t('halfTitle', { count: halfSignInCount })
  const more = halfSignInCount - halfSignIns.length

  const itWasMe = () =>
    act(async () => {
      await call('POST /api/notices/half-sign-ins', { body: { wasMe: true } })
      await refresh('GET /api/notices')
      toast(t('halfAnswered'))
      // the button that had the focus is gone with the banner
      document.getElementById('main')?.focus({ preventScroll: true })
    })
  return (
    <section className={css.banner} aria-label={t('halfList')}>
      <h2>{title}</h2>
      <ul>
        {halfSignIns.map((one) => (
          <li key={`${one.at} ${one.place}`}>
            <When at={one.at} /> · {[clientName(one), one.place].filter(Boolean).join(' · ')}
          </li>
        ))}
        {more > 0 ? <li>{t('halfMore', { count: more })}</li> : null}
      </ul>
      <p>
        {t('halfText')} <Link to={paths.help('warning-mail')}>{t('halfHelp')}</Link>
      </p>
      <ProblemNotice problem={problem} />
      <div className={text.row}>
        <Button busy={busy} onClick={itWasMe}>
          {t('itWasMe')}
        </Button>
        <Link to={paths.password()} className={buttonClass('danger')}>
          {t('itWasNotMe')}
        </Link>
      </div>
    </section>
  )
}
