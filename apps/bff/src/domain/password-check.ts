import type { Deps } from '../deps.ts'
import type { KnownBrowser, Write } from '../store/store.ts'
import type { Subject, Visit } from './activity.ts'
import { mailBrowserApproval, recognise } from './browser.ts'
import { Problem, secondsUntil } from './problem.ts'
import { hashToken } from './tokens.ts'

/** One form of a login for look-ups and limits on every path: trimmed, Unicode NFC, lower case. */
export const canonicalLogin = (typed: string) => typed.trim().normalize('NFC').toLowerCase()

// The login may be anything a person typed, a password by mistake included: only its hash is kept.
const keyOf = (kind: string, text: string) => `${kind}:${hashToken(text).toString('base64url')}`
const strangersKey = (login: string) => keyOf('strangers', login)

/** Forgets the failures of unknown browsers: after a whole sign-in from one, and after a new password. */
export const forgiveStrangers = (deps: Deps, login: string): Write => deps.store.clearAllowance(strangersKey(login))

/** A password try that was charged: the recognised browser, and the writes that forgive the try when it was right. */
export type PasswordAttempt = { browser: KnownBrowser | undefined; forgive: Write[] }

/**
 * Charges one password try before it is looked at: a recognised browser by a count of its own, that nobody elsewhere spends;
 * all others by login and address, by address, and by login over all addresses, whether we know the login or not.
 * `person` is undefined when nobody may sign in with it. Refuses with `too-many-sign-ins` or `browser-approval-needed`.
 */
export async function takePasswordAttempt(
  deps: Deps,
  login: string,
  person: Subject | undefined,
  visit: Visit,
  now: number,
): Promise<PasswordAttempt> {
  const browser = person && (await recognise(deps, person.id, visit, now))
  if (browser) return { browser, forgive: await takeOfBrowser(deps, browser, now) }
  return { browser, forgive: await takeOfStranger(deps, login, person, visit, now) }
}

async function takeOfBrowser(deps: Deps, { id }: KnownBrowser, now: number) {
  const { perBrowser, perBrowserStep } = deps.config.rules.signIn
  const [own, step] = [`password:browser:${id}`, `password:browser-step:${id}`]
  const nth = await deps.store.takeNthAllowance(own, perBrowser, now)
  if (nth !== undefined && nth < perBrowser.limit) return [deps.store.clearAllowance(own)]
  // The last of its own is the first of those that come a minute apart.
  if (!(await deps.store.takeAllowance(step, perBrowserStep, now))) throw await tooMany(deps, step, now)
  return [deps.store.clearAllowance(own), deps.store.clearAllowance(step)]
}

async function takeOfStranger(deps: Deps, login: string, person: Subject | undefined, visit: Visit, now: number) {
  const { perLoginAndAddress, perAddress, strangers } = deps.config.rules.signIn
  const byLogin = keyOf('password', `${login}|${visit.address}`)
  const byAddress = `address:${visit.address}`
  const byStrangers = strangersKey(login)
  // A row for each login that somebody makes up may stay only while the address has tries left.
  if (await deps.store.isAllowanceSpent(byAddress, perAddress.limit, now)) throw await tooMany(deps, byAddress, now)
  // One after the other: tries that are refused for their login do not eat what the others behind this address have.
  const wanted = [
    { key: byLogin, ...perLoginAndAddress },
    { key: byAddress, ...perAddress },
    { key: byStrangers, limit: strangers.limit, windowMs: person ? strangers.windowMs : strangers.unknownWindowMs },
  ]
  const exhausted = await deps.store.takeAllowances(wanted, now)
  if (exhausted === byStrangers) {
    if (person) queueApproval(deps, person, visit, now)
    throw new Problem('browser-approval-needed')
  }
  if (exhausted !== undefined) throw await tooMany(deps, exhausted, now)
  return [deps.store.clearAllowance(byLogin), deps.store.giveBackAllowance(byAddress), deps.store.giveBackAllowance(byStrangers)]
}

/** Not waited for: a login that exists must not be answered later than one that does not. */
function queueApproval(deps: Deps, person: Subject, visit: Visit, now: number) {
  mailBrowserApproval(deps, person, visit, now).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: visit.requestId }, 'a browser approval was not mailed')
  })
}

const tooMany = async (deps: Deps, key: string, now: number) =>
  new Problem('too-many-sign-ins', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })

/** How a password hash is bound to its row when sealed. */
export const openPassword = (deps: Deps, contact: { id: string; passwordSealed: string | null }) =>
  contact.passwordSealed === null ? undefined : deps.sealer.open('password', contact.id, contact.passwordSealed).toString()

export const sealPassword = (deps: Deps, contactId: string, phc: string) => deps.sealer.seal('password', contactId, Buffer.from(phc))

/** Checks the password of somebody who is signed in; the same limits as at sign-in. Refuses with `password-wrong`. */
export async function checkPassword(
  deps: Deps,
  contact: Subject & { passwordSealed: string | null },
  password: string,
  visit: Visit,
  now: number,
) {
  const { forgive } = await takePasswordAttempt(deps, contact.login, contact, visit, now)
  if (!(await deps.passwords.verify(openPassword(deps, contact), password))) throw new Problem('password-wrong')
  await deps.store.commit(forgive)
}
