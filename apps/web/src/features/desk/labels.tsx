import type { CaseState, RequestAssurance, RequestState } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import { Chip } from '../../ui/chip.tsx'
import { useCountdown } from '../../ui/use-countdown.ts'
import type { DeskRequest } from './desk.ts'

type Tone = 'good' | 'warn' | 'bad'

const requestTones: Partial<Record<RequestState, Tone>> = { 'to-sign': 'warn', sent: 'good', done: 'good', refused: 'bad' }

/** Where a request stands. */
export function RequestStateChip({ state }: { state: RequestState }) {
  const t = useTranslations('desk')
  return <Chip tone={requestTones[state]}>{t(`state-${state}`)}</Chip>
}

const assuranceTones: Partial<Record<RequestAssurance, Tone>> = { code: 'good', 'trusted-device': 'warn' }

/** How it is assured that the person wanted it; nothing as long as nobody has signed. */
export function AssuranceChip({ assurance }: { assurance: RequestAssurance | null }) {
  const t = useTranslations('desk')
  return assurance === null ? null : <Chip tone={assuranceTones[assurance]}>{t(`assurance-${assurance}`)}</Chip>
}

const caseTones: Partial<Record<CaseState, Tone>> = {
  review: 'warn',
  'second-review': 'warn',
  cooling: 'good',
  completed: 'good',
  refused: 'bad',
  stopped: 'bad',
}

/** Where a request stands and how it is assured; of one whose signature is void only that. */
export function StandingChips({ request: { state, assurance, signature } }: { request: DeskRequest }) {
  const t = useTranslations('desk')
  if (signature === 'void') return <Chip tone="bad">{t('signatureVoid')}</Chip>
  return (
    <>
      <RequestStateChip state={state} />
      <AssuranceChip assurance={assurance} />
    </>
  )
}

/** Where a recovery case stands. */
export function CaseStateChip({ state }: { state: CaseState }) {
  const t = useTranslations('desk')
  return <Chip tone={caseTones[state]}>{t(`case-${state}`)}</Chip>
}

const onTheClock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** A draft that waits for its signature, with the time that is left, such as 29:42. Silent: a live region must not count aloud. */
export function WaitingChip({ expiresAt }: { expiresAt: number | null }) {
  const t = useTranslations('desk')
  const left = useCountdown(expiresAt ?? undefined)
  return (
    <Chip tone="warn">
      <span role="timer" aria-live="off">
        {t('waitingForSignature', { left: onTheClock(left) })}
      </span>
    </Chip>
  )
}
