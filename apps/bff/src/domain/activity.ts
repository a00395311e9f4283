import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import type { Client, Letter } from './letter.ts'
import { newId } from './tokens.ts'

/** Where a request comes from. `address` groups IPv6 by /64 and is what limits count by. */
export type Visit = { client: Client; address: string; requestId: string }

/** The part of a contact that events and mails speak of. */
export type Subject = Pick<Contact, 'id' | 'name' | 'login' | 'language'>

export type EventKind =
  | 'sign-in'
  | 'sign-in-refused'
  | 'code-awaited'
  | 'code-refused'
  | 'codes-blocked'
  | 'sign-out'
  | 'verification-on'
  | 'verification-off'
  | 'key-enrolled'
  | 'key-shown'
  | 'key-copied'
  | 'recovery-code-used'
  | 'recovery-codes-renewed'
  | 'device-remembered'
  | 'device-forgotten'
  | 'devices-forgotten'
  | 'device-token-reused'
  | 'session-ended'
  | 'sessions-ended'
  | 'language-changed'

/** The write that records what happened to a contact; it belongs into the commit of the change itself. */
export const note = (
  deps: Deps,
  contact: Pick<Subject, 'id' | 'name'>,
  kind: EventKind,
  visit: Visit,
  now: number,
  details: Record<string, string | number> = {},
): Write =>
  deps.store.writeEvent({
    id: newId(deps, 'eve'),
    at: now,
    contactId: contact.id,
    actorId: contact.id,
    actorName: contact.name,
    kind,
    details,
    client: visit.client,
    requestId: visit.requestId,
  })

/** The write that queues a mail to the contact, in the contact's language; it belongs into the commit of the change itself. */
export const tell = (deps: Deps, contact: Subject, letter: Letter, visit: Visit, now: number): Write =>
  deps.store.queueMail({
    id: newId(deps, 'mai'),
    contactId: contact.id,
    address: contact.login,
    language: contact.language,
    letter,
    facts: { name: contact.name, login: contact.login, at: now, client: visit.client },
    state: 'queued',
    attempts: 0,
    nextAt: now,
    createdAt: now,
    sentAt: null,
    lastError: null,
  })
