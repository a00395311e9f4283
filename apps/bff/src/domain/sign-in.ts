import type { Deps } from '../deps.ts'
import type { Challenge, Contact, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { takeCode } from './codes.ts'
import { canonicalLogin, openPassword, sealPassword, takePasswordAttempt } from './password-check.ts'
import { Problem } from './problem.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { openSession } from './sessions.ts'
import { mustEnrol } from './signed-in.ts'
import { hashToken, newId, newToken } from './tokens.ts'
import { deviceCookieName, rememberDevice, trustOf } from './trusted-device.ts'

/** A device token to be put into the cookie of that name; it dies at `expiresAt`. */
export type DeviceCookie = { name: string; token: string; expiresAt: number }

export type PasswordAnswer =
  | { next: 'home' | 'enrol'; sessionToken: string; device: DeviceCookie | undefined }
  | { next: 'code'; challengeToken: string }

/**
 * Password first. With verification off, or on a remembered device, it opens a session; otherwise only a challenge,
 * and no session exists. `deviceToken` gives the token that the browser holds for a contact.
 */
export async function signInWithPassword(
  deps: Deps,
  ask: { email: string; password: string; deviceToken: (cookieName: string) => string | undefined; visit: Visit },
): Promise<PasswordAnswer> {
  const now = deps.clock.now()
  const login = canonicalLogin(ask.email)
  const forgive = await takePasswordAttempt(deps, login, ask.visit.address, now)
  const contact = await deps.store.findContactByLogin(login)
  const phc = contact && openPassword(deps, contact)
  const isRight = await deps.passwords.verify(phc, ask.password)
  if (!contact || !isRight || !mayUseTheWeb(contact)) {
    if (contact) noteRefusal(deps, contact, ask.visit, now)
    throw new Problem('sign-in-refused')
  }
  const answer = await whatNext(deps, contact, ask, forgive, now).catch(async (reason) => {
    // Something changed between reading and writing (a second tab, the switch): look once more, if the password is still right.
    const again = await deps.store.findContact(contact.id)
    const mayRetry = reason instanceof Problem && reason.code === 'sign-in-refused'
    if (!mayRetry || !again || !mayUseTheWeb(again)) throw reason
    const isSameHash = again.passwordSealed === contact.passwordSealed
    if (!isSameHash && !(await deps.passwords.verify(openPassword(deps, again), ask.password))) throw reason
    return whatNext(deps, again, ask, forgive, now)
  })
  if (phc && deps.passwords.isDated(phc)) await rehash(deps, contact, ask.password)
  return answer
}

/** Not waited for: a login that exists must not be answered later than one that does not. */
function noteRefusal(deps: Deps, contact: Contact, visit: Visit, now: number) {
  deps.store.commit(note(deps, contact, 'sign-in-refused', visit, now)).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: visit.requestId }, 'a refused sign-in was not noted')
  })
}

/** API contacts speak SOAP only. */
const mayUseTheWeb = (contact: Contact) => contact.active && contact.kind === 'person'

async function whatNext(
  deps: Deps,
  contact: Contact,
  ask: { deviceToken: (cookieName: string) => string | undefined; visit: Visit },
  forgive: Write[],
  now: number,
): Promise<PasswordAnswer> {
  if (contact.factorId === null) {
    const session = openSession(deps, contact, 'password', ask.visit, now)
    await deps.store.commit(
      forgive,
      deps.store.recordSignIn(contact, now),
      session.writes,
      note(deps, contact, 'sign-in', ask.visit, now, { assurance: 'password' }),
    )
    return { next: mustEnrol(contact) ? 'enrol' : 'home', sessionToken: session.token, device: undefined }
  }

  const cookie = deviceCookieName(deps, contact.id)
  const trust = mayRemember(contact) ? await trustOf(deps, contact, ask.deviceToken(cookie), ask.visit, now) : undefined
  if (trust) {
    const session = openSession(deps, contact, 'trusted-device', ask.visit, now)
    await deps.store.commit(
      forgive,
      deps.store.recordSignIn(contact, now),
      trust.writes,
      session.writes,
      note(deps, contact, 'sign-in', ask.visit, now, { assurance: 'trusted-device' }),
    )
    const device = trust.token === undefined ? undefined : { name: cookie, token: trust.token, expiresAt: trust.expiresAt }
    return { next: 'home', sessionToken: session.token, device }
  }

  const { lifeMs, attempts, open } = deps.config.rules.challenge
  const token = newToken(deps)
  const challenge: Challenge = {
    id: newId(deps, 'cha'),
    tokenHash: hashToken(token),
    contactId: contact.id,
    client: ask.visit.client,
    address: ask.visit.address,
    attemptsLeft: attempts,
    createdAt: now,
    expiresAt: now + lifeMs,
    closedAt: null,
    outcome: null,
  }
  await deps.store.commit(forgive, deps.store.openChallenge(challenge, open), note(deps, contact, 'code-awaited', ask.visit, now))
  return { next: 'code', challengeToken: token }
}

/** Staff have no remembered devices. */
const mayRemember = (contact: Pick<Contact, 'role'>) => contact.role !== 'support'

async function rehash(deps: Deps, contact: Contact, password: string) {
  const sealed = sealPassword(deps, contact.id, await deps.passwords.hash(password))
  await deps.store.commit(deps.store.resealPassword(contact.id, contact.passwordSealed ?? '', sealed))
}

/** The challenge that awaits a code in this browser; refused with `challenge-over` when there is none alive. */
export async function findChallenge(deps: Deps, ask: { token: string }) {
  const challenge = await deps.store.findChallenge(hashToken(ask.token), deps.clock.now())
  const contact = challenge && (await deps.store.findContact(challenge.contactId))
  if (!challenge || !contact?.active) throw new Problem('challenge-over')
  return { email: contact.login, expiresAt: challenge.expiresAt, mayRemember: mayRemember(contact) }
}

/** Spends one attempt of the challenge and gives it with its contact, whose verification is on. */
async function takeAttempt(deps: Deps, token: string, now: number) {
  const challenge = await deps.store.takeChallengeAttempt(hashToken(token), now)
  const contact = challenge && (await deps.store.findContact(challenge.contactId))
  if (!challenge || !contact?.active || contact.factorId === null) throw new Problem('challenge-over')
  return { challenge, contact, factorId: contact.factorId }
}

/** With its last attempt gone a challenge is over, whatever else is wrong; the wait of the factor still holds for the next one. */
const whenSpent = (challenge: Challenge) => (reason: unknown) => {
  const isAboutTheCode =
    reason instanceof Problem && ['code-wrong', 'code-used', 'recovery-code-wrong', 'too-many-codes'].includes(reason.code)
  if (challenge.attemptsLeft > 0 || !isAboutTheCode) throw reason
  throw new Problem('challenge-over', reason.detail)
}

/** Answers the challenge with a code of the app. Refuses as `takeCode` does, or with `challenge-over`. */
export async function answerWithCode(deps: Deps, ask: { token: string; code: string; rememberDevice: boolean; visit: Visit }) {
  const now = deps.clock.now()
  const { challenge, contact, factorId } = await takeAttempt(deps, ask.token, now)
  const useStep = await takeCode(deps, contact, factorId, ask.code, ask.visit, now).catch(whenSpent(challenge))
  const session = openSession(deps, contact, 'code', ask.visit, now)
  const device = ask.rememberDevice && mayRemember(contact) ? rememberDevice(deps, contact, ask.visit, now) : undefined
  await deps.store.commit(
    deps.store.completeChallenge(challenge.id, now),
    useStep,
    deps.store.recordSignIn(contact, now),
    session.writes,
    device?.writes ?? [],
    note(deps, contact, 'sign-in', ask.visit, now, { assurance: 'code' }),
  )
  const expiresAt = now + deps.config.rules.trustedDevice.lifeMs
  return {
    sessionToken: session.token,
    device: device && { name: deviceCookieName(deps, contact.id), token: device.token, expiresAt },
  }
}

/** Answers the challenge with a recovery code, for a person without the phone. */
export async function answerWithRecoveryCode(deps: Deps, ask: { token: string; recoveryCode: string; visit: Visit }) {
  const now = deps.clock.now()
  const { challenge, contact } = await takeAttempt(deps, ask.token, now)
  const recovery = await takeRecoveryCode(deps, contact, ask.recoveryCode, ask.visit, now).catch(whenSpent(challenge))
  const session = openSession(deps, contact, 'code', ask.visit, now)
  await deps.store.commit(
    deps.store.completeChallenge(challenge.id, now),
    recovery.writes,
    tell(deps, contact, { kind: 'recovery-code-used', left: recovery.left }, ask.visit, now),
    deps.store.recordSignIn(contact, now),
    session.writes,
    note(deps, contact, 'sign-in', ask.visit, now, { assurance: 'recovery-code' }),
  )
  return { sessionToken: session.token, recoveryCodesLeft: recovery.left }
}
