import type { CopyKind } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { factorBinding, takeCodeInSession } from './codes.ts'
import { checkPassword } from './password-check.ts'
import { Problem, secondsUntil } from './problem.ts'
import type { SignedIn } from './signed-in.ts'
import { base32Of, otpauthUri } from './totp.ts'

/** The active factor; verification must be on. */
export async function activeFactor(deps: Deps, { contact }: SignedIn) {
  const factor = contact.factorId === null ? undefined : await deps.store.findFactor(contact.factorId)
  if (!factor) throw new Problem('verification-already-off')
  return factor
}

/** The key as a person gets it: for the QR, and to type by hand. */
export function keyOf(deps: Deps, { contact }: { contact: { login: string } }, secret: Buffer) {
  const { issuer } = deps.config
  return { uri: otpauthUri(secret, issuer, contact.login), key: base32Of(secret), issuer, login: contact.login }
}

/** Shows the current key again, for a second phone: password and a fresh code in one, at most three times a day. */
export async function showKey(deps: Deps, ask: { who: SignedIn; password: string; code: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  const { shownForMs, showsPerDay } = deps.config.rules.key
  const factor = await activeFactor(deps, ask.who)
  await checkPassword(deps, contact, ask.password, ask.visit, now)
  const proved = await takeCodeInSession(deps, ask.who, ask.code, ask.visit, now)
  await spend(deps, `key-shown:${factor.id}`, { limit: showsPerDay, windowMs: 86_400_000 }, now).catch(async (reason) => {
    // The code was right: it is used up and does not count as a guess.
    await deps.store.commit(proved)
    throw reason
  })
  const secret = deps.sealer.open('totp', factorBinding(contact.id, factor.id), factor.secretSealed)
  await deps.store.commit(
    proved,
    deps.store.openForCopies(factor.id, now + shownForMs),
    note(deps, contact, 'key-shown', ask.visit, now),
    tell(deps, contact, { kind: 'key-shown' }, ask.visit, now),
  )
  return { shownForMs, ...keyOf(deps, ask.who, secret) }
}

async function spend(deps: Deps, key: string, rule: { limit: number; windowMs: number }, now: number) {
  if (!(await deps.store.takeAllowance(key, rule, now)))
    throw new Problem('key-shown-too-often', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

/** Records that the key on the screen is downloaded or printed, and gives the copy its serial number. Only while it is shown. */
export async function recordCopy(deps: Deps, ask: { who: SignedIn; kind: CopyKind; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  const factor = await activeFactor(deps, ask.who)
  if (factor.copiesUntil <= now) throw new Problem('key-not-shown')
  await spend(deps, `key-copied:${factor.id}`, { limit: deps.config.rules.key.copiesPerHour, windowMs: 3_600_000 }, now)
  const serial = serialNumber(deps, now)
  await deps.store.commit(
    note(deps, contact, 'key-copied', ask.visit, now, { copy: ask.kind, serial }),
    tell(deps, contact, { kind: 'key-copied', copy: ask.kind, serial }, ask.visit, now),
  )
  return { serial, at: now }
}

/** Such as `2026-4F7A-09C2`: the year and 32 random bits, to tell sheets of paper apart. */
function serialNumber(deps: Deps, now: number) {
  const bits = deps.random.bytes(4).toString('hex').toUpperCase()
  return `${new Date(now).getUTCFullYear()}-${bits.slice(0, 4)}-${bits.slice(4)}`
}
