import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { stopCaseOf } from './case-stop.ts'
import { takeEnrolmentCode } from './codes.ts'
import { endAccess, findOtherColleague, requireOwnVerification, tellOtherAdmins } from './colleagues.ts'
import { proveFresh } from './fresh-code.ts'
import { keyOf } from './key.ts'
import { newPendingFactor } from './pending-factor.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

type Ask = { who: SignedIn; contactId: string; code: string; visit: Visit }

/** Another contact whose verification this admin may manage: the own one is on. */
async function findManaged(deps: Deps, ask: Pick<Ask, 'who' | 'contactId'>) {
  const contact = await findOtherColleague(deps, ask.who, ask.contactId)
  requireOwnVerification(ask.who)
  return contact
}

/** Here and now: a key on the admin's screen for the contact's phone. Nothing changes until a code of that phone confirms it. */
export async function startContactEnrolment(deps: Deps, ask: Ask) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findManaged(deps, ask)
  if (contact.factorId !== null) throw new Problem('verification-already-on')
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  const { factor, secret } = newPendingFactor(deps, contact.id, who.contact.name, now)
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.addPendingFactor(factor),
    note(deps, contact, 'key-enrolled', visit, now, {}, who.contact),
  )
  return { enrolmentId: factor.id, expiresAt: factor.expiresAt, ...keyOf(deps, { contact }, secret) }
}

/**
 * Switches it on with a code of the contact's phone. The key counts as seen by the admin, and the contact is asked to renew it;
 * recovery codes are for the contact's eyes only and so are not made here.
 */
export async function confirmContactEnrolment(deps: Deps, ask: Ask & { enrolmentId: string }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findManaged(deps, ask)
  if (contact.factorId !== null) throw new Problem('verification-already-on')
  const pending = await deps.store.findPendingFactor(contact.id, now)
  if (!pending || pending.id !== ask.enrolmentId || pending.seenByName === null) throw new Problem('enrolment-over')

  const useStep = await takeEnrolmentCode(deps, contact, pending.id, ask.code, visit, now)
  const endedSessions = (await deps.store.listSessions(contact.id, now)).length
  await deps.store.commit(
    useStep,
    deps.store.whileAdmin(who.contact.id),
    deps.store.activateFactor(pending.id, now, 0),
    deps.store.pointToFactor(contact.id, pending.id),
    deps.store.removeRecoveryCodes(contact.id),
    deps.store.requireEnrolment(contact.id, null),
    endAccess(deps, contact.id, now),
    note(deps, contact, 'verification-on', visit, now, {}, who.contact),
    tell(deps, contact, { kind: 'verification-on-by-admin', by: who.contact.name }, visit, now),
  )
  return { endedSessions }
}

/** The contact has to switch verification on before anything else, or no longer. */
export async function requireContactEnrolment(deps: Deps, ask: Ask & { required: boolean }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findManaged(deps, ask)
  if (contact.factorId !== null) throw new Problem('verification-already-on')
  if ((contact.mustEnrolSince !== null) === ask.required) return
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.requireEnrolment(contact.id, ask.required ? now : null),
    note(deps, contact, ask.required ? 'verification-required' : 'verification-released', visit, now, {}, who.contact),
    tell(deps, contact, { kind: ask.required ? 'verification-required' : 'verification-released', by: who.contact.name }, visit, now),
  )
}

/** Switches it off for a reason that the contact is told; `setUpAnew`: it comes before anything else at the next sign-in. */
export async function turnOffForContact(deps: Deps, ask: Ask & { reason: string; setUpAnew: boolean }) {
  const now = deps.clock.now()
  const { who, visit, setUpAnew } = ask
  const contact = await findManaged(deps, ask)
  if (contact.factorId === null) throw new Problem('verification-already-off')
  const reason = ask.reason.trim()
  const by = who.contact.name
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.pointToNoFactor(contact.id, contact.factorId),
    deps.store.retireFactor(contact.factorId, now),
    deps.store.removeRecoveryCodes(contact.id),
    deps.store.requireEnrolment(contact.id, setUpAnew ? now : null),
    endAccess(deps, contact.id, now),
    // Those from before ON were only refused meanwhile.
    deps.store.endSoapSessions(contact.id),
    // An admin has helped: there is nothing left to recover.
    await stopCaseOf(deps, contact.id, { as: 'admin', holder: who.contact }, visit, now),
    note(deps, contact, 'verification-off', visit, now, { by: 'admin', reason, setUpAnew: setUpAnew ? 1 : 0 }, who.contact),
    tell(deps, contact, { kind: 'verification-off-by-admin', by, reason, setUpAnew }, visit, now),
    contact.role === 'admin'
      ? await tellOtherAdmins(deps, contact, { kind: 'admin-verification-off', by, who: contact.name }, visit, now)
      : [],
  )
}
