import { eq } from 'drizzle-orm'
import type { Db, Engine, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export function metaStore({ tables: { meta }, find }: Engine) {
  const insert = insertInto(meta)
  const byName = (db: Db) =>
    db
      .select()
      .from(meta)
      .where(eq(meta.name, given('name')))
      .limit(upTo(1))

  return {
    findMeta: async (name: string) => (await find(byName, { name }))[0]?.value,
    addMeta: (name: string, value: string): Write => ({ change: insert, values: { name, value } }),
  }
}
