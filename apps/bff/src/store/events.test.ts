import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import type { Engine } from './engine.ts'
import { eventsStore } from './events.ts'
import * as tables from './sqlite.tables.ts'

/** How SQLite would go about what the store asks of it. */
async function planOf(ask: (store: ReturnType<typeof eventsStore>) => unknown): Promise<string[]> {
  const raw = new Database(':memory:')
  const db = drizzle(raw, { casing: 'snake_case' })
  migrate(db, { migrationsFolder })
  const asked: string[] = []
  const note = (query: (d: typeof db) => unknown) => {
    asked.push((query(db) as { toSQL(): { sql: string } }).toSQL().sql)
    return []
  }
  const engine = { tables, find: async (query: never) => note(query), take: async (query: never) => note(query) }
  ask(eventsStore(engine as unknown as Engine))
  const [sql = ''] = asked
  const steps = raw.prepare(`explain query plan ${sql}`).all(Array.from(sql.matchAll(/\?/g), () => null)) as { detail: string }[]
  raw.close()
  return steps.map(({ detail }) => detail)
}

test('a page of events is read from the index of one person, in its order, and nothing is sorted or scanned', async () => {
  const plan = await planOf((store) =>
    store.listEvents('con_1', ['sign-in', 'sign-out'], { from: 0, before: { at: 1, id: '' }, limit: 26 }),
  )
  expect(plan).toEqual([
    'SEARCH events USING INDEX events_contact (contact_id=? AND at>? AND (at,id)<(?,?))',
    // Of each event that is shown, the one who did it.
    'CORRELATED SCALAR SUBQUERY 1',
    'SEARCH a USING INDEX sqlite_autoindex_contacts_1 (id=?)',
  ])
})
