import type { Deps } from '../deps.ts'
import { deskChannel, type LiveEvent } from '../live.ts'
import { isStaff, mustEnrol, type SignedIn } from './signed-in.ts'
import { hashToken } from './tokens.ts'

/**
 * Who watches by this token, while they may: the session stands, and login verification does not have to be switched on first.
 * For a page that only watches: looking does not count as being there and puts no idle time off.
 */
export async function findStillSignedIn(deps: Deps, token: string): Promise<SignedIn | undefined> {
  const now = deps.clock.now()
  const who = await deps.store.findSignedIn(hashToken(token), now)
  return who && !mustEnrol(who.contact, who.company, now) ? who : undefined
}

/** What a person watches: the desk all customers, everybody else their own company. */
export const channelOf = (who: SignedIn) => (isStaff(who) ? deskChannel : who.company.id)

/** Whether an event of their channel is for this person: that of a request for who signs it, their admins and the desk. */
export function maySee(who: SignedIn, event: LiveEvent): boolean {
  const isAdmin = who.contact.role === 'admin'
  if (event.kind === 'api-call') return isAdmin
  if (event.kind === 'case') return isStaff(who)
  return isAdmin || isStaff(who) || event.contactId === who.contact.id
}
