import type { Deps } from '../deps.ts'
import type { LinkPurpose, Write } from '../store/store.ts'
import { Problem, secondsUntil } from './problem.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** A link to be mailed: its token, until when it works (`lifeMs` from `now`), and the writes that make it one of the newest `keep` of its purpose. */
export function mailedLink(
  deps: Deps,
  contact: { id: string },
  purpose: LinkPurpose,
  lifeMs: number,
  keep: number,
  now: number,
): { token: string; expiresAt: number; writes: Write[] } {
  const token = newToken(deps)
  const expiresAt = now + lifeMs
  const link = {
    id: newId(deps, 'lin'),
    tokenHash: hashToken(token),
    contactId: contact.id,
    purpose,
    email: null,
    caseId: null,
    createdAt: now,
    expiresAt,
    usedAt: null,
  }
  return { token, expiresAt, writes: deps.store.addLink(link, keep) }
}

/** Charges one look at a mailed link, whatever comes of it, by address. Refuses with `too-many-tries`. */
export async function takeLinkCheck(deps: Deps, address: string, now: number) {
  const key = `link:${address}`
  if (!(await deps.store.takeAllowance(key, deps.config.rules.password.linkChecks, now)))
    throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

/** A link that still works, with its contact. Refuses with `link-over`: unknown, used, too old, of another purpose, or of nobody who is active. */
export async function findMailedLink(deps: Deps, purpose: LinkPurpose, token: string, now: number) {
  const link = await deps.store.findLink(purpose, hashToken(token), now)
  const contact = link && (await deps.store.findContact(link.contactId))
  if (!link || !contact?.active) throw new Problem('link-over')
  return { link, contact }
}
