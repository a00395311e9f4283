import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { findInvited } from './invitation.ts'
import { findMailedLink, mailedLink, takeLinkCheck } from './links.ts'
import { checkNewPassword, strengthOf } from './new-password.ts'
import type { Owner } from './own-words.ts'
import { canonicalLogin, forgiveStrangers, sealPassword } from './password-check.ts'
import { Problem, secondsUntil } from './problem.ts'
import { findSignedIn } from './sessions.ts'

/**
 * Mails a link to set a new password, if there is such a person. Nothing is waited for and the answer is always the same;
 * only whoever asks from one address for ever is told `too-many-tries`.
 */
export async function forgotPassword(deps: Deps, ask: { email: string; visit: Visit }) {
  const now = deps.clock.now()
  await take(deps, `forgot:${ask.visit.address}`, deps.config.rules.password.forgot.perAddress, now)
  mailReset(deps, canonicalLogin(ask.email), ask.visit, now).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: ask.visit.requestId }, 'a password reset was not mailed')
  })
}

async function take(deps: Deps, key: string, rule: { limit: number; windowMs: number }, now: number) {
  if (!(await deps.store.takeAllowance(key, rule, now)))
    throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

async function mailReset(deps: Deps, login: string, visit: Visit, now: number) {
  const { resetLinkMs, resetLinks, forgot } = deps.config.rules.password
  const contact = await deps.store.findContactByLogin(login)
  if (!contact?.active || contact.kind !== 'person') return
  const gap = `forgot-gap:${contact.id}`
  if (!(await deps.store.takeAllowance(gap, forgot.gap, now))) return
  // The hour runs from the first quick one: at most 26 mails a day, and never an hour without one for its owner.
  const isHourly = await deps.store.takeAllowance(`forgot-hour:${contact.id}`, forgot.afterwards, now)
  const isQuick = await deps.store.takeAllowance(`forgot-quick:${contact.id}`, forgot.quick, now)
  if (!isHourly && !isQuick) return deps.store.commit(deps.store.clearAllowance(gap))
  const { token, expiresAt, writes } = mailedLink(deps, contact, 'password-reset', resetLinkMs, resetLinks, now)
  await deps.store.commit(
    writes,
    note(deps, contact, 'password-reset-sent', visit, now),
    tell(deps, contact, { kind: 'password-reset', expiresAt }, visit, now, { secret: token, expiresAt }),
  )
}

/** Whom a link is for, while it works. Refuses with `link-over` or `too-many-tries`. */
export async function checkResetLink(deps: Deps, ask: { token: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { contact } = await findMailedLink(deps, 'password-reset', ask.token, now)
  return { email: contact.login }
}

/** Sets a new password by the link of a mail. Signs nobody in, leaves login verification as it is, and ends all that the old password had opened. */
export async function resetPassword(deps: Deps, ask: { token: string; newPassword: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { link, contact } = await findMailedLink(deps, 'password-reset', ask.token, now)
  await checkNewPassword(deps, ask.newPassword, await ownerOf(deps, contact))
  const sealed = sealPassword(deps, contact.id, await deps.passwords.hash(ask.newPassword))
  await deps.store.commit(
    deps.store.useLink(link.id, now),
    deps.store.setPassword(contact.id, sealed),
    deps.store.endSessions(contact.id),
    // Whoever asked for another address may have been the stranger whom this reset is to put out.
    deps.store.removeLinks(contact.id, 'email-change'),
    afterNewPassword(deps, contact, now),
    note(deps, contact, 'password-reset', ask.visit, now),
    tell(deps, contact, { kind: 'password-changed', by: 'reset' }, ask.visit, now),
  )
}

/** What ends with the old password, however the new one was set: open challenges, trust, links, and what strangers had spent. */
export const afterNewPassword = (deps: Deps, contact: { id: string; login: string; factorId: string | null }, now: number): Write[] => [
  deps.store.cancelChallenges(contact.id, now),
  deps.store.answerHalfSignIns(contact.id, now),
  deps.store.resumeTrust(contact.id),
  deps.store.forgetDevices(contact.id),
  deps.store.removeLinks(contact.id, 'password-reset'),
  forgiveStrangers(deps, contact.login),
  deps.store.unlockFactor(contact.factorId),
]

/** How strong a password would be, for whoever is signed in or holds the link of a mail. Refuses with `not-signed-in`, `link-over` or `too-many-tries`. */
export async function meterPassword(
  deps: Deps,
  ask: { newPassword: string; token: string | undefined; sessionToken: string | undefined; visit: Visit },
) {
  const now = deps.clock.now()
  await take(deps, `strength:${ask.visit.address}`, deps.config.rules.password.strengthChecks, now)
  const owner = ask.token === undefined ? await ownerOfSession(deps, ask.sessionToken) : await ownerOfLink(deps, ask.token, ask.visit, now)
  return strengthOf(deps, ask.newPassword, owner)
}

async function ownerOfSession(deps: Deps, token: string | undefined) {
  const who = token === undefined ? undefined : await findSignedIn(deps, token)
  if (!who) throw new Problem('not-signed-in')
  return who
}

/** A meter asks often; only links that do not work count as looks at a link. */
async function ownerOfLink(deps: Deps, token: string, visit: Visit, now: number): Promise<Owner> {
  const reset = findMailedLink(deps, 'password-reset', token, now).then(({ contact }) => ownerOf(deps, contact))
  return reset
    .catch(() => findInvited(deps, token, now))
    .catch(async (reason: unknown) => {
      await takeLinkCheck(deps, visit.address, now)
      throw reason
    })
}

const ownerOf = async (deps: Deps, contact: Contact) => ({
  contact,
  company: (await deps.store.findCompany(contact.companyId)) ?? { name: '' },
})
