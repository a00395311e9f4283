import type { Deps } from '../deps.ts'
import type { Factor } from '../store/store.ts'
import { factorBinding } from './codes.ts'
import { newId } from './tokens.ts'

/** A new key for a contact that dies in ten minutes unless it is confirmed. `seenByName` is the admin on whose screen it is, if it is not the contact's own. */
export function newPendingFactor(
  deps: Deps,
  contactId: string,
  seenByName: string | null,
  now: number,
): { factor: Factor; secret: Buffer } {
  const secret = deps.random.bytes(deps.config.rules.totp.secretBytes)
  const id = newId(deps, 'fac')
  const factor: Factor = {
    id,
    contactId,
    type: 'totp',
    secretSealed: deps.sealer.seal('totp', factorBinding(contactId, id), secret),
    lastStep: -1,
    lastCodeAt: null,
    failures: 0,
    blockedUntil: 0,
    recentFailures: 0,
    recentEndsAt: 0,
    resetRequiredAt: null,
    checkedUpAt: null,
    toldStep: null,
    seenByName,
    createdAt: now,
    expiresAt: now + deps.config.rules.enrolment.lifeMs,
    activatedAt: null,
    retiredAt: null,
    copiesUntil: 0,
  }
  return { factor, secret }
}
