import type { Deps } from '../deps.ts'
import type { Factor, KnownBrowser, Write } from '../store/store.ts'
import { note, type Subject, tell, type Visit } from './activity.ts'
import { recognise } from './browser.ts'
import { Problem, type ProblemDetail, secondsUntil } from './problem.ts'
import type { SignedIn } from './signed-in.ts'
import { matchStep, stepAt, stepStart } from './totp.ts'

/** How a factor's secret is bound to its row when sealed. */
export const factorBinding = (contactId: string, factorId: string) => `${contactId}|${factorId}`

/** A factor with a code charged to somebody's budget, and the writes that use a step up and take the charge back. */
type Charged = { factor: Factor; useStep: (step: number) => Write; giveBack: Write[]; isStrangers: boolean }

/**
 * Charges, checks and, in the writes it gives back, uses one code of the active factor: the same way for every purpose, so
 * that a code counts once and wrong ones add up wherever they are typed. A recognised browser spends its own budget, all
 * others together that of the factor. The charge stays even when the caller fails later. Refuses with `too-many-codes` or
 * `reset-required` without looking, else with `code-wrong`, `code-used`, `phone-clock-off` or `code-of-old-entry`.
 */
export async function takeCode(
  deps: Deps,
  contact: Subject,
  factorId: string,
  code: string,
  browser: KnownBrowser | undefined,
  visit: Visit,
  now: number,
): Promise<Write[]> {
  const charged = browser ? await chargeBrowser(deps, factorId, browser, now) : await chargeFactor(deps, factorId, now)
  return judge(deps, contact, charged, code, visit, now)
}

/** The same for a key that is still pending: it has its own count in every browser, and is given up with `enrolment-over` at the end of it. */
export async function takeEnrolmentCode(deps: Deps, contact: Subject, factorId: string, code: string, visit: Visit, now: number) {
  return judge(deps, contact, await chargeFactor(deps, factorId, now), code, visit, now)
}

/**
 * The same for somebody who is signed in: the wrong code that spends the last of the session's ends the session, refused with
 * `signed-out`, so that a browser left open is no place to guess.
 */
export async function takeCodeInSession(deps: Deps, who: SignedIn, code: string, visit: Visit, now: number): Promise<Write[]> {
  const { contact, session } = who
  if (contact.factorId === null) throw new Problem('verification-already-off')
  const { perSession } = deps.config.rules.codes
  const key = `session-codes:${session.id}`
  const nth = await deps.store.takeNthAllowance(key, perSession, now)
  if (nth === undefined) throw await endGuessing(deps, who, visit, now)
  const browser = await recognise(deps, contact.id, visit, now)
  const writes = await takeCode(deps, contact, contact.factorId, code, browser, visit, now).catch(async (reason: unknown) => {
    if (!(reason instanceof Problem)) throw reason
    if (unseen.includes(reason.code)) await deps.store.commit(deps.store.giveBackAllowance(key))
    else if (nth === perSession.limit) throw await endGuessing(deps, who, visit, now)
    throw reason
  })
  return [...writes, deps.store.clearAllowance(key), deps.store.resumeTrust(contact.id)]
}

/** Refused without looking at the code. */
const unseen = ['too-many-codes', 'reset-required', 'verification-already-off', 'unavailable']

async function endGuessing(deps: Deps, { contact, session }: SignedIn, visit: Visit, now: number) {
  await deps.store
    .commit(
      deps.store.endSession(session.id, contact.id),
      note(deps, contact, 'codes-blocked', visit, now),
      tell(deps, contact, { kind: 'codes-blocked' }, visit, now),
    )
    .catch((reason: unknown) => {
      // It ended by itself meanwhile, which is as good.
      if (!(reason instanceof Problem)) throw reason
    })
  return new Problem('signed-out')
}

async function chargeBrowser(deps: Deps, factorId: string, browser: KnownBrowser, now: number): Promise<Charged> {
  const key = `codes:${factorId}:${browser.id}`
  if (!(await deps.store.takeAllowance(key, deps.config.rules.codes.perBrowser, now)))
    throw new Problem('too-many-codes', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
  const factor = await deps.store.findFactor(factorId)
  if (!factor || factor.retiredAt !== null) throw new Problem('verification-already-off')
  const giveBack = [deps.store.giveBackAllowance(key)]
  return { factor, useStep: (step) => deps.store.useStep(factorId, step, now), giveBack, isStrangers: false }
}

async function chargeFactor(deps: Deps, factorId: string, now: number): Promise<Charged> {
  const factor = await deps.store.takeCodeAttempt(factorId, now, deps.config.rules.codes)
  if (!factor) throw await uncharged(deps, factorId, now)
  return { factor, useStep: (step) => deps.store.useChargedStep(factor, step, now), giveBack: [], isStrangers: true }
}

async function uncharged(deps: Deps, factorId: string, now: number) {
  const factor = await deps.store.findFactor(factorId)
  if (!factor || factor.retiredAt !== null) return new Problem('verification-already-off')
  if (factor.resetRequiredAt !== null) return new Problem(factor.activatedAt === null ? 'enrolment-over' : 'reset-required')
  return new Problem('too-many-codes', { retryAfterSeconds: secondsUntil(factor.blockedUntil, now) })
}

async function judge(deps: Deps, contact: Subject, charged: Charged, code: string, visit: Visit, now: number): Promise<Write[]> {
  const { factor, useStep, giveBack, isStrangers } = charged
  const { totp } = deps.config.rules
  const secret = deps.sealer.open('totp', factorBinding(contact.id, factor.id), factor.secretSealed)
  const step = matchStep(secret, code, now, totp)
  const nextStepAt = stepStart(stepAt(now, totp) + 1, totp)
  if (step !== undefined && step > factor.lastStep && step !== factor.toldStep)
    return [{ ...useStep(step), detail: { retryAfterSeconds: secondsUntil(nextStepAt, now) } }, ...giveBack]

  const { reason, detail = {}, write } = step !== undefined ? used : await whyWrong(deps, contact, factor, secret, code, now)
  const isLast = isStrangers && factor.resetRequiredAt !== null
  await deps.store.commit(
    note(deps, contact, 'code-refused', visit, now, { reason }),
    write ?? [],
    isLast && factor.activatedAt !== null ? requireReset(deps, contact, visit, now) : [],
  )
  if (isLast) throw new Problem(factor.activatedAt === null ? 'enrolment-over' : 'reset-required')
  const until = Math.max(reason === 'used' ? nextStepAt : 0, isStrangers ? factor.blockedUntil : 0)
  throw new Problem(problems[reason], { ...detail, ...(until > now ? { retryAfterSeconds: secondsUntil(until, now) } : {}) })
}

/** What is wrong with a code, in the words of the activity. */
const problems = { used: 'code-used', clock: 'phone-clock-off', 'old-entry': 'code-of-old-entry', wrong: 'code-wrong' } as const
type Fault = { reason: keyof typeof problems; detail?: ProblemDetail; write?: Write }
const used: Fault = { reason: 'used' }

/** Help for whoever had the right password: a clock that is off, or an entry of the app from before an off-and-on. Nothing of it is ever accepted. */
async function whyWrong(deps: Deps, contact: Subject, factor: Factor, secret: Buffer, code: string, now: number): Promise<Fault> {
  const { totp, codes, retiredFactorKeptMs } = deps.config.rules
  const elsewhere = matchStep(secret, code, now, { stepMs: totp.stepMs, window: codes.clockSteps })
  if (elsewhere !== undefined) {
    const ahead = (elsewhere - stepAt(now, totp)) * totp.stepMs
    const minutes = Math.sign(ahead) * Math.max(1, Math.round(Math.abs(ahead) / 60_000))
    // Told once, it must not be good when its time comes: else each guess would hit so many more codes.
    return {
      reason: 'clock',
      detail: { phoneAheadMinutes: minutes },
      ...(ahead > 0 ? { write: deps.store.rememberToldStep(factor.id, elsewhere) } : {}),
    }
  }
  const retired = await deps.store.listRetiredFactors(contact.id, now - retiredFactorKeptMs, 5)
  const isOld = retired.some(({ id, secretSealed }) => {
    const old = deps.sealer.open('totp', factorBinding(contact.id, id), secretSealed)
    return matchStep(old, code, now, totp) !== undefined
  })
  return { reason: isOld ? 'old-entry' : 'wrong' }
}

/** Told at once: somebody has the password and guesses at codes. No device is believed any more. */
const requireReset = (deps: Deps, contact: Subject, visit: Visit, now: number): Write[] => [
  deps.store.forgetDevices(contact.id),
  note(deps, contact, 'reset-required', visit, now),
  tell(deps, contact, { kind: 'reset-required' }, visit, now),
]
