import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../api/call.ts'
import { answer, queryClient } from '../api/query-client.ts'
import { isAdmin, type Me, useMe } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { CompanyCasesBanner } from '../features/notices/company-cases-banner.tsx'
import { HalfSignInBanner } from '../features/notices/half-sign-in-banner.tsx'
import { RecoveryCaseBanner } from '../features/notices/recovery-case-banner.tsx'
import { SessionOverNotice } from '../features/notices/session-over-notice.tsx'
import { ToSignBanner } from '../features/notices/to-sign-banner.tsx'
import { chooseLanguage } from '../i18n/i18n.tsx'
import { ProblemNotice } from '../i18n/problem-notice.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Button } from '../ui/button.tsx'
import './lead-elsewhere.ts'
import text from '../ui/text.module.css'
import css from './shell.module.css'
import { Frame } from './top-bar.tsx'
import { useLiveRequests } from './use-live-requests.ts'

/** Around everything a signed-in person sees; here the session, its end and its language are looked after. */
export function SignedInLayout() {
  return (
    <QueryClientProvider client={queryClient}>
      <SignedIn />
    </QueryClientProvider>
  )
}

/** Asks who is signed in, and what they should look at, before the first render: the whole frame appears at once. */
export const prepare = async () => {
  const me = await queryClient.ensureQueryData(answer('GET /api/me'))
  // without the notices the page is shown all the same
  const notices = me.mustEnrol ? undefined : queryClient.ensureQueryData(answer('GET /api/notices')).catch(() => {})
  await Promise.all([notices, chooseLanguage(me.contact.language)])
}

const allowedBeforeEnrolment: readonly string[] = [paths.twoFactor(), paths.help(), paths.receipt()]

function SignedIn() {
  const t = useTranslations('shell')
  const me = useMe()
  const { busy, problem, act } = useAct()
  const { pathname } = useLocation()
  const { language } = me.contact
  useLiveRequests(me)

  // the stored language of the contact wins over the one chosen before sign-in
  useEffect(() => {
    void chooseLanguage(language)
  }, [language])

  const signOut = () =>
    act(async () => {
      await call('POST /api/sign-out')
      // loaded anew, so that nothing of the person stays in memory
      location.replace(paths.signIn())
    })

  if (me.mustEnrol && !allowedBeforeEnrolment.includes(pathname)) return <Navigate to={paths.twoFactor()} replace />
  if (me.staff && pathname === paths.home()) return <Navigate to={paths.desk()} replace />
  return (
    <Frame
      person={<Person me={me} busy={busy} onSignOut={signOut} />}
      customer={!me.company.operator && !me.mustEnrol}
      admin={isAdmin(me) && !me.mustEnrol}
      desk={me.staff && !me.mustEnrol}
    >
      {problem ? (
        <div className={css.trouble}>
          <ProblemNotice problem={problem}>{t('stillSignedIn')}</ProblemNotice>
        </div>
      ) : null}
      <SessionOverNotice />
      <RecoveryCaseBanner me={me} />
      <HalfSignInBanner me={me} />
      <ToSignBanner me={me} />
      <CompanyCasesBanner me={me} />
      <Suspense>
        <Outlet />
      </Suspense>
    </Frame>
  )
}

const initials = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

type PersonProps = { me: Me; busy: boolean; onSignOut: () => void }

function Person({ me, busy, onSignOut }: PersonProps) {
  const t = useTranslations('shell')
  return (
    <>
      <Link to={paths.account()} className={css.who}>
        <span className={css.avatar} aria-hidden="true">
          {initials(me.contact.name)}
        </span>
        <span>
          <span className={text.visuallyHidden}>{t('account')} </span>
          <b>{me.contact.name}</b>
          <small>{me.staff ? t('desk') : me.company.name}</small>
        </span>
      </Link>
      <Button className={css.signOut} busy={busy} onClick={onSignOut}>
        <svg
          viewBox="0 0 20 20"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M8 3H4.5v14H8M12 6l4 4-4 4M16 10H8" />
        </svg>
        <span>{t('signOut')}</span>
      </Button>
    </>
  )
}
