import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import type { Visit } from './activity.ts'
import { type Content, stateAt, takeOneOf } from './request-record.ts'
import { keepSigned, type Signer } from './request-signing.ts'

type Author = { contact: Contact; company: Signer['company'] }

/** Whether this contact sees what is the whole company's: its admins, and its programs, which admins have made. */
const seesTheCompany = (contact: Pick<Contact, 'kind' | 'role'>) => contact.kind === 'api' || contact.role === 'admin'

/** A request from an old program, signed like every other; what assures it is the password that opened the session. Gives its id; refuses with `too-many-tries` beyond so many a day. */
export async function makeRequest(deps: Deps, ask: Content & { by: Author; visit: Visit }) {
  const now = deps.clock.now()
  const { by, visit } = ask
  await takeOneOf(deps, `requests:${by.contact.id}`, deps.config.rules.soap.requests, now)
  const assurance = by.contact.kind === 'api' ? 'program' : 'password'
  const { id } = await keepSigned(deps, { signer: by, content: ask, source: 'program', assurance, proved: [], visit, now })
  return { id }
}

/** The newest requests: all of the company, or the contact's own. */
export async function listNewestRequests(deps: Deps, { contact, company }: Author) {
  const now = deps.clock.now()
  const { requests: most } = deps.config.rules.soap.listed
  const rows = seesTheCompany(contact)
    ? await deps.store.listRequestsOfCompany(company.id, most)
    : await deps.store.listRequestsOfContact(contact.id, company.id, most)
  return rows.map(({ request, by }) => ({ ...request, state: stateAt(request, now), by }))
}

/** The people whom this contact may see: all active ones of the company by name, or only the contact itself. */
export async function listPeople(deps: Deps, { contact, company }: Author, page: number) {
  if (!seesTheCompany(contact)) return [contact]
  const { people: most } = deps.config.rules.soap.listed
  return await deps.store.listActivePeople(company.id, most, (page - 1) * most)
}
