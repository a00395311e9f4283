import { timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Company, Contact, SoapSession, Write } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { isAllowed } from './address-list.ts'
import { Problem, secondsUntil } from './problem.ts'
import { isOfOperator, mustEnrol } from './signed-in.ts'
import { publishCall, recordCall } from './soap-use.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** A call of an old program: `source` is the whole address it came from, for lists of allowed ones. */
export type SoapVisit = Visit & { source: string }

/** Who is behind a call, read anew for each one. */
export type SoapCaller = { session: SoapSession; contact: Contact; company: Company }

const bound = (secret: string, credential: string) => hashToken(`${secret}|${credential}`)

/**
 * A new session: the token for the program, and the writes that open it. What is kept of the token is hashed together with the
 * credential that opened it, so that a session ends with its password, whoever changes that and wherever.
 */
export function openSoapSession(deps: Deps, contactId: string, credential: string, now: number): { token: string; writes: Write[] } {
  const { sessionLifeMs, sessionsPerContact } = deps.config.rules.soap
  const id = newId(deps, 'soa')
  const secret = newToken(deps)
  const session: SoapSession = {
    id,
    tokenHash: bound(secret, credential),
    contactId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + sessionLifeMs,
  }
  return { token: `${id.slice('soa_'.length)}.${secret}`, writes: deps.store.openSoapSession(session, sessionsPerContact) }
}

/** The session and contact of a token whose password is still one of the contact's; alive or not. */
async function holderOf(deps: Deps, token: string) {
  const [id, secret, ...rest] = token.split('.')
  const found = id && secret && rest.length === 0 ? await deps.store.findSoapSession(`soa_${id}`) : undefined
  if (!found?.contact.active) return undefined
  const isFrom = (credential: string) => timingSafeEqual(found.session.tokenHash, bound(secret ?? '', credential))
  if (found.contact.kind === 'person') {
    const { passwordSealed } = found.contact
    return passwordSealed !== null && isFrom(passwordSealed) ? { ...found, credentialEndsAt: Number.POSITIVE_INFINITY } : undefined
  }
  const password = (await deps.store.listApiPasswords(found.contact.id)).find((row) => isFrom(row.id))
  return password && { ...found, credentialEndsAt: password.expiresAt }
}

/**
 * Who calls with this token; asked at every call, so that whatever has changed since Login holds at once. Refuses with
 * `not-signed-in`, `verification-is-on`, `enrolment-needed`, `password-expired`, `address-not-allowed` or `too-many-tries`.
 */
export async function findSoapCaller(deps: Deps, ask: { token: string; operation: string; visit: SoapVisit }): Promise<SoapCaller> {
  const now = deps.clock.now()
  const { sessionIdleMs } = deps.config.rules.soap
  const found = await holderOf(deps, ask.token)
  if (!found) throw new Problem('not-signed-in')
  const { session, contact, company, credentialEndsAt } = found
  const isAlive = session.expiresAt > now && session.lastSeenAt + sessionIdleMs > now
  if (contact.kind === 'person' && contact.factorId !== null) {
    // The session is over for good, but whoever holds it is told the cause at each further call.
    if (isAlive)
      await deps.store.commit(
        deps.store.closeSoapSession(session.id, now),
        note(deps, contact, 'soap-refused', ask.visit, now, { reason: 'verification', operation: ask.operation }),
      )
    throw new Problem('verification-is-on')
  }
  if (!isAlive || isOfOperator(contact, company)) throw new Problem('not-signed-in')
  if (contact.kind === 'person' && mustEnrol(contact, company, now)) throw new Problem('enrolment-needed')
  if (credentialEndsAt <= now) throw new Problem('password-expired')
  await takeCall(deps, contact.id, now)
  if (contact.kind === 'api') await demandAddress(deps, contact, ask.operation, ask.visit, now)
  await markCall(deps, { session, contact, company }, ask.operation, ask.visit, now)
  return { session, contact, company }
}

/** Charges one of a contact's calls, Login among them. Refuses with `too-many-tries`. */
export async function takeCall(deps: Deps, contactId: string, now: number) {
  const key = `soap-calls:${contactId}`
  if (!(await deps.store.takeAllowance(key, deps.config.rules.api.calls, now)))
    throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

/** An API contact calls only from the addresses on its list. */
export async function demandAddress(deps: Deps, contact: Contact, operation: string, visit: SoapVisit, now: number) {
  const facts = (await deps.store.findApiContact(contact.id, contact.companyId))?.facts
  if (facts && isAllowed(facts.addresses, visit.source)) return
  await deps.store.commit(note(deps, contact, 'soap-refused', visit, now, { reason: 'address', operation }))
  throw new Problem('address-not-allowed')
}

/** Being seen, and each operation, is written at most once a minute, so that a call stays cheap. */
async function markCall(deps: Deps, { session, contact }: SoapCaller, operation: string, visit: Visit, now: number) {
  const { seenEveryMs } = deps.config.rules.session
  const lately = await deps.store.listSoapUses(contact.id, now - seenEveryMs)
  const writes = [
    ...(lately.some((use) => use.operation === operation) ? [] : [recordCall(deps, contact, operation, visit, now)]),
    ...(now - session.lastSeenAt >= seenEveryMs ? [deps.store.markSoapSessionSeen(session.id, now)] : []),
  ]
  if (writes.length > 0) await deps.store.commit(writes)
  publishCall(deps, contact, operation, now)
}

export async function endSoapSession(deps: Deps, ask: { caller: SoapCaller }) {
  await deps.store.commit(deps.store.endSoapSession(ask.caller.session.id))
}
