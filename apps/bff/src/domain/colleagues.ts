import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import { type Subject, tell, type Visit } from './activity.ts'
import type { Letter } from './letter.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

/** A person of the acting admin's company. Refuses with `not-found` alike: nobody's id, somebody's of another company, a program's, one who has left. */
export async function findColleague(deps: Deps, who: SignedIn, contactId: string): Promise<Contact> {
  const contact = await deps.store.findContact(contactId)
  if (contact?.companyId !== who.contact.companyId || contact.kind !== 'person' || contact.leftAt !== null) throw new Problem('not-found')
  return contact
}

/** The same for what nobody does to themselves here; refuses with `not-yourself`. */
export async function findOtherColleague(deps: Deps, who: SignedIn, contactId: string): Promise<Contact> {
  const contact = await findColleague(deps, who, contactId)
  if (contact.id === who.contact.id) throw new Problem('not-yourself')
  return contact
}

/** Whoever manages the verification of others has it on. */
export function requireOwnVerification(who: SignedIn) {
  if (who.contact.factorId === null) throw new Problem('own-verification-needed')
}

/** Refuses with `last-admin` when the company would be without an active admin; the write itself counts once more. */
export async function requireAnotherAdmin(deps: Deps, contact: Contact) {
  const admins = await deps.store.listAdmins(contact.companyId)
  if (admins.length === 1 && admins[0]?.id === contact.id) throw new Problem('last-admin')
}

/** Sessions, challenges, remembered devices and mailed resets of a contact end. Sessions of SOAP stay: whoever has verification on is told there, by a fault, why they are refused. */
export const endAccess = (deps: Deps, contactId: string, now: number): Write[] => [
  deps.store.endOtherSessions(contactId, ''),
  deps.store.cancelChallenges(contactId, now),
  deps.store.forgetDevices(contactId),
  deps.store.removeLinks(contactId, 'password-reset'),
]

/** The same, and all else that would let somebody in: sessions of SOAP, known browsers, links that are on their way, keys that are not confirmed. */
export const endEveryWayIn = (deps: Deps, contactId: string, now: number): Write[] => [
  ...endAccess(deps, contactId, now),
  deps.store.endSoapSessions(contactId),
  deps.store.forgetBrowsers(contactId),
  deps.store.removeAllLinks(contactId),
  deps.store.removePendingFactors(contactId),
]

/** One mail to each of these people. */
export const tellEach = (deps: Deps, people: readonly Subject[], letter: Letter, visit: Pick<Visit, 'client'>, now: number): Write[] =>
  people.map((person) => tell(deps, person, letter, visit, now))

/** One mail to each active admin of the company but the one it is about, who gets a letter of their own. */
export async function tellOtherAdmins(
  deps: Deps,
  about: Pick<Contact, 'id' | 'companyId'>,
  letter: Letter,
  visit: Visit,
  now: number,
): Promise<Write[]> {
  const admins = await deps.store.listAdmins(about.companyId)
  return tellEach(
    deps,
    admins.filter(({ id }) => id !== about.id),
    letter,
    visit,
    now,
  )
}

/** The other admins learn when one of them is deactivated or gone; of anybody else they do not. */
export const tellOfLostAdmin = async (deps: Deps, contact: Contact, who: SignedIn, visit: Visit, now: number): Promise<Write[]> =>
  contact.role === 'admin'
    ? tellOtherAdmins(deps, contact, { kind: 'admin-no-more', by: who.contact.name, who: contact.name }, visit, now)
    : []
