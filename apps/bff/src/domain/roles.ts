import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { stopCaseOf } from './case-stop.ts'
import {
  endEveryWayIn,
  findColleague,
  findOtherColleague,
  requireAnotherAdmin,
  tellEach,
  tellOfLostAdmin,
  tellOtherAdmins,
} from './colleagues.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { Problem } from './problem.ts'
import { roleIn, type SignedIn } from './signed-in.ts'

/** Makes a contact an admin, or a member again, who in the operator's company is of the desk. The main account stays an admin, and so does the last one. */
export async function changeRole(
  deps: Deps,
  ask: { who: SignedIn; contactId: string; role: 'admin' | 'member'; proof: Proof; visit: Visit },
) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findColleague(deps, who, ask.contactId)
  const role = roleIn(who.company, ask.role)
  if (contact.role === role) return
  if (ask.role === 'member') {
    if (contact.main) throw new Problem('main-account-stays')
    await requireAnotherAdmin(deps, contact)
  }
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  const by = who.contact.name
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    // A device that was remembered for a member is not enough for an admin.
    role === 'admin'
      ? [deps.store.promote(contact.id), deps.store.forgetDevices(contact.id), deps.store.releaseRequests(contact.id)]
      : [deps.store.whileNotMain(contact.id), deps.store.demote(contact.id, role), deps.store.withdrawInvitationsOf(contact)],
    note(deps, contact, 'role-changed', visit, now, { role: ask.role }, who.contact),
    tell(deps, contact, { kind: 'role-changed', by, role: ask.role }, visit, now),
    await tellOtherAdmins(deps, contact, { kind: ask.role === 'admin' ? 'new-admin' : 'admin-no-more', by, who: contact.name }, visit, now),
  )
}

/** A contact who is not active cannot sign in, as if there were no such contact; whatever was open ends at once. */
export async function changeActive(deps: Deps, ask: { who: SignedIn; contactId: string; active: boolean; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findOtherColleague(deps, who, ask.contactId)
  if (contact.active === ask.active) return
  if (!ask.active) {
    if (contact.main) throw new Problem('main-account-stays')
    await requireAnotherAdmin(deps, contact)
  }
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    ask.active
      ? deps.store.activate(contact.id)
      : [
          deps.store.whileNotMain(contact.id),
          deps.store.deactivate(contact.id),
          ...endEveryWayIn(deps, contact.id, now),
          deps.store.withdrawInvitationsOf(contact),
          deps.store.releaseRequests(contact.id),
          ...(await stopCaseOf(deps, contact.id, { as: 'admin', holder: who.contact }, visit, now)),
        ],
    note(deps, contact, ask.active ? 'contact-activated' : 'contact-deactivated', visit, now, {}, who.contact),
    tell(deps, contact, { kind: ask.active ? 'activated' : 'deactivated', by: who.contact.name }, visit, now),
    ask.active ? [] : await tellOfLostAdmin(deps, contact, who, visit, now),
  )
}

/** The role of the main account goes to another active admin: handed over, never dropped. */
export async function handOverMainAccount(deps: Deps, ask: { who: SignedIn; contactId: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findColleague(deps, who, ask.contactId)
  if (contact.role !== 'admin' || !contact.active) throw new Problem('invalid-input', { fields: { contactId: 'not-a-choice' } })
  if (contact.main) return
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  const admins = await deps.store.listAdmins(contact.companyId)
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.makeMain(contact.companyId, contact.id),
    note(deps, contact, 'main-account-changed', visit, now, {}, who.contact),
    tellEach(deps, admins, { kind: 'main-account-changed', by: who.contact.name, who: contact.name }, visit, now),
  )
}
