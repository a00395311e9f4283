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
  raw.pragma('cache_size = -4096')
  // What SQLite sets aside while it works: never into a file of the system's folder.
  raw.pragma('temp_store = MEMORY')
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
  const runAll = (writes: readonly Write[]) => {
    for (const write of writes) {
      const { changes } = prepare(write.change).run(write.values)
      if (write.rows !== undefined && changes !== write.rows) throw new Problem(write.orElse ?? 'unexpected', write.detail)
    }
  }
  const together = groupCommit(raw)

  return {
    tables,
    find: async <Row>(query: (d: typeof db) => unknown, values: object) => prepare(query).all(values) as Row[],
    take: <Row>(query: (d: typeof db) => unknown, values: object) => together(true, () => prepare(query).all(values) as Row[]),
    takeInTurn: (query, turns) =>
      together(true, () => {
        const refused = turns.findIndex((values) => prepare(query).all(values).length === 0)
        return refused < 0 ? turns.length : refused
      }),
    commit: (writes) => together(false, () => runAll(writes)),
    close: async () => {
      raw.close()
    },
  }
}

type Job = { work: () => unknown; isCharge: boolean; done: (value: never) => void; fail: (reason: unknown) => void }

/**
 * Group commit: what is asked for in one turn of the event loop shares one transaction and so one wait for the disk. When one job
 * of it fails, nothing of that transaction stays and each job gets one of its own: it takes nothing of the others with it. Not
 * savepoints: for each of them SQLite copies every page that it is going to change.
 * A turn of nothing but charges does not wait for the disk (NORMAL): they outlive the process at once, and a power cut from
 * the next commit on, which waits (FULL) for all that was written before it. No answer that grants something leaves without one.
 */
function groupCommit(raw: Database.Database) {
  let jobs: Job[] = []
  let mode = ''
  const all = raw.transaction((batch: readonly Job[]) => batch.map((job) => job.work()))
  const waitForDisk = (wanted: 'FULL' | 'NORMAL') => {
    if (mode === wanted) return
    raw.pragma(`synchronous = ${wanted}`)
    mode = wanted
  }
  const run = (batch: readonly Job[]) => {
    try {
      waitForDisk(batch.every((job) => job.isCharge) ? 'NORMAL' : 'FULL')
      const values = all.immediate(batch)
      for (const [n, job] of batch.entries()) job.done(values[n] as never)
    } catch (reason) {
      if (batch.length === 1) batch[0]?.fail(reason)
      else for (const job of batch) run([job])
    }
  }
  const flush = () => {
    const batch = jobs
    jobs = []
    run(batch)
  }
  return <T>(isCharge: boolean, work: () => T) =>
    new Promise<T>((done, fail) => {
      if (jobs.push({ work, isCharge, done, fail }) === 1) setImmediate(flush)
    })
}
