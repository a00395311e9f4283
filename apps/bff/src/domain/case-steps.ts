import type { CaseAction, CaseState } from '@porta/shared'
import type { RecoveryCase } from '../store/store.ts'
import { Problem } from './problem.ts'

/**
 * Who acts on a case: the person on its page, the same signed in (`owner`), an admin of the company, whoever has the link of a
 * mail, one of the desk (by id), or time.
 */
export type CaseActor = 'person' | 'owner' | 'admin' | 'link' | 'time' | { desk: string }
type Role = 'person' | 'owner' | 'admin' | 'link' | 'time' | 'desk' | 'holder'
type Steps = Partial<Record<CaseAction, { by: readonly Role[]; to: CaseState }>>

/** Where a case can be ended or held up from, as long as it has not ended. */
const always = { stop: { by: ['owner', 'admin', 'link'], to: 'stopped' }, withdraw: { by: ['person'], to: 'withdrawn' } } as const

/** `desk` is anybody of the staff, `holder` who holds the case. What is not listed does not happen. */
export const caseSteps: Record<CaseState, Steps> = {
  open: {
    ...always,
    'add-document': { by: ['person'], to: 'open' },
    'remove-document': { by: ['person'], to: 'open' },
    submit: { by: ['person'], to: 'review' },
    vouch: { by: ['admin'], to: 'open' },
    expire: { by: ['time'], to: 'expired' },
  },
  review: {
    ...always,
    vouch: { by: ['admin'], to: 'review' },
    claim: { by: ['desk'], to: 'review' },
    release: { by: ['holder'], to: 'review' },
    'read-document': { by: ['holder'], to: 'review' },
    'ask-again': { by: ['holder'], to: 'open' },
    approve: { by: ['holder'], to: 'second-review' },
    refuse: { by: ['holder'], to: 'refused' },
  },
  'second-review': {
    ...always,
    vouch: { by: ['admin'], to: 'second-review' },
    claim: { by: ['desk'], to: 'second-review' },
    release: { by: ['holder'], to: 'second-review' },
    'read-document': { by: ['holder'], to: 'second-review' },
    'ask-again': { by: ['holder'], to: 'open' },
    approve: { by: ['holder'], to: 'cooling' },
    refuse: { by: ['holder'], to: 'refused' },
  },
  cooling: {
    ...always,
    vouch: { by: ['admin'], to: 'cooling' },
    refuse: { by: ['desk'], to: 'refused' },
    complete: { by: ['time'], to: 'completed' },
  },
  completed: {},
  refused: {},
  stopped: {},
  withdrawn: {},
  expired: {},
}

/** What a step is decided by; the writes are guarded by the same once more. */
export type CaseFacts = Pick<
  RecoveryCase,
  'state' | 'heldById' | 'heldUntil' | 'firstApproverId' | 'vouchedById' | 'expiresAt' | 'coolingEndsAt'
>

/**
 * The state that an action leads to. Refuses with `out-of-order` what does not come now, or not from this actor, with `not-held` what
 * needs the case in one's own hands, and with `another-person-needed` the second approval to who gave the first.
 */
export function step(row: CaseFacts, action: CaseAction, actor: CaseActor, now: number): CaseState {
  const found = caseSteps[row.state][action]
  if (!found || !isTime(row, action, now)) throw new Problem('out-of-order')
  if (typeof actor === 'string') {
    if (!found.by.includes(actor)) throw new Problem('out-of-order')
    return found.to
  }
  const isOfTheDesk = found.by.includes('desk') || found.by.includes('holder')
  if (!isOfTheDesk) throw new Problem('out-of-order')
  const isSecond = row.state === 'second-review' && (action === 'claim' || action === 'approve')
  if (isSecond && row.firstApproverId === actor.desk) throw new Problem('another-person-needed')
  if (!found.by.includes('desk') && row.heldById !== actor.desk) throw new Problem('not-held')
  if (action === 'claim' && isHeld(row, now)) throw new Problem(row.heldById === actor.desk ? 'out-of-order' : 'not-held')
  return found.to
}

/** Whether somebody holds it whom nobody may take it from. */
const isHeld = ({ heldById, heldUntil }: CaseFacts, now: number) => heldById !== null && (heldUntil ?? 0) > now

function isTime(row: CaseFacts, action: CaseAction, now: number) {
  const isLate = row.state === 'open' && row.expiresAt <= now
  if (action === 'expire') return isLate
  if (action === 'complete') return (row.coolingEndsAt ?? Number.POSITIVE_INFINITY) <= now
  // Nobody vouches twice for the same case.
  if (action === 'vouch' && row.vouchedById !== null) return false
  return !isLate
}

/** Whether this would be possible now, for screens. */
export function mayStep(row: CaseFacts, action: CaseAction, actor: CaseActor, now: number): boolean {
  try {
    step(row, action, actor, now)
    return true
  } catch {
    return false
  }
}
