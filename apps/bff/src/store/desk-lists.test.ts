import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import { auditStore } from './audit.ts'
import { callsStore } from './calls.ts'
import { deskRequestsStore } from './desk-requests.ts'
import type { Engine } from './engine.ts'
import { requestsStore } from './requests.ts'
import * as tables from './sqlite.tables.ts'

const open = (engine: Engine) => ({
  ...auditStore(engine),
  ...callsStore(engine),
  ...deskRequestsStore(engine),
  ...requestsStore(engine),
})

/** How SQLite would go about what the store asks of it; what is given at each run is not known then. */
async function planOf(ask: (store: ReturnType<typeof open>) => Promise<unknown>): Promise<string> {
  const raw = new Database(':memory:')
  const db = drizzle(raw, { casing: 'snake_case' })
  migrate(db, { migrationsFolder })
  const plans: string[] = []
  const find = async (query: (d: typeof db) => unknown) => {
    const { sql } = (query(db) as { toSQL(): { sql: string } }).toSQL()
    const steps = raw.prepare(`explain query plan ${sql}`).all(Array.from(sql.matchAll(/\?/g), () => null)) as { detail: string }[]
    plans.push(steps.map(({ detail }) => detail).join('; '))
    return []
  }
  await ask(open({ tables, find } as unknown as Engine))
  raw.close()
  return plans.join('\n')
}

const place = { limit: 50, offset: 0 }
const any = { assigned: 'anybody' } as const
const mine = { assigned: { to: 'con_1' } } as const

test.each([
  ['open', any, /^SCAN requests USING INDEX requests_open;/],
  ['open', mine, /^SEARCH requests USING INDEX requests_assigned \(assigned_to_id=\?\)/],
  ['closed', any, /^SCAN requests USING INDEX requests_closed;/],
  ['closed', mine, /^SEARCH requests USING INDEX requests_closed_assigned \(assigned_to_id=\?\)/],
] as const)('the queue (%s, %j) is read in its order from an index, and counted in one', async (state, assigned, plan) => {
  const page = await planOf((store) => store.listQueue({ state, ...assigned }, 0, place))
  expect(page).toMatch(plan)
  expect(page).not.toContain('TEMP B-TREE')
  expect(await planOf((store) => store.countQueue({ state, ...assigned }, 0))).toMatch(
    /^(SCAN|SEARCH) requests USING COVERING INDEX requests_/,
  )
})

test.each([
  ['of a company', undefined, 'requests_company'],
  ['of a contact', 'con_1', 'requests_contact'],
])('requests %s are read in their order, and counted without the requests themselves', async (_, contactId, index) => {
  for (const state of [undefined, 'open', 'closed'] as const) {
    const filter = { companyId: 'com_1', contactId, state }
    const page = await planOf((store) => store.listRequests(filter, 0, place))
    expect(page).toMatch(new RegExp(`^SEARCH requests USING INDEX ${index} `))
    expect(page).not.toContain('TEMP B-TREE')
    expect(await planOf((store) => store.countRequests(filter, 0))).toMatch(new RegExp(`^SEARCH requests USING COVERING INDEX ${index} `))
  }
})

test('a caller is found by the number, whichever number is asked for', async () => {
  expect(await planOf((store) => store.listCallers('+34972000111', 20))).toMatch(/^SEARCH contacts USING INDEX contacts_phone \(phone=\?\)/)
})

test('what waits for the chain is read by itself, however many events there are', async () => {
  expect(await planOf((store) => store.listWaitingEvents(200))).toBe(
    'SCAN audit_waiting; SEARCH events USING INDEX sqlite_autoindex_events_1 (id=?)',
  )
})
