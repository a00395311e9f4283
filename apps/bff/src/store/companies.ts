import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Db, Engine, Write } from './engine.ts'
import { given } from './statements.ts'

export function companiesStore({ tables: { companies }, find }: Engine) {
  const setRule = (db: Db) =>
    db
      .update(companies)
      .set({ ruleFrom: given('from'), ruleReminded: given('reminded') })
      .where(eq(companies.id, given('id')))
  const coming = (db: Db) =>
    db
      .select({ id: companies.id, ruleFrom: sql<number>`${companies.ruleFrom}`, ruleReminded: companies.ruleReminded })
      .from(companies)
      .where(and(isNotNull(companies.ruleFrom), gt(companies.ruleFrom, given('now'))))
  const remind = (db: Db) =>
    db
      .update(companies)
      .set({ ruleReminded: given('days') })
      .where(
        and(
          eq(companies.id, given('id')),
          eq(companies.ruleFrom, given('from')),
          sql`(${companies.ruleReminded} is null or ${companies.ruleReminded} > ${given('days')})`,
        ),
      )

  return {
    /** Everyone of the company needs verification from then on; null: nobody has to. `reminded`: of which reminder (days before) it is too late. */
    setRule: (id: string, from: number | null, reminded: number | null): Write => ({ change: setRule, values: { id, from, reminded } }),
    /** The companies whose rule does not bind yet. */
    listComingRules: (now: number) => find(coming, { now }),
    /** A reminder goes out once: refused with `busy` when another sweeper was first, or the rule is another one by now. */
    recordReminder: (id: string, from: number, days: number): Write => ({
      change: remind,
      values: { id, from, days },
      rows: 1,
      orElse: 'busy',
    }),
  }
}
