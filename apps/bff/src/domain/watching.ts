import type { Deps } from '../deps.ts'
import { mustEnrol, type SignedIn } from './signed-in.ts'
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
