import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { stopCaseOf } from './case-stop.ts'
import { endEveryWayIn, findOtherColleague, requireAnotherAdmin, tellOfLostAdmin } from './colleagues.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { Problem } from './problem.ts'
import { publishRequest } from './request-record.ts'
import type { SignedIn } from './signed-in.ts'
import { newId } from './tokens.ts'

/**
 * A contact leaves for good: in one commit sessions, trust, key, open requests and the authority of the phone number end,
 * the address is free again, and a report stays with what somebody has to look at.
 */
export async function letLeave(deps: Deps, ask: { who: SignedIn; contactId: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findOtherColleague(deps, who, ask.contactId)
  if (contact.main) throw new Problem('main-account-stays')
  await requireAnotherAdmin(deps, contact)
  const proved = await proveFresh(deps, who, ask.proof, visit, now)

  const open = await deps.store.listOpenRequests(contact.id, now)
  const report = {
    endedSessions: (await deps.store.listSessions(contact.id, now)).length,
    forgottenDevices: (await deps.store.listTrustedDevices(contact.id, now)).length,
    hadVerification: contact.factorId !== null,
    withdrawnRequests: open.length,
    hadPhone: contact.phone !== '',
    apiContacts: await deps.store.listProgramsMade(contact.companyId, contact.id),
    keysSeen: await deps.store.listKeysSeen(contact.companyId, contact.id),
  }
  const reportId = newId(deps, 'lea')
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.whileNotMain(contact.id),
    contact.factorId === null ? [] : deps.store.retireFactor(contact.factorId, now),
    deps.store.markLeft(contact.id, now),
    deps.store.removeRecoveryCodes(contact.id),
    deps.store.withdrawRequests(contact.id, who.contact, who.session.assurance, now),
    deps.store.releaseRequests(contact.id),
    endEveryWayIn(deps, contact.id, now),
    deps.store.withdrawInvitationsOf(contact),
    await stopCaseOf(deps, contact.id, { as: 'admin', holder: who.contact }, visit, now),
    deps.store.addLeaver({
      id: reportId,
      companyId: contact.companyId,
      contactId: contact.id,
      name: contact.name,
      email: contact.login,
      at: now,
      byName: who.contact.name,
      report,
    }),
    note(deps, contact, 'contact-left', visit, now, {}, who.contact),
    tell(deps, contact, { kind: 'left', by: who.contact.name, company: who.company.name }, visit, now),
    await tellOfLostAdmin(deps, contact, who, visit, now),
  )
  for (const request of open) publishRequest(deps, request, 'withdrawn', now)
  return { reportId }
}

/** Who has left the admin's company, newest first, each with the report. */
export async function listLeavers(deps: Deps, ask: { who: SignedIn }) {
  const rows = await deps.store.listLeavers(ask.who.company.id)
  return rows.map(({ id, name, email, at, byName, report }) => ({ id, name, email, at, by: byName, ...report }))
}
