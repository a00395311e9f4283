import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Event = Tables['events']['$inferSelect']

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

  return {
    writeEvent: (row: Event): Write => ({ change: insert, values: row }),
    /** Each time the key left the server since then, newest first. */
    listExposures: (contactId: string, since: number) => find(exposures, { contactId, since }),
  }
}
