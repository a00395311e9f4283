import type { ProblemCode } from '@porta/shared'
import { eq } from 'drizzle-orm'
import type { Db, Engine, Write } from './engine.ts'
import { given, insertIfFree, insertInto, upTo } from './statements.ts'

export function metaStore({ tables: { meta }, find }: Engine) {
  const insert = insertInto(meta)
  const insertOnce = insertIfFree(meta)
  const set = (db: Db) =>
    db
      .insert(meta)
      .values({ name: given('name'), value: given('value') })
      .onConflictDoUpdate({ target: meta.name, set: { value: given('value') } })
  const byName = (db: Db) =>
    db
      .select()
      .from(meta)
      .where(eq(meta.name, given('name')))
      .limit(upTo(1))

  return {
    findMeta: async (name: string) => (await find(byName, { name }))[0]?.value,
    addMeta: (name: string, value: string): Write => ({ change: insert, values: { name, value } }),
    setMeta: (name: string, value: string): Write => ({ change: set, values: { name, value } }),
    /** Refused when there is one of that name already: of two at once one gets it. */
    addMetaOnce: (name: string, value: string, orElse: ProblemCode): Write => ({
      change: insertOnce,
      values: { name, value },
      rows: 1,
      orElse,
    }),
  }
}
