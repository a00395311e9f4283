import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Event = Tables['events']['$inferSelect']

/** Whether somebody of another company did it, such as the desk; null when nobody did. */
export const isByOutsider = sql<number | null>`(select a.company_id <> events.company_id from contacts a where a.id = events.actor_id)`

export function eventsStore({ tables: { events }, find }: Engine) {
  const insert = insertInto(events)
  const exposures = (db: Db) =>
    db
      .select()
      .from(events)
      .where(
        and(
          eq(events.contactId, given('contactId')),
          gte(events.at, given('since')),
          inArray(events.kind, ['key-enrolled', 'key-shown', 'key-copied']),
        ),
      )
      .orderBy(desc(events.at))
      .limit(upTo(200))

  // One statement for each set of kinds, of which there are a handful; the index of a contact's events gives the order.
  const pages = new Map<string, (db: Db) => ReturnType<typeof pageOf>>()
  const pageOf = (db: Db, kinds: readonly string[]) =>
    db
      .select({ event: events, isByOutsider })
      .from(events)
      .where(
        and(
          eq(events.contactId, given('contactId')),
          gte(events.at, given('from')),
          sql`(${events.at}, ${events.id}) < (${given('at')}, ${given('id')})`,
          inArray(events.kind, [...kinds]),
        ),
      )
      .orderBy(desc(events.at), desc(events.id))
      .limit(upTo(given('limit')))
  const page = (kinds: readonly string[]) => {
    const name = kinds.join()
    const known = pages.get(name) ?? ((db: Db) => pageOf(db, kinds))
    pages.set(name, known)
    return known
  }

  return {
    writeEvent: (row: Event): Write => ({ change: insert, values: row }),
    /** Each time the key left the server since then, newest first. */
    listExposures: (contactId: string, since: number) => find(exposures, { contactId, since }),
    /** Events of these kinds from `from` on and before a place in the list, newest first. */
    listEvents: (
      contactId: string,
      kinds: readonly string[],
      { from, before, limit }: { from: number; before: { at: number; id: string }; limit: number },
    ) => find(page(kinds), { contactId, from, ...before, limit }),
  }
}
