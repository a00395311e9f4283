import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import { caseAccessStore } from './case-access.ts'
import { casesStore } from './cases.ts'
import { deskCasesStore } from './desk-cases.ts'
import type { Db, Engine } from './engine.ts'
import * as tables from './sqlite.tables.ts'

/** Stores whose answers are the plans of SQLite instead of rows. */
function planner() {
  const raw = new Database(':memory:')
  const db = drizzle(raw, { casing: 'snake_case' })
  migrate(db, { migrationsFolder })
  const plans: string[] = []
  const explain = (query: (db: Db) => unknown) => {
    const { sql, params } = (query(db) as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
    const bound = params.map((value) => (typeof value === 'string' || typeof value === 'number' ? value : null))
    const steps = raw.prepare(`explain query plan ${sql}`).all(...bound) as { detail: string }[]
    plans.push(steps.map(({ detail }) => detail).join('; '))
    return []
  }
  const engine = { tables, find: async (query: (db: Db) => unknown) => explain(query) } as unknown as Engine
  return { plans, store: { ...casesStore(engine), ...caseAccessStore(engine), ...deskCasesStore(engine) } }
}

test('no list of cases reads more of the table than it asks for', async () => {
  const { plans, store } = planner()
  const place = { limit: 50, offset: 0 }
  for (const queue of ['waiting', 'mine', 'open', 'cooling', 'closed'] as const) {
    await store.listCases(queue, 'con_1', place)
    await store.countCases(queue, 'con_1')
  }
  await store.findCaseByNumber('123456789')
  await store.findOpenCase('con_1')
  await store.listCasesOfCompany('com_1')
  await store.countCasesOfOthers('com_1', 'con_1')
  await store.listCooledCases(0, 50)
  await store.listLateCases(0, 50)
  await store.listCaseEntries('cas_1')
  await store.listToldOfCase('cas_1')
  await store.listColleagues('com_1', 200)
  await store.findCaseSession(Buffer.alloc(32), 0)
  expect(plans.filter((plan) => /SCAN (?!recovery_cases USING (COVERING )?INDEX recovery_cases_ended)/.test(plan))).toEqual([])
})
