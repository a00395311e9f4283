import type { CaseState } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { deskChannel } from '../live.ts'
import type { CaseEntry, Contact, RecoveryCase, Write } from '../store/store.ts'
import { type Subject, tell, type Visit } from './activity.ts'
import type { Letter } from './letter.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** Who is to know of a case and may stop it: the person, all active admins of the company, and so many other active people of it. */
export async function listConcerned(deps: Deps, contact: Contact): Promise<Subject[]> {
  const { told } = deps.config.rules.recovery
  const others = (people: readonly Subject[]) => people.filter(({ id }) => id !== contact.id)
  const admins = await deps.store.listAdmins(contact.companyId)
  const colleagues = await deps.store.listColleagues(contact.companyId, told + 1)
  return [contact, ...others(admins), ...others(colleagues).slice(0, told)]
}

/** Who was told of a case, and the admins of today; not the person. */
export async function listTold(deps: Deps, row: RecoveryCase): Promise<Subject[]> {
  const told = await deps.store.listToldOfCase(row.id)
  const admins = await deps.store.listAdmins(row.companyId)
  const all = new Map([...told, ...admins].map((person) => [person.id, person]))
  all.delete(row.contactId)
  return [...all.values()]
}

/** A mail to each of these, with a link of their own that stops the case. */
export function tellWithStopLinks(
  deps: Deps,
  row: Pick<RecoveryCase, 'id'>,
  people: readonly Subject[],
  letter: Letter,
  visit: Visit,
  now: number,
): Write[] {
  // Also where the operator has made the cooling-off longer than links live.
  const expiresAt = Math.max(now + deps.config.rules.recovery.stopLinkMs, letter.kind === 'case-approved' ? letter.until : 0)
  return people.flatMap((person) => {
    const token = newToken(deps)
    const link = deps.store.addStopLink({
      id: newId(deps, 'lin'),
      tokenHash: hashToken(token),
      contactId: person.id,
      purpose: 'case-stop',
      email: null,
      caseId: row.id,
      createdAt: now,
      expiresAt,
      usedAt: null,
    })
    return [link, tell(deps, person, letter, visit, now, { secret: token, expiresAt })]
  })
}

/** The line of a case's history; it belongs into the commit of the act itself. `name`: of whom, as far as one may be known. */
export const enterInHistory = (
  deps: Deps,
  caseId: string,
  kind: CaseEntry['kind'],
  by: CaseEntry['by'],
  now: number,
  { name = '', text = '' }: { name?: string; text?: string } = {},
): Write => deps.store.addCaseEntry({ id: newId(deps, 'cen'), caseId, at: now, kind, by, byName: name, text })

/** The desk's screens learn of a change that was committed. */
export const showDesk = (deps: Deps, caseId: string, state: CaseState, now: number) =>
  deps.live.publish(deskChannel, { kind: 'case', caseId, state, at: now })
