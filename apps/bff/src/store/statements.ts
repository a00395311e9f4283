import { getTableColumns, Placeholder, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Change, Db } from './engine.ts'

/** A named value of a prepared statement. */
export const given = (name: string) => sql`${new Placeholder(name)}`

/** An insert of one whole row, its columns named as in the table. */
export const insertInto =
  (table: SQLiteTable) =>
  (db: Db): Change =>
    db.insert(table).values(Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, new Placeholder(name)])) as never)
