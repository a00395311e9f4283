import { desc, eq } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Leaver = Tables['leavers']['$inferSelect']

export function leaversStore({ tables: { leavers }, find }: Engine) {
  const insert = insertInto(leavers)
  const list = (db: Db) =>
    db
      .select()
      .from(leavers)
      .where(eq(leavers.companyId, given('companyId')))
      .orderBy(desc(leavers.at), desc(leavers.id))
      .limit(upTo(500))

  return {
    addLeaver: (row: Leaver): Write => ({ change: insert, values: row }),
    /** The newest five hundred who have left a company. */
    listLeavers: (companyId: string) => find(list, { companyId }),
  }
}
