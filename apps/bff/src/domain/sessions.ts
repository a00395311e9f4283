import type { Assurance } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Company, Contact, Session, Write } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { Problem } from './problem.ts'
import { isOfOperator, type SignedIn } from './signed-in.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** A new session: the token for the cookie, and the writes that open it. Those of the operator's people are shorter and fewer. */
export function openSession(
  deps: Deps,
  { contact, company }: { contact: Pick<Contact, 'id' | 'role' | 'lastSignInAt'>; company: Pick<Company, 'operator'> | undefined },
  assurance: Assurance,
  visit: Visit,
  now: number,
): { token: string; writes: Write[] } {
  const life = deps.config.rules.session[isOfOperator(contact, company) ? 'staff' : 'customer']
  const token = newToken(deps)
  const session: Session = {
    id: newId(deps, 'ses'),
    tokenHash: hashToken(token),
    contactId: contact.id,
    assurance,
    client: visit.client,
    signedInAt: now,
    previousSignInAt: contact.lastSignInAt,
    lastSeenAt: now,
    idleMs: life.idleMs,
    expiresAt: now + life.absoluteMs,
  }
  return { token, writes: deps.store.openSession(session, life.perContact) }
}

/** Who holds this token; undefined when nobody does any more. Being seen is written at most once a minute, and only where somebody `isThere`. */
export async function findSignedIn(deps: Deps, token: string, isThere = true): Promise<SignedIn | undefined> {
  const now = deps.clock.now()
  const found = await deps.store.findSignedIn(hashToken(token), now)
  if (found && isThere && now - found.session.lastSeenAt >= deps.config.rules.session.seenEveryMs) {
    await deps.store.commit(deps.store.markSeen(found.session.id, now))
  }
  return found
}

/** The same session under a new token, after who may do what has changed. */
export function renewSession(deps: Deps, sessionId: string, assurance: Assurance): { token: string; write: Write } {
  const token = newToken(deps)
  return { token, write: deps.store.renewSession(sessionId, hashToken(token), assurance) }
}

export async function listSessions(deps: Deps, who: SignedIn) {
  const rows = await deps.store.listSessions(who.contact.id, deps.clock.now())
  return rows.map(({ id, client, signedInAt, lastSeenAt, assurance }) => ({
    id,
    ...client,
    signedInAt,
    lastSeenAt,
    assurance,
    current: id === who.session.id,
  }))
}

export async function endSession(deps: Deps, ask: { who: SignedIn; sessionId: string; visit: Visit }) {
  const { contact } = ask.who
  await deps.store.commit(
    deps.store.endSession(ask.sessionId, contact.id),
    note(deps, contact, 'session-ended', ask.visit, deps.clock.now()),
  )
}

export async function endOtherSessions(deps: Deps, ask: { who: SignedIn; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  const ended = (await deps.store.listSessions(contact.id, now)).length - 1
  await deps.store.commit(
    proved,
    deps.store.endOtherSessions(contact.id, session.id),
    deps.store.endSoapSessions(contact.id),
    deps.store.cancelChallenges(contact.id, now),
    note(deps, contact, 'sessions-ended', ask.visit, now, { ended }),
  )
  return { ended }
}

/** Ends the session of this token; nothing happens when it ended before. */
export async function signOut(deps: Deps, ask: { token: string; visit: Visit }) {
  const session = await deps.store.findSession(hashToken(ask.token))
  const contact = session && (await deps.store.findContact(session.contactId))
  if (!contact) return
  await deps.store
    .commit(deps.store.endSession(session.id, contact.id), note(deps, contact, 'sign-out', ask.visit, deps.clock.now()))
    .catch((reason: unknown) => {
      // Another request ended it first, which is as good.
      if (!(reason instanceof Problem)) throw reason
    })
}
