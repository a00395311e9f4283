import type { EventKind } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import type { Client, Letter } from './letter.ts'
import { newId } from './tokens.ts'

/** Where a request comes from. `address` groups IPv6 by /64 and is what limits count by. */
export type Visit = {
  client: Client
  address: string
  requestId: string /** The token of a browser's own cookie, if it has one. */
  browserToken?: string | undefined
}

/** Nobody's browser: time itself acts, or a command on the machine. */
export const nowhere: Visit = { client: { browser: '', system: '', place: '' }, address: '', requestId: '' }

/** The part of a contact that events and mails speak of. */
export type Subject = Pick<Contact, 'id' | 'companyId' | 'name' | 'login' | 'language'>

/**
 * The write that records what happened to a contact; it belongs into the commit of the change itself.
 * `actor` is who did it, where that is somebody else.
 */
export const note = (
  deps: Deps,
  contact: Pick<Subject, 'id' | 'companyId' | 'name'>,
  kind: EventKind,
  visit: Visit,
  now: number,
  details: Record<string, string | number> = {},
  actor: Pick<Subject, 'id' | 'name'> = contact,
): Write =>
  deps.store.writeEvent({
    id: newId(deps, 'eve'),
    at: now,
    contactId: contact.id,
    companyId: contact.companyId,
    actorId: actor.id,
    actorName: actor.name,
    kind,
    details,
    client: visit.client,
    requestId: visit.requestId,
  })

/** What a mail carries besides its words, where it goes when that is not the contact's own address, and when it leaves when that is not at once. */
export type Post = { secret?: string; expiresAt?: number; to?: string; notBefore?: number }

/** The write that queues a mail to the contact, in the contact's language; it belongs into the commit of the change itself. */
export function tell(deps: Deps, contact: Subject, letter: Letter, visit: Pick<Visit, 'client'>, now: number, post: Post = {}): Write {
  const id = newId(deps, 'mai')
  return deps.store.queueMail({
    id,
    contactId: contact.id,
    address: post.to ?? contact.login,
    language: contact.language,
    letter,
    facts: { name: contact.name, login: contact.login, at: now, client: visit.client },
    secretSealed: post.secret === undefined ? null : deps.sealer.seal('mail', id, Buffer.from(post.secret)),
    expiresAt: post.expiresAt ?? null,
    state: 'queued',
    attempts: 0,
    nextAt: post.notBefore ?? now,
    createdAt: now,
    sentAt: null,
    lastError: null,
  })
}
