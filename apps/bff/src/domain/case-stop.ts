import type { Deps } from '../deps.ts'
import type { Contact, RecoveryCase, Write } from '../store/store.ts'
import { note, type Subject, tell, type Visit } from './activity.ts'
import { mayStep, step } from './case-steps.ts'
import { enterInHistory, listTold, showDesk } from './case-told.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { findMailedLink, takeLinkCheck } from './links.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

/** Who stops a case, and as what. */
type Stopper = { as: 'owner' | 'admin' | 'link'; holder: Pick<Subject, 'id' | 'name'> }

/** What the link "stop this" of a mail is about. Refuses with `link-over`, also when the case has come to its end. */
export async function checkStopLink(deps: Deps, ask: { token: string; visit: Visit }) {
  const { row, contact } = await findByLink(deps, ask)
  const company = await deps.store.findCompany(row.companyId)
  return { number: row.number, name: contact.name, company: company?.name ?? '', openedAt: row.openedAt }
}

async function findByLink(deps: Deps, ask: { token: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { link, contact: holder } = await findMailedLink(deps, 'case-stop', ask.token, now)
  const row = link.caseId === null ? undefined : await deps.store.findCase(link.caseId)
  const contact = row && (await deps.store.findContact(row.contactId))
  if (!row || !contact || row.endedAt !== null) throw new Problem('link-over')
  return { link, holder, row, contact, now }
}

/** Stops a case with the link of a mail. Nothing changes for the account. */
export async function stopByLink(deps: Deps, ask: { token: string; visit: Visit }) {
  const { link, holder, row, contact, now } = await findByLink(deps, ask)
  await deps.store.commit(deps.store.useLink(link.id, now), await stop(deps, row, contact, { as: 'link', holder }, ask.visit, now))
  showDesk(deps, row.id, 'stopped', now)
}

/** The person, signed in with a code after all, stops the case that somebody opened for them. */
export async function stopOwnCase(deps: Deps, ask: { who: SignedIn; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const row = await deps.store.findOpenCase(ask.who.contact.id)
  if (!row) throw new Problem('not-found')
  await stopSignedIn(deps, row, { ...ask, as: 'owner' }, now)
}

/** An admin stops a case of somebody of the company. */
export async function stopCompanyCase(deps: Deps, ask: { who: SignedIn; caseId: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const row = await findCompanyCase(deps, ask.who, ask.caseId)
  await stopSignedIn(deps, row, { ...ask, as: row.contactId === ask.who.contact.id ? 'owner' : 'admin' }, now)
}

/** A case of the admin's company. Refuses with `not-found` alike: no such case, one of another company. */
export async function findCompanyCase(deps: Deps, who: SignedIn, caseId: string): Promise<RecoveryCase> {
  const row = await deps.store.findCase(caseId)
  if (row?.companyId !== who.contact.companyId) throw new Problem('not-found')
  return row
}

async function stopSignedIn(
  deps: Deps,
  row: RecoveryCase,
  ask: { as: 'owner' | 'admin'; who: SignedIn; proof: Proof; visit: Visit },
  now: number,
) {
  const contact = await deps.store.findContact(row.contactId)
  if (!contact) throw new Problem('not-found')
  step(row, 'stop', ask.as, now)
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await deps.store.commit(
    proved,
    ask.as === 'admin' ? deps.store.whileAdmin(ask.who.contact.id) : [],
    await stop(deps, row, contact, { as: ask.as, holder: ask.who.contact }, ask.visit, now),
  )
  showDesk(deps, row.id, 'stopped', now)
}

/** The writes that stop a case, and tell all who were told of it. */
async function stop(deps: Deps, row: RecoveryCase, contact: Contact, by: Stopper, visit: Visit, now: number): Promise<Write[]> {
  step(row, 'stop', by.as, now)
  const number = inThrees(row.number)
  // Whoever has the link need not be the one whose mail it was.
  const name = by.as === 'link' ? '' : by.holder.name
  const people = [...(contact.active ? [contact] : []), ...(await listTold(deps, row))]
  return [
    deps.store.endCase(row, 'stopped', now),
    deps.store.removeStopLinks(row.id),
    enterInHistory(deps, row.id, 'stopped', by.as === 'owner' ? 'person' : by.as, now, { name }),
    note(deps, contact, 'case-stopped', visit, now, { number, by: by.as }, by.holder),
    ...people.map((person) => tell(deps, person, { kind: 'case-stopped', number, who: contact.name, by: name }, visit, now)),
  ]
}

/**
 * The writes that stop the open case of a contact for whom it has no sense any more: verification is off by another way, the
 * contact is gone, or said that somebody else had the password. None when there is no such case.
 */
export async function stopCaseOf(deps: Deps, contactId: string, by: Stopper, visit: Visit, now: number): Promise<Write[]> {
  const row = await deps.store.findOpenCase(contactId)
  const contact = row && (await deps.store.findContact(contactId))
  return row && contact && mayStep(row, 'stop', by.as, now) ? stop(deps, row, contact, by, visit, now) : []
}
