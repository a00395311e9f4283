import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import { documentsStore } from './documents.ts'
import type { Engine } from './engine.ts'
import * as tables from './sqlite.tables.ts'

/** How SQLite would go about what the store asks of it. */
function planOf(ask: (store: ReturnType<typeof documentsStore>) => unknown): string {
  const raw = new Database(':memory:')
  const db = drizzle(raw, { casing: 'snake_case' })
  migrate(db, { migrationsFolder })
  let sql = ''
  const find = async (query: (d: typeof db) => unknown) => {
    sql = (query(db) as { toSQL(): { sql: string } }).toSQL().sql
    return []
  }
  ask(documentsStore({ tables, find } as unknown as Engine))
  const steps = raw.prepare(`explain query plan ${sql}`).all(Array.from(sql.matchAll(/\?/g), () => null)) as { detail: string }[]
  raw.close()
  return steps.map(({ detail }) => detail).join('; ')
}

test('what is asked at each upload and by the sweep reads an index of what is on the disk, and nothing that is long gone', () => {
  expect(planOf((store) => store.sumDocuments())).toBe('SCAN documents USING INDEX documents_kept')
  expect(planOf((store) => store.countDocuments(['cas_1']))).toBe('SEARCH documents USING INDEX documents_kept (case_id=?)')
  expect(planOf((store) => store.listDocuments('cas_1'))).toBe('SEARCH documents USING INDEX documents_case (case_id=?)')
  expect(planOf((store) => store.isFileKept('a'))).toBe('SEARCH documents USING INDEX documents_file (file=?)')
  expect(planOf((store) => store.listOldDocuments(1, 100))).toMatch(
    /^SCAN documents USING INDEX documents_kept; .*SEARCH recovery_cases USING INDEX/,
  )
})
