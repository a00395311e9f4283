import { is, type SQL, type Table } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db, Engine } from '../store/engine.ts'

type Row<T extends Table> = T['$inferSelect']

/** All rows of a table, as the database has them. */
export const rowsOf = <T extends SQLiteTable>(engine: Engine, table: T) =>
  engine.find((db: Db) => db.select().from(table as SQLiteTable), {}) as Promise<Row<T>[]>

/** Changes rows behind the back of the product, as an operator's hand or a thief of the file would. */
export const alter = <T extends SQLiteTable>(engine: Engine, table: T, set: Partial<Row<T>>, where: SQL | undefined) =>
  engine.commit([
    {
      change: (db: Db) =>
        db
          .update(table as SQLiteTable)
          .set(set as never)
          .where(where),
      values: {},
    },
  ])

/** The whole database as one text, for looking for what must not be in it and for seeing that nothing changed. Blobs as base64url. */
export async function dump(engine: Engine): Promise<string> {
  const tables = Object.entries(engine.tables).filter(([, table]) => is(table, SQLiteTable))
  const parts = await Promise.all(
    tables.map(async ([name, table]) => [
      name,
      ...(await rowsOf(engine, table as SQLiteTable)).map((row) =>
        JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64url') : value)),
      ),
    ]),
  )
  return parts.map((lines) => lines.join('\n')).join('\n')
}
