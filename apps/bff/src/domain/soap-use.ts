import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import type { Visit } from './activity.ts'

/** The write that remembers the last call of a contact, and who is told at once that a program has called. */
export const recordCall = (deps: Deps, contact: Pick<Contact, 'id'>, operation: string, visit: Visit, now: number): Write =>
  deps.store.recordSoapUse({ contactId: contact.id, operation, place: visit.client.place, address: visit.address, at: now })

export function publishCall(deps: Deps, contact: Pick<Contact, 'id' | 'kind' | 'companyId'>, operation: string, now: number) {
  if (contact.kind === 'api') deps.live.publish(contact.companyId, { kind: 'api-call', contactId: contact.id, operation, at: now })
}

/** The last call that a contact made in the last 30 days; null when there was none. It is what stops working with ON. */
export async function lastSoapUse(deps: Deps, contactId: string, now: number) {
  const [last] = await deps.store.listSoapUses(contactId, now - deps.config.rules.soap.usedWithinMs)
  return last ? { at: last.at, operation: last.operation, place: last.place } : null
}
