import type { Deps } from '../deps.ts'
import type { Write } from '../store/store.ts'
import { note, type Subject, type Visit } from './activity.ts'
import { Problem, secondsUntil } from './problem.ts'
import { newId } from './tokens.ts'

// 32 characters without those that look like another; ten of them are 50 random bits.
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz0'

const codeHash = (deps: Deps, contactId: string, code: string) => deps.sealer.mark('recovery-code', `${contactId}|${code}`)

/** Ten new recovery codes such as `k3v9x-2mq7a` for the person to keep, and the writes that put them in place of the old ones. */
export function makeRecoveryCodes(deps: Deps, contactId: string, now: number): { codes: string[]; writes: Write[] } {
  const codes = Array.from({ length: deps.config.rules.recoveryCodes.count }, () =>
    [...deps.random.bytes(10)].map((byte) => alphabet[byte % alphabet.length]).join(''),
  )
  const rows = codes.map((code) => ({
    id: newId(deps, 'rec'),
    contactId,
    codeHash: codeHash(deps, contactId, code),
    createdAt: now,
    usedAt: null,
  }))
  return { codes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), writes: deps.store.replaceRecoveryCodes(contactId, rows) }
}

/**
 * Charges one try and gives the writes that use the recovery code, refused with `recovery-code-wrong` when there is none
 * such. The tries are a pool of their own: whoever guesses codes of the app cannot close this way back.
 */
export async function takeRecoveryCode(deps: Deps, contact: Subject, code: string, visit: Visit, now: number) {
  const key = `recovery-code:${contact.id}`
  if (!(await deps.store.takeAllowance(key, deps.config.rules.recoveryCodes.attempts, now)))
    throw new Problem('too-many-codes', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
  const hash = codeHash(deps, contact.id, code)
  if (!(await deps.store.isUnusedRecoveryCode(contact.id, hash))) {
    await deps.store.commit(note(deps, contact, 'code-refused', visit, now, { reason: 'recovery-code-wrong' }))
    throw new Problem('recovery-code-wrong')
  }
  const left = (await deps.store.countRecoveryCodes(contact.id)) - 1
  const writes = [
    deps.store.useRecoveryCode(contact.id, hash, now),
    deps.store.clearAllowance(key),
    deps.store.resumeTrust(contact.id),
    note(deps, contact, 'recovery-code-used', visit, now, { left }),
  ]
  return { left, writes }
}
