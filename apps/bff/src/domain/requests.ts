import type { Deps } from '../deps.ts'
import type { Company, Contact } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { Problem, secondsUntil } from './problem.ts'
import { newId } from './tokens.ts'

type Author = { contact: Contact; company: Pick<Company, 'id'> }

/** Whether this contact sees what is the whole company's: its admins, and its programs, which admins have made. */
export const seesTheCompany = (contact: Pick<Contact, 'kind' | 'role'>) => contact.kind === 'api' || contact.role === 'admin'

/** A request from a program: frozen as it was written. Gives its id; refuses with `too-many-tries` beyond so many a day. */
export async function makeRequest(deps: Deps, ask: { by: Author; subject: string; service: string; text: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact, company } = ask.by
  const { subject, service, text } = ask
  const key = `requests:${contact.id}`
  if (!(await deps.store.takeAllowance(key, deps.config.rules.soap.requests, now)))
    throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
  const id = newId(deps, 'req')
  await deps.store.commit(
    deps.store.addRequest({
      id,
      companyId: company.id,
      contactId: contact.id,
      subject,
      service,
      text,
      state: 'sent',
      assurance: contact.kind === 'api' ? 'program' : 'password',
      createdAt: now,
    }),
    note(deps, contact, 'request-made', ask.visit, now, { request: id }),
  )
  return { id }
}

/** The newest requests: all of the company, or the contact's own. */
export async function listRequests(deps: Deps, { contact, company }: Author) {
  const { requests: most } = deps.config.rules.soap.listed
  const rows = seesTheCompany(contact)
    ? await deps.store.listRequestsOfCompany(company.id, most)
    : await deps.store.listRequestsOfContact(contact.id, company.id, most)
  return rows.map(({ request, by }) => ({ ...request, by }))
}

/** The people whom this contact may see: all active ones of the company by name, or only the contact itself. */
export async function listPeople(deps: Deps, { contact, company }: Author, page: number) {
  if (!seesTheCompany(contact)) return [contact]
  const { people: most } = deps.config.rules.soap.listed
  return await deps.store.listActivePeople(company.id, most, (page - 1) * most)
}
