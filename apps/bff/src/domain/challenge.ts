import type { Deps } from '../deps.ts'
import type { Challenge, Contact, KnownBrowser, Write } from '../store/store.ts'
import { tell, type Visit } from './activity.ts'
import { recognise } from './browser.ts'
import { takeCode } from './codes.ts'
import { type Entry, enter, mayRemember } from './entry.ts'
import { Problem } from './problem.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { hashToken, newId, newToken } from './tokens.ts'
import { deviceCookieName, rememberDevice } from './trusted-device.ts'

/**
 * A challenge that a code answers: the token for its cookie, and the writes. It belongs to one attempt to sign in with all that
 * this browser opened before: a recognised one for ever, another while the challenge of `tokenBefore` lives.
 */
export async function openChallenge(
  deps: Deps,
  contact: Contact,
  ask: { browser: KnownBrowser | undefined; tokenBefore: string | undefined; visit: Visit },
  now: number,
): Promise<{ token: string; writes: Write[] }> {
  const { lifeMs, attempts, open } = deps.config.rules.challenge
  const { browser, tokenBefore, visit } = ask
  const before = browser || !tokenBefore ? undefined : await deps.store.findChallenge(hashToken(tokenBefore), now)
  const id = newId(deps, 'cha')
  const token = newToken(deps)
  const challenge: Challenge = {
    id,
    tokenHash: hashToken(token),
    contactId: contact.id,
    client: visit.client,
    address: visit.address,
    attemptsLeft: attempts,
    createdAt: now,
    expiresAt: now + lifeMs,
    closedAt: null,
    outcome: null,
    browserId: browser?.id ?? null,
    lineage: browser?.id ?? (before?.contactId === contact.id ? before.lineage : id),
    warnAt: now + lifeMs,
    halfAt: null,
    answeredAt: null,
  }
  // The password may have been set anew while it was being checked: then it opens nothing.
  return { token, writes: [deps.store.confirmAsSeen(contact), ...deps.store.openChallenge(challenge, open)] }
}

/** The challenge that awaits a code in this browser; refused with `challenge-over` when there is none alive. */
export async function findChallenge(deps: Deps, ask: { token: string }) {
  const challenge = await deps.store.findChallenge(hashToken(ask.token), deps.clock.now())
  const contact = challenge && (await deps.store.findContact(challenge.contactId))
  if (!challenge || !contact?.active) throw new Problem('challenge-over')
  const company = await deps.store.findCompany(contact.companyId)
  return { email: contact.login, expiresAt: challenge.expiresAt, mayRemember: mayRemember({ contact, company }) }
}

/** Spends one attempt of the challenge and gives it with its contact, whose verification is on. */
async function takeAttempt(deps: Deps, token: string, now: number) {
  const lockedAt = now + deps.config.rules.halfSignIn.lockedGraceMs
  const challenge = await deps.store.takeChallengeAttempt(hashToken(token), now, lockedAt)
  const contact = challenge && (await deps.store.findContact(challenge.contactId))
  if (!challenge || !contact?.active || contact.factorId === null) throw new Problem('challenge-over')
  const company = await deps.store.findCompany(contact.companyId)
  return { challenge, person: { contact, company }, factorId: contact.factorId }
}

const aboutTheCode = ['code-wrong', 'code-used', 'phone-clock-off', 'code-of-old-entry', 'recovery-code-wrong', 'too-many-codes']

/** With its last attempt gone a challenge is over, whatever else is wrong; the wait of the factor still holds for the next one. */
const whenSpent = (challenge: Challenge) => (reason: unknown) => {
  const isAboutTheCode = reason instanceof Problem && aboutTheCode.includes(reason.code)
  if (challenge.attemptsLeft > 0 || !isAboutTheCode) throw reason
  throw new Problem('challenge-over', reason.detail)
}

/** Answers the challenge with a code of the app. Refuses as `takeCode` does, or with `challenge-over`. */
export async function answerWithCode(
  deps: Deps,
  ask: { token: string; code: string; rememberDevice: boolean; visit: Visit },
): Promise<Entry> {
  const now = deps.clock.now()
  const { challenge, person, factorId } = await takeAttempt(deps, ask.token, now)
  const { contact } = person
  const browser = await recognise(deps, contact.id, ask.visit, now)
  const useStep = await takeCode(deps, contact, factorId, ask.code, browser, ask.visit, now).catch(whenSpent(challenge))
  const remembered = ask.rememberDevice && mayRemember(person) ? rememberDevice(deps, contact, ask.visit, now) : undefined
  const expiresAt = now + deps.config.rules.trustedDevice.lifeMs
  const device = remembered && { name: deviceCookieName(deps, contact.id), token: remembered.token, expiresAt }
  const entry = await enter(deps, person, 'code', browser, ask.visit, now, device)
  await deps.store.commit(
    deps.store.completeChallenge(challenge, now),
    useStep,
    contact.trustPausedAt === null ? [] : deps.store.resumeTrust(contact.id),
    remembered?.writes ?? [],
    entry.writes,
  )
  return entry.cookies
}

/** Answers the challenge with a recovery code, for a person without the phone. */
export async function answerWithRecoveryCode(
  deps: Deps,
  ask: { token: string; recoveryCode: string; visit: Visit },
): Promise<Entry & { recoveryCodesLeft: number }> {
  const now = deps.clock.now()
  const { challenge, person } = await takeAttempt(deps, ask.token, now)
  const { contact } = person
  const recovery = await takeRecoveryCode(deps, contact, ask.recoveryCode, ask.visit, now).catch(whenSpent(challenge))
  const browser = await recognise(deps, contact.id, ask.visit, now)
  const entry = await enter(deps, person, 'recovery-code', browser, ask.visit, now)
  await deps.store.commit(
    deps.store.completeChallenge(challenge, now),
    recovery.writes,
    tell(deps, contact, { kind: 'recovery-code-used', left: recovery.left }, ask.visit, now),
    entry.writes,
  )
  return { ...entry.cookies, recoveryCodesLeft: recovery.left }
}
