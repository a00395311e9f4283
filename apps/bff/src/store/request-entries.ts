import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type RequestEntry = Tables['requestEntries']['$inferSelect']

export function requestEntriesStore({ tables: { requestEntries, requests }, find }: Engine) {
  const insert = insertInto(requestEntries)
  const ofRequest = (db: Db) =>
    db
      .select()
      .from(requestEntries)
      .where(eq(requestEntries.requestId, given('requestId')))
      .orderBy(requestEntries.at, requestEntries.id)
      .limit(upTo(2000))
  const isOpen = and(eq(requests.contactId, given('contactId')), inArray(requests.state, ['to-sign', 'sent', 'in-progress']))
  // A request is withdrawn once: so the entry can be named after it.
  const noteWithdrawn = (db: Db) =>
    db.insert(requestEntries).select(
      db
        .select({
          id: sql<string>`'ren_' || ${requests.id}`.as('id'),
          requestId: requests.id,
          at: sql<number>`cast(${given('now')} as integer)`.as('at'),
          kind: sql<'withdrawn'>`'withdrawn'`.as('kind'),
          byId: sql<string>`${given('byId')}`.as('by_id'),
          byName: sql<string>`${given('byName')}`.as('by_name'),
          fromDesk: sql<boolean>`0`.as('from_desk'),
          text: sql<string>`''`.as('text'),
          assurance: sql<RequestEntry['assurance']>`${given('assurance')}`.as('assurance'),
        })
        .from(requests)
        .where(isOpen),
    )
  const withdraw = (db: Db) =>
    db
      .update(requests)
      .set({ state: 'withdrawn', changedAt: given('now') })
      .where(isOpen)

  return {
    addRequestEntry: (row: RequestEntry): Write => ({ change: insert, values: row }),
    /** What happened to a request, oldest first. */
    listRequestEntries: (requestId: string) => find(ofRequest, { requestId }),
    /** All that is open of a contact is withdrawn, and says by whom. */
    withdrawRequests: (
      contactId: string,
      by: { id: string; name: string },
      assurance: NonNullable<RequestEntry['assurance']>,
      now: number,
    ): Write[] => [
      { change: noteWithdrawn, values: { contactId, byId: by.id, byName: by.name, assurance, now } },
      { change: withdraw, values: { contactId, now } },
    ],
  }
}
