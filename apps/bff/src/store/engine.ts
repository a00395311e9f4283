import type { ProblemCode } from '@porta/shared'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { ProblemDetail } from '../domain/problem.ts'
import type * as sqliteTables from './sqlite.tables.ts'

/** The one written-down dialect: queries are built against it, once, with placeholders; the engine keeps them prepared. */
export type Db = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>
export type Tables = typeof sqliteTables
export type Values = Record<string, unknown>

/** Anything of drizzle's that can be prepared; `Row` is what it gives back. */
export type Query<Row> = { prepare(): { all(values?: Values): Row[] } }
export type Change = { prepare(): { run(values?: Values): { changes: number } } }

/**
 * One write for `commit`. With `rows`, exactly that many rows must change, else nothing of the whole
 * commit stays and it is refused with `orElse`: that is the promise the write makes.
 */
export type Write = { change: (db: Db) => Change; values: Values; rows?: number; orElse?: ProblemCode; detail?: ProblemDetail }

export type Engine = {
  tables: Tables
  /** The rows of one query that changes nothing. */
  find<Row>(query: (db: Db) => Query<Row>, values: Values): Promise<Row[]>
  /** The rows of one statement that changes them, guarded by its own condition; it stays done whatever comes after. */
  take<Row>(query: (db: Db) => Query<Row>, values: Values): Promise<Row[]>
  /** The same statement with one set of values after the other, until one gives no row; how many did. */
  takeInTurn<Row>(query: (db: Db) => Query<Row>, turns: readonly Values[]): Promise<number>
  /** All writes in one transaction, or none of them. */
  commit(writes: readonly Write[]): Promise<void>
  close(): Promise<void>
}
