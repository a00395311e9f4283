import type { CopyKind } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { stopCaseOf } from './case-stop.ts'
import { takeCodeInSession, takeEnrolmentCode } from './codes.ts'
import { activeFactor, keyOf } from './key.ts'
import { checkPassword } from './password-check.ts'
import { newPendingFactor } from './pending-factor.ts'
import { Problem } from './problem.ts'
import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import { renewSession } from './sessions.ts'
import { isOfOperator, type SignedIn } from './signed-in.ts'
import { lastSoapUse } from './soap-use.ts'

const isFresh = (deps: Deps, { session }: SignedIn, now: number) => now - session.signedInAt < deps.config.rules.enrolment.passwordFreshMs

export async function describeTwoFactor(deps: Deps, ask: { who: SignedIn }) {
  const { contact } = ask.who
  const now = deps.clock.now()
  const soapUse = await lastSoapUse(deps, contact.id, now)
  if (contact.factorId === null)
    return {
      state: 'off' as const,
      onSince: null,
      lastCodeAt: null,
      recoveryCodesLeft: null,
      passwordNeeded: !isFresh(deps, ask.who, now),
      seenBy: null,
      soapUse,
      exposures: [],
    }
  const factor = await activeFactor(deps, ask.who)
  const events = await deps.store.listExposures(contact.id, factor.createdAt)
  return {
    state: 'on' as const,
    onSince: factor.activatedAt,
    lastCodeAt: factor.lastCodeAt,
    recoveryCodesLeft: await deps.store.countRecoveryCodes(contact.id),
    passwordNeeded: false,
    seenBy: factor.seenByName,
    soapUse,
    exposures: events.map(({ id, at, kind, details, actorName, client }) => ({
      id,
      at,
      kind: kind === 'key-enrolled' ? ('enrolled' as const) : kind === 'key-shown' ? ('shown' as const) : (details['copy'] as CopyKind),
      by: actorName,
      sheet: typeof details['serial'] === 'string' ? details['serial'] : null,
      ...client,
    })),
  }
}

/**
 * Begins to switch verification on: a pending key that dies in ten minutes and changes nothing until it is confirmed.
 * When the sign-in is no longer fresh the password is asked for, so that a forgotten browser cannot lock its owner out.
 */
export async function startEnrolment(deps: Deps, ask: { who: SignedIn; password: string | undefined; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  if (contact.factorId !== null) throw new Problem('verification-already-on')
  if (!isFresh(deps, ask.who, now)) {
    if (ask.password === undefined) throw new Problem('password-needed')
    await checkPassword(deps, contact, ask.password, ask.visit, now)
  }
  const { factor, secret } = newPendingFactor(deps, contact.id, null, now)
  await deps.store.commit(deps.store.addPendingFactor(factor), note(deps, contact, 'key-enrolled', ask.visit, now))
  return { enrolmentId: factor.id, expiresAt: factor.expiresAt, ...keyOf(deps, ask.who, secret) }
}

/** Switches verification on with a code of the pending key; that code is used up. All other sessions end, this one gets a new token. */
export async function confirmEnrolment(deps: Deps, ask: { who: SignedIn; enrolmentId: string; code: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  if (contact.factorId !== null) throw new Problem('verification-already-on')
  const pending = await deps.store.findPendingFactor(contact.id, now)
  if (!pending || pending.id !== ask.enrolmentId) throw new Problem('enrolment-over')

  const useStep = await takeEnrolmentCode(deps, contact, pending.id, ask.code, ask.visit, now)
  const recovery = makeRecoveryCodes(deps, contact.id, now)
  const renewed = renewSession(deps, session.id, 'code')
  const endedSessions = (await deps.store.listSessions(contact.id, now)).length - 1
  await deps.store.commit(
    useStep,
    deps.store.activateFactor(pending.id, now, now + deps.config.rules.key.copiesAfterOnMs),
    deps.store.pointToFactor(contact.id, pending.id),
    deps.store.requireEnrolment(contact.id, null),
    recovery.writes,
    renewed.write,
    endEverythingElse(deps, ask.who, now),
    note(deps, contact, 'verification-on', ask.visit, now),
    tell(deps, contact, { kind: 'verification-on', endedSessions }, ask.visit, now),
  )
  return { sessionToken: renewed.token, endedSessions, recoveryCodes: recovery.codes }
}

/** Other sessions, open challenges, mailed resets and all trust of the contact. */
const endEverythingElse = (deps: Deps, { contact, session }: SignedIn, now: number): Write[] => [
  deps.store.endOtherSessions(contact.id, session.id),
  deps.store.cancelChallenges(contact.id, now),
  deps.store.forgetDevices(contact.id),
  deps.store.removeLinks(contact.id, 'password-reset'),
]

/** Switches verification off with a fresh code or a recovery code; the factor is retired and its key never comes back. */
export async function turnOff(
  deps: Deps,
  ask: { who: SignedIn; code: string | undefined; recoveryCode: string | undefined; visit: Visit },
) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  const factor = await activeFactor(deps, ask.who)
  // The people of the operator handle the accounts of others: theirs stays on.
  if (isOfOperator(contact, ask.who.company)) throw new Problem('own-verification-needed')
  if (ask.code === undefined && ask.recoveryCode === undefined) throw new Problem('fresh-code-needed')

  const proved =
    ask.code !== undefined
      ? await takeCodeInSession(deps, ask.who, ask.code, ask.visit, now)
      : (await takeRecoveryCode(deps, contact, ask.recoveryCode ?? '', ask.visit, now)).writes
  const by = ask.code !== undefined ? 'code' : 'recovery-code'
  const renewed = renewSession(deps, session.id, 'password')
  await deps.store.commit(
    proved,
    deps.store.pointToNoFactor(contact.id, factor.id),
    deps.store.retireFactor(factor.id, now),
    deps.store.removeRecoveryCodes(contact.id),
    renewed.write,
    endEverythingElse(deps, ask.who, now),
    // Those from before ON were only refused meanwhile.
    deps.store.endSoapSessions(contact.id),
    await stopCaseOf(deps, contact.id, { as: 'owner', holder: contact }, ask.visit, now),
    note(deps, contact, 'verification-off', ask.visit, now, { by }),
    tell(deps, contact, { kind: 'verification-off', by }, ask.visit, now),
  )
  return { sessionToken: renewed.token }
}

/** Ten new recovery codes in place of the old ones, for a fresh code. */
export async function renewRecoveryCodes(deps: Deps, ask: { who: SignedIn; code: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  const proved = await takeCodeInSession(deps, ask.who, ask.code, ask.visit, now)
  const { codes, writes } = makeRecoveryCodes(deps, contact.id, now)
  await deps.store.commit(
    proved,
    writes,
    note(deps, contact, 'recovery-codes-renewed', ask.visit, now),
    tell(deps, contact, { kind: 'recovery-codes-renewed' }, ask.visit, now),
  )
  return { recoveryCodes: codes }
}
