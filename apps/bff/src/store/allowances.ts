import { and, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { Db, Engine, Write } from './engine.ts'
import { given, upTo } from './statements.ts'

type Wanted = { key: string; limit: number; windowMs: number }

export function allowancesStore({ tables: { allowances }, find, take, takeInTurn }: Engine) {
  const over = lte(allowances.windowEndsAt, given('now'))
  const charge = (db: Db) =>
    db
      .insert(allowances)
      .values({ key: given('key'), used: 1, windowEndsAt: given('endsAt') })
      .onConflictDoUpdate({
        target: allowances.key,
        set: {
          used: sql`case when ${over} then 1 else ${allowances.used} + 1 end`,
          windowEndsAt: sql`case when ${over} then ${given('endsAt')} else ${allowances.windowEndsAt} end`,
        },
        setWhere: sql`${over} or ${lt(allowances.used, given('limit'))}`,
      })
      .returning({ used: allowances.used })
  const byKey = (db: Db) =>
    db
      .select()
      .from(allowances)
      .where(eq(allowances.key, given('key')))
      .limit(upTo(1))
  const giveBack = (db: Db) =>
    db
      .update(allowances)
      .set({ used: sql`${allowances.used} - 1` })
      .where(and(eq(allowances.key, given('key')), gt(allowances.used, 0)))
  const clear = (db: Db) => db.delete(allowances).where(eq(allowances.key, given('key')))
  const prune = (db: Db) =>
    db
      .delete(allowances)
      .where(
        inArray(
          allowances.key,
          db
            .select({ key: allowances.key })
            .from(allowances)
            .where(or(over, eq(allowances.used, 0)))
            .limit(upTo(given('most'))),
        ),
      )
      .returning({ key: allowances.key })

  return {
    /**
     * Takes one of `limit` in a window of `windowMs` that starts with its first use; false when none is left.
     * One statement, so that a burst cannot overspend, and kept in the database, so that a restart forgives nothing.
     */
    takeAllowance: async (key: string, { limit, windowMs }: { limit: number; windowMs: number }, now: number) =>
      (await take(charge, { key, limit, now, endsAt: now + windowMs })).length > 0,
    /** The same, and tells the how manyth of the limit it was; undefined when none is left. */
    takeNthAllowance: async (key: string, { limit, windowMs }: { limit: number; windowMs: number }, now: number) =>
      (await take(charge, { key, limit, now, endsAt: now + windowMs }))[0]?.used,
    /**
     * The same for several keys one after the other, until one has none left: the key of that one, or undefined when all
     * were taken. What comes after a refusal is not spent.
     */
    takeAllowances: async (wanted: readonly Wanted[], now: number) => {
      const turns = wanted.map(({ key, limit, windowMs }) => ({ key, limit, now, endsAt: now + windowMs }))
      return wanted[await takeInTurn(charge, turns)]?.key
    },
    /** Whether none of `limit` is left, without taking one. */
    isAllowanceSpent: async (key: string, limit: number, now: number) =>
      (await find(byKey, { key })).some(({ used, windowEndsAt }) => used >= limit && windowEndsAt > now),
    /** When the window of this key ends, in ms; `now` when there is none. */
    allowanceEndsAt: async (key: string, now: number) => (await find(byKey, { key }))[0]?.windowEndsAt ?? now,
    giveBackAllowance: (key: string): Write => ({ change: giveBack, values: { key } }),
    clearAllowance: (key: string): Write => ({ change: clear, values: { key } }),
    /** Removes at most `most` whose window is over; how many it were. */
    takeAwayDeadAllowances: async (now: number, most: number) => (await take(prune, { now, most })).length,
  }
}
