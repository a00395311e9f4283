import type { Deps } from '../deps.ts'
import { Problem, secondsUntil } from './problem.ts'
import { hashToken } from './tokens.ts'

/** One form of a login for look-ups and limits on every path: trimmed, Unicode NFC, lower case. */
export const canonicalLogin = (typed: string) => typed.trim().normalize('NFC').toLowerCase()

/**
 * Charges one password try before it is looked at, by login and address and by address alone: a stranger elsewhere
 * spends nothing of the owner's. Refuses with `too-many-sign-ins`. Gives the writes that forgive it when it was right.
 */
export async function takePasswordAttempt(deps: Deps, login: string, address: string, now: number) {
  const { perLoginAndAddress, perAddress } = deps.config.rules.signIn
  // The login may be anything a person typed, a password by mistake included: only its hash is kept.
  const byLogin = `password:${hashToken(`${login}|${address}`).toString('base64url')}`
  const byAddress = `address:${address}`
  // One after the other: tries that are refused for their login do not eat what the others behind this address have.
  const wanted = [
    { key: byLogin, ...perLoginAndAddress },
    { key: byAddress, ...perAddress },
  ]
  const exhausted = await deps.store.takeAllowances(wanted, now)
  if (exhausted !== undefined)
    throw new Problem('too-many-sign-ins', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(exhausted, now), now) })
  return [deps.store.clearAllowance(byLogin), deps.store.giveBackAllowance(byAddress)]
}

/** How a password hash is bound to its row when sealed. */
export const openPassword = (deps: Deps, contact: { id: string; passwordSealed: string | null }) =>
  contact.passwordSealed === null ? undefined : deps.sealer.open('password', contact.id, contact.passwordSealed).toString()

export const sealPassword = (deps: Deps, contactId: string, phc: string) => deps.sealer.seal('password', contactId, Buffer.from(phc))

/** Checks the password of somebody who is signed in; the same limits as at sign-in. Refuses with `password-wrong`. */
export async function checkPassword(
  deps: Deps,
  contact: { id: string; login: string; passwordSealed: string | null },
  password: string,
  address: string,
  now: number,
) {
  const forgive = await takePasswordAttempt(deps, contact.login, address, now)
  if (!(await deps.passwords.verify(openPassword(deps, contact), password))) throw new Problem('password-wrong')
  await deps.store.commit(forgive)
}
