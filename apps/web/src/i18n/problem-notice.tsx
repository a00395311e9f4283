import type { FieldProblem } from '@porta/shared'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Told, Trouble } from '../api/problem.ts'
import { Notice } from '../ui/notice.tsx'
import { useCountdown } from '../ui/use-countdown.ts'

/** Puts a refusal into a sentence of the person's language. */
export function useProblemSentence(): (code: Trouble) => string {
  const t = useTranslations('problems')
  return (code) => t(code)
}

/** Puts what is wrong with a field into words, for the line beside it. */
export function useFieldSentence(): (problem: FieldProblem | undefined) => string | undefined {
  const t = useTranslations('problems')
  return (problem) => problem && t(`field-${problem}`)
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
  return (
    <Notice tone="bad" role="alert">
      {children ? <p>{children}</p> : null}
      <p>{sentence(problem.code)}</p>
      {problem.retryAt ? (
        // read once with the alert, then silent: a live region must not count aloud
        <p role="timer" aria-live="off">
          {left > 0 ? t('wait', { wait: formatWait(left) }) : t('waitOver')}
        </p>
      ) : null}
      {problem.code === 'unexpected' && problem.requestId ? <p>{t('reference', { id: problem.requestId })}</p> : null}
    </Notice>
  )
}
