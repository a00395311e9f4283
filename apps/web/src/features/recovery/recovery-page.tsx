import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Heading } from '../../ui/heading.tsx'
import narrow from '../../ui/narrow-form.module.css'
import text from '../../ui/text.module.css'
import type { Case } from './case-progress.ts'
import { CaseView } from './case-view.tsx'
import { EntryForm } from './entry-form.tsx'
import css from './recovery.module.css'
import { useEntry } from './use-entry.ts'

type Shown = { is: 'asking' } | { is: 'outside' } | { is: 'inside'; found: Case } | { is: 'unknown'; problem: ApiProblem }

const digitsOf = (number: string) => number.replace(/\D/g, '')

/** The page of a recovery case: the way in, and then the case itself. Nobody is signed in here. */
export default function RecoveryPage() {
  const navigate = useNavigate()
  const { search, state } = useLocation()
  const wanted = digitsOf(new URLSearchParams(search).get('number') ?? '')
  const [shown, setShown] = useState<Shown>({ is: isCodeSent(state) ? 'outside' : 'asking' })
  const entry = useEntry()

  /** Shows the case that is open in this browser, unless it is another one that is wanted. */
  const open = useCallback(async (number: string) => {
    try {
      const found = await call('GET /api/recovery/case')
      setShown(number && digitsOf(found.number) !== number ? { is: 'outside' } : { is: 'inside', found })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setShown(error.code === 'case-not-entered' ? { is: 'outside' } : { is: 'unknown', problem: error })
    }
  }, [])
  // whoever has just opened a case is not inside yet, and whoever enters is asked for below
  const isKnown = useRef(isCodeSent(state))
  useEffect(() => {
    if (!isKnown.current) void open(wanted)
  }, [open, wanted])

  const reload = useCallback(async () => setShown({ is: 'inside', found: await call('GET /api/recovery/case') }), [])
  // whoever comes back to this page sees how the case stands now; a page that is over says so at the next act
  const isInside = shown.is === 'inside'
  useEffect(() => {
    if (!isInside) return
    const look = () => void (document.visibilityState === 'visible' && reload().catch(() => {}))
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [isInside, reload])

  const leave = async () => {
    await call('POST /api/recovery/leave')
    setShown({ is: 'outside' })
  }
  const enter = async () => {
    isKnown.current = true
    // the case that was entered, whatever the address said
    await navigate(paths.recovery(), { replace: true })
    await open('')
  }

  if (shown.is === 'asking') return null
  if (shown.is === 'unknown') return <Unknown problem={shown.problem} onAgain={() => void open(wanted)} />
  if (shown.is === 'outside') return <Outside number={wanted} codeSent={isCodeSent(state)} onEntered={() => void enter()} />
  return (
    <>
      <CaseView found={shown.found} within={entry.within} onChanged={reload} onLeave={leave} />
      <EntryAgain asking={entry.asking} number={shown.found.number} onSettled={entry.settle} />
    </>
  )
}

/** Whether the page before has just opened the case, and with it had its code mailed. */
const isCodeSent = (state: unknown) => (state as { codeSent?: boolean } | null)?.codeSent === true

function Outside({ number, codeSent, onEntered }: { number: string; codeSent: boolean; onEntered: () => void }) {
  const t = useTranslations('recovery')
  return (
    <div className={css.narrow}>
      <Heading>{t('entryTitle')}</Heading>
      <p className={narrow.intro}>{t(codeSent ? 'opened' : 'entryIntro')}</p>
      <EntryForm number={number} codeSent={codeSent && number !== ''} onEntered={onEntered} />
      <p className={narrow.links}>
        <Link to={paths.help('case-opened')}>{t('notYours')}</Link>
      </p>
    </div>
  )
}

function Unknown({ problem, onAgain }: { problem: ApiProblem; onAgain: () => void }) {
  const t = useTranslations('recovery')
  return (
    <div className={`${css.narrow} ${text.stack}`}>
      <Heading>{t('entryTitle')}</Heading>
      <ProblemNotice problem={problem} />
      <Button onClick={onAgain}>{t('tryAgain')}</Button>
    </div>
  )
}

function EntryAgain({ asking, number, onSettled }: { asking: boolean; number: string; onSettled: (entered: boolean) => void }) {
  const t = useTranslations('recovery')
  return (
    <Dialog open={asking} onClose={() => onSettled(false)} title={t('again')}>
      <p>{t('againText')}</p>
      <EntryForm fixed number={number} onEntered={() => onSettled(true)} />
    </Dialog>
  )
}
