import { getTableColumns, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Change, Db } from './engine.ts'

/** A named value of a prepared statement. */
export const given = (name: string) => sql`${new Placeholder(name)}`

/** The same, of text, to compare a column of a join with: bare, SQLite plans the join anew at each run, which takes ten times as long as running it. */
export const givenText = (name: string) => sql`cast(${new Placeholder(name)} as text)`

/** A named value for each column of a table. */
export const wholeRow = (table: SQLiteTable) =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, new Placeholder(name)])) as never
/**
 * How many rows a query is limited to. SQLite plans a statement anew at each run when its limit is a bare bound value, which is
 * how drizzle passes a number on: written out, or behind a cast, it stays prepared.
 */
export const upTo = (count: number | SQL) => (typeof count === 'number' ? sql.raw(String(count)) : sql`cast(${count} as integer)`) as never

/** An insert of one whole row, its columns named as in the table. */
export const insertInto =
  (table: SQLiteTable) =>
  (db: Db): Change =>
    db.insert(table).values(wholeRow(table))

/** The same; nothing is inserted where one such row is there already (unique columns). */
export const insertIfFree =
  (table: SQLiteTable) =>
  (db: Db): Change =>
    db.insert(table).values(wholeRow(table)).onConflictDoNothing()
