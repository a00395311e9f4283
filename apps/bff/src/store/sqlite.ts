import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { Problem } from '../domain/problem.ts'
import type { Engine, Write } from './engine.ts'
import * as tables from './sqlite.tables.ts'

/**
 * Opens (and migrates) the embedded database. `file` is a path or ':memory:'.
 * WAL with synchronous FULL: a used code or an ended session must not come back after a power cut.
 */
export function openSqlite(file: string, migrationsFolder: string): Engine {
  const raw = new Database(file)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('secure_delete = ON')
  raw.pragma('cache_size = -16384')
  const db = drizzle(raw, { casing: 'snake_case' })

  // A migration that rebuilds a table drops it, and with foreign keys on that empties its children without a word.
  raw.pragma('foreign_keys = OFF')
  migrate(db, { migrationsFolder })
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('the database refers to rows that are not there')
  raw.pragma('foreign_keys = ON')

  // Statements are built by functions that live as long as the store: each function is prepared once.
  const prepared = new Map<unknown, { all(v?: object): unknown[]; run(v?: object): { changes: number } }>()
  const prepare = (statement: (d: typeof db) => unknown) => {
    let found = prepared.get(statement)
    if (!found) {
      found = (statement(db) as { prepare(): NonNullable<typeof found> }).prepare()
      prepared.set(statement, found)
    }
    return found
  }
  const runAll = raw.transaction((writes: readonly Write[]) => {
    for (const write of writes) {
      const { changes } = prepare(write.change).run(write.values)
      if (write.rows !== undefined && changes !== write.rows) throw new Problem(write.orElse ?? 'unexpected')
    }
  })

  return {
    tables,
    all: async <Row>(query: (d: typeof db) => unknown, values: object) => prepare(query).all(values) as Row[],
    commit: async (writes) => {
      runAll.immediate(writes)
    },
    close: async () => {
      raw.close()
    },
  }
}
