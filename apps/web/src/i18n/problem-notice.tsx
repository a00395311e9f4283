import type { FieldProblem } from '@porta/shared'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Told, Trouble } from '../api/problem.ts'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Notice } from '../ui/notice.tsx'
import { useCountdown } from '../ui/use-countdown.ts'
import type first from './messages/ca/problems.ts'
import type inside from './messages/ca/problems-inside.ts'

type First = keyof typeof first
type Inside = keyof typeof inside

/** One of the sentences of the first screen, or of those that follow it; as long as these have not come, the one for what nobody expected. */
function useSentence() {
  const t = useTranslations()
  return (name: Exclude<First | Inside, 'phone-clock-off'>) => {
    const late = `problems-inside.${name as Inside}` as const
    if (t.has(late)) return t(late)
    const early = `problems.${name as Exclude<First, 'phone-clock-off'>}` as const
    return t(t.has(early) ? early : 'problems.unexpected')
  }
}

/** Puts a refusal into a sentence of the person's language. */
export function useProblemSentence(): (problem: Told) => string {
  const t = useTranslations('problems')
  const sentence = useSentence()
  return ({ code, phoneAheadMinutes = 0 }) =>
    code === 'phone-clock-off'
      ? t(code, { side: phoneAheadMinutes > 0 ? 'ahead' : 'behind', minutes: Math.max(1, Math.abs(phoneAheadMinutes)) })
      : sentence(code)
}

/** Puts what is wrong with a field into words, for the line beside it. */
export function useFieldSentence(): (problem: FieldProblem | undefined) => string | undefined {
  const sentence = useSentence()
  return (problem) => problem && sentence(`field-${problem}`)
}

/** A wait as a person reads it on a clock: "45 s", "4 min 10 s", "2 h 5 min". */
export function formatWait(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ]
  const told = parts.filter(([amount]) => amount > 0).slice(0, 2)
  return told.length > 0 ? told.map(([amount, unit]) => `${amount} ${unit}`).join(' ') : '0 s'
}

/** Where to go on from a refusal that has a way out. */
const remedies: Partial<Record<Trouble, { to: string; label: 'newPassword' | 'howToFix' }>> = {
  'reset-required': { to: paths.forgotPassword(), label: 'newPassword' },
  'own-verification-needed': { to: paths.twoFactor(), label: 'howToFix' },
  'browser-approval-needed': { to: paths.help('limits'), label: 'howToFix' },
  'phone-clock-off': { to: paths.help('codes-refused'), label: 'howToFix' },
  'code-of-old-entry': { to: paths.help('codes-refused'), label: 'howToFix' },
}

type ProblemNoticeProps = {
  problem: Told | undefined
  /** What the refusal means here, said first. */
  children?: ReactNode
}

/** The sentence above a form: what was refused, and if waiting helps, how long. */
export function ProblemNotice({ problem, children }: ProblemNoticeProps) {
  const t = useTranslations('common')
  const sentence = useProblemSentence()
  const left = useCountdown(problem?.retryAt)
  if (!problem) return null
  const remedy = remedies[problem.code]
  return (
    <Notice tone="bad" role="alert">
      {children ? <p>{children}</p> : null}
      <p>{sentence(problem)}</p>
      {problem.retryAt ? (
        // read once with the alert, then silent: a live region must not count aloud
        <p role="timer" aria-live="off">
          {left > 0 ? t('wait', { wait: formatWait(left) }) : t('waitOver')}
        </p>
      ) : null}
      {remedy ? <Link to={remedy.to}>{t(remedy.label)}</Link> : null}
      {problem.code === 'unexpected' && problem.requestId ? <p>{t('reference', { id: problem.requestId })}</p> : null}
    </Notice>
  )
}
