import type { Deps } from '../deps.ts'
import type { Company, Contact, Request, Write } from '../store/store.ts'
import { note, type Subject, type Visit } from './activity.ts'
import { inThrees } from './number.ts'
import { addEntry, type Content, freeNumber, publishRequest, tellSigner, tidyContent } from './request-record.ts'
import type { SignedIn } from './signed-in.ts'
import { sign } from './signing.ts'
import { statementOf } from './statement.ts'
import { newId } from './tokens.ts'

/** Who signs: a person, or a program. */
export type Signer = { contact: Subject & Pick<Contact, 'kind'>; company: Pick<Company, 'id' | 'name'> }

/** A statement of a request with its signature, as the row keeps them. */
export function signed(
  deps: Deps,
  { contact, company }: Signer,
  draft: Pick<Request, 'id' | 'number' | 'source'> & Content,
  assurance: NonNullable<Request['assurance']>,
  now: number,
) {
  const stated = { ...draft, companyId: company.id, contactId: contact.id, assurance, signedAt: now }
  const { language, name: by, login } = contact
  const statement = statementOf(stated, { language, company: company.name, by, login, checkAt: `${deps.config.publicUrl}/receipt` })
  return { assurance, signedAt: now, statement, ...sign(deps, statement) }
}

/** What follows once a request is signed: the line of its history, the event, and the mail to whoever signed. */
export const tellOfSigned = (
  deps: Deps,
  { contact }: Signer,
  request: Pick<Request, 'id' | 'number' | 'subject'>,
  how: Signing,
): Write[] => {
  const { assurance, visit, now } = how
  const number = inThrees(request.number)
  return [
    addEntry(deps, request.id, 'signed', contact, now, { assurance }),
    note(deps, contact, 'request-made', visit, now, { request: request.id, number }),
    ...tellSigner(deps, contact, { kind: 'request-sent', number, subject: request.subject, assurance }, visit, now),
  ]
}
type Signing = { assurance: NonNullable<Request['assurance']>; visit: Visit; now: number }

/** Freezes, signs and keeps a request in one commit with what `proved` it. */
export async function keepSigned(
  deps: Deps,
  ask: Signing & { signer: Signer; content: Content; source: Request['source']; proved: readonly Write[] },
) {
  const { signer, source, assurance, now } = ask
  const draft = { id: newId(deps, 'req'), number: await freeNumber(deps), source, ...tidyContent(ask.content) }
  const row: Request = {
    ...draft,
    companyId: signer.company.id,
    contactId: signer.contact.id,
    state: 'sent',
    ...signed(deps, signer, draft, assurance, now),
    draftedById: null,
    callId: null,
    expiresAt: null,
    assignedToId: null,
    createdAt: now,
    changedAt: now,
  }
  await deps.store.commit(ask.proved, deps.store.addRequest(row), tellOfSigned(deps, signer, row, ask))
  publishRequest(deps, row, 'sent', now)
  return { id: row.id, number: row.number }
}

/** What assures what a person signs after `proveFresh`. */
export const assuranceOf = ({ contact }: SignedIn) => (contact.factorId === null ? ('password' as const) : ('code' as const))
export const signerOf = ({ contact, company }: SignedIn): Signer => ({ contact: { ...contact, kind: 'person' }, company })
