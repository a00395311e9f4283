import type { Deps } from '../deps.ts'
import type { Factor, Write } from '../store/store.ts'
import { note, type Subject, tell, type Visit } from './activity.ts'
import { Problem, secondsUntil } from './problem.ts'
import { matchStep, stepAt, stepStart } from './totp.ts'

/** How a factor's secret is bound to its row when sealed. */
export const factorBinding = (contactId: string, factorId: string) => `${contactId}|${factorId}`

/**
 * Charges, checks and, in the write it gives back, uses one code of a factor: the same way for every
 * purpose, so that a code counts once and wrong ones add up wherever they are typed.
 * Refuses with `too-many-codes`, `code-wrong` or `code-used`. The charge stays even when the caller fails later.
 */
export async function takeCode(deps: Deps, contact: Subject, factorId: string, code: string, visit: Visit, now: number): Promise<Write> {
  const { codes, totp } = deps.config.rules
  const factor = await deps.store.takeCodeAttempt(factorId, now, codes)
  if (!factor) throw await refusal(deps, factorId, now)

  const secret = deps.sealer.open('totp', factorBinding(contact.id, factor.id), factor.secretSealed)
  const step = matchStep(secret, code, now, totp)
  const nextStepAt = stepStart(stepAt(now, totp) + 1, totp)
  if (step !== undefined && step > factor.lastStep)
    return { ...deps.store.useStep(factor.id, step, now), detail: { retryAfterSeconds: secondsUntil(nextStepAt, now) } }

  const isUsed = step !== undefined
  await deps.store.commit(
    note(deps, contact, 'code-refused', visit, now, { reason: isUsed ? 'used' : 'wrong' }),
    whenBlocked(deps, contact, factor, visit, now),
  )
  const until = Math.max(isUsed ? nextStepAt : 0, factor.blockedUntil)
  throw new Problem(isUsed ? 'code-used' : 'code-wrong', until > now ? { retryAfterSeconds: secondsUntil(until, now) } : {})
}

async function refusal(deps: Deps, factorId: string, now: number) {
  const factor = await deps.store.findFactor(factorId)
  if (!factor || factor.retiredAt !== null) return new Problem('verification-already-off')
  return new Problem('too-many-codes', { retryAfterSeconds: secondsUntil(factor.blockedUntil, now) })
}

/** Only the first block of a series is told, so that a guesser cannot fill the mailbox. */
const whenBlocked = (deps: Deps, contact: Subject, factor: Factor, visit: Visit, now: number): Write[] =>
  factor.activatedAt !== null && factor.failures === deps.config.rules.codes.free
    ? [
        note(deps, contact, 'codes-blocked', visit, now),
        tell(deps, contact, { kind: 'codes-blocked', waitMs: factor.blockedUntil - now }, visit, now),
      ]
    : []
