import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Factor = Tables['factors']['$inferSelect']
export type RecoveryCode = Tables['recoveryCodes']['$inferSelect']

export function factorsStore({ tables: { factors, recoveryCodes }, find, take }: Engine) {
  const byId = (db: Db) =>
    db
      .select()
      .from(factors)
      .where(eq(factors.id, given('id')))
      .limit(upTo(1))
  const pending = (db: Db) =>
    db
      .select()
      .from(factors)
      .where(and(eq(factors.contactId, given('contactId')), isNull(factors.activatedAt), gt(factors.expiresAt, given('now'))))
      .orderBy(desc(factors.createdAt))
      .limit(upTo(1))
  // The wait after the n-th wrong code in a row: none for the first `free - 1`, then `firstMs`, doubled each time, at most 128 times.
  const over = lte(factors.recentEndsAt, given('now'))
  const recent = sql`case when ${over} then 1 else ${factors.recentFailures} + 1 end`
  const charge = (db: Db) =>
    db
      .update(factors)
      .set({
        failures: sql`${factors.failures} + 1`,
        blockedUntil: sql`case when ${factors.failures} + 1 < ${given('free')} then 0
          else ${given('now')} + ${given('firstMs')} * (1 << (case when ${factors.failures} + 1 - ${given('free')} > 7 then 7 else ${factors.failures} + 1 - ${given('free')} end)) end`,
        recentFailures: recent,
        recentEndsAt: sql`case when ${over} then ${given('recentEndsAt')} else ${factors.recentEndsAt} end`,
        resetRequiredAt: sql`case when ${factors.failures} + 1 >= ${given('most')} or ${recent} >= ${given('most')} then ${given('now')} end`,
      })
      .where(
        and(
          eq(factors.id, given('id')),
          isNull(factors.retiredAt),
          isNull(factors.resetRequiredAt),
          lte(factors.blockedUntil, given('now')),
        ),
      )
      .returning()
  const unusedStep = and(eq(factors.id, given('id')), isNull(factors.retiredAt), lt(factors.lastStep, given('step')))
  const takeStep = (db: Db) =>
    db
      .update(factors)
      .set({ lastStep: given('step'), lastCodeAt: given('now') })
      .where(unusedStep)
  const takeChargedStep = (db: Db) =>
    db
      .update(factors)
      .set({
        lastStep: given('step'),
        lastCodeAt: given('now'),
        failures: 0,
        blockedUntil: 0,
        recentFailures: sql`case when ${factors.recentFailures} > 0 then ${factors.recentFailures} - 1 else 0 end`,
        resetRequiredAt: sql`case when ${factors.resetRequiredAt} = ${given('resetRequiredAt')} then null else ${factors.resetRequiredAt} end`,
      })
      .where(unusedStep)
  const tell = (db: Db) =>
    db
      .update(factors)
      .set({ toldStep: given('step') })
      .where(eq(factors.id, given('id')))
  const unlock = (db: Db) =>
    db
      .update(factors)
      .set({ failures: 0, blockedUntil: 0, recentFailures: 0, recentEndsAt: 0, resetRequiredAt: null })
      .where(eq(factors.id, given('id')))
  const checkUp = (db: Db) =>
    db
      .update(factors)
      .set({ checkedUpAt: given('now') })
      .where(eq(factors.id, given('id')))
  const retired = (db: Db) =>
    db
      .select()
      .from(factors)
      .where(and(eq(factors.contactId, given('contactId')), gt(factors.retiredAt, given('since'))))
      .orderBy(desc(factors.retiredAt))
      .limit(upTo(given('limit')))
  const insert = insertInto(factors)
  const dropPending = (db: Db) => db.delete(factors).where(and(eq(factors.contactId, given('contactId')), isNull(factors.activatedAt)))
  const dropDead = (db: Db) =>
    db
      .delete(factors)
      .where(
        or(
          and(isNull(factors.activatedAt), lte(factors.expiresAt, given('now'))),
          and(isNotNull(factors.retiredAt), lte(factors.retiredAt, given('retiredBefore'))),
        ),
      )
  const activate = (db: Db) =>
    db
      .update(factors)
      .set({ activatedAt: given('now'), copiesUntil: given('copiesUntil'), recentFailures: 0, recentEndsAt: 0 })
      .where(and(eq(factors.id, given('id')), isNull(factors.activatedAt), gt(factors.expiresAt, given('now'))))
  const retire = (db: Db) =>
    db
      .update(factors)
      .set({ retiredAt: given('now') })
      .where(and(eq(factors.id, given('id')), isNull(factors.retiredAt)))
  const openCopies = (db: Db) =>
    db
      .update(factors)
      .set({ copiesUntil: given('until') })
      .where(eq(factors.id, given('id')))

  const insertCode = insertInto(recoveryCodes)
  const dropCodes = (db: Db) => db.delete(recoveryCodes).where(eq(recoveryCodes.contactId, given('contactId')))
  const spend = (db: Db) =>
    db
      .update(recoveryCodes)
      .set({ usedAt: given('now') })
      .where(
        and(eq(recoveryCodes.contactId, given('contactId')), eq(recoveryCodes.codeHash, given('codeHash')), isNull(recoveryCodes.usedAt)),
      )
  const isUnused = (db: Db) =>
    db
      .select({ id: recoveryCodes.id })
      .from(recoveryCodes)
      .where(
        and(eq(recoveryCodes.contactId, given('contactId')), eq(recoveryCodes.codeHash, given('codeHash')), isNull(recoveryCodes.usedAt)),
      )
      .limit(upTo(1))
  const unused = (db: Db) =>
    db
      .select({ left: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.contactId, given('contactId')), isNull(recoveryCodes.usedAt)))

  return {
    findFactor: async (id: string) => (await find(byId, { id }))[0],
    findPendingFactor: async (contactId: string, now: number) => (await find(pending, { contactId, now }))[0],
    /**
     * Charges one code before it is looked at and gives the factor as charged; undefined while no code is looked at. One
     * statement, so that a burst of guesses cannot spend more than the limit. The charge that reaches `most` in a row or in
     * `recentMs` sets `resetRequiredAt`.
     */
    takeCodeAttempt: async (id: string, now: number, limits: { free: number; firstMs: number; most: number; recentMs: number }) => {
      const { free, firstMs, most, recentMs } = limits
      return (await take(charge, { id, now, free, firstMs, most, recentEndsAt: now + recentMs }))[0]
    },
    /** A step counts once, for any purpose (RFC 6238 section 5.2). */
    useStep: (id: string, step: number, now: number): Write => ({
      change: takeStep,
      values: { id, step, now },
      rows: 1,
      orElse: 'code-used',
    }),
    /** The same, and takes back what `takeCodeAttempt` charged for it: the count in a row is over, of the recent ones only its own. */
    useChargedStep: (charged: Factor, step: number, now: number): Write => ({
      change: takeChargedStep,
      values: { id: charged.id, step, now, resetRequiredAt: charged.resetRequiredAt },
      rows: 1,
      orElse: 'code-used',
    }),
    /** A code of that step was typed before its time, and said to be: it is known by then. */
    rememberToldStep: (id: string, step: number): Write => ({ change: tell, values: { id, step } }),
    /** Forgets the wrong codes of unknown browsers, after a new password. */
    unlockFactor: (id: string | null): Write => ({ change: unlock, values: { id } }),
    markCheckedUp: (id: string, now: number): Write => ({ change: checkUp, values: { id, now } }),
    /** Factors of this contact that were switched off after `since`, newest first. */
    listRetiredFactors: (contactId: string, since: number, limit: number) => find(retired, { contactId, since, limit }),
    /** Keys of this contact that nobody has confirmed. */
    removePendingFactors: (contactId: string): Write => ({ change: dropPending, values: { contactId } }),
    addPendingFactor: (row: Factor): Write[] => [
      { change: dropPending, values: { contactId: row.contactId } },
      { change: insert, values: row },
    ],
    /** A pending key becomes the active one, if it is still alive; its wrong codes were the person's own, and are forgotten. */
    activateFactor: (id: string, now: number, copiesUntil: number): Write => ({
      change: activate,
      values: { id, now, copiesUntil },
      rows: 1,
      orElse: 'enrolment-over',
    }),
    retireFactor: (id: string, now: number): Write => ({
      change: retire,
      values: { id, now },
      rows: 1,
      orElse: 'verification-already-off',
    }),
    openForCopies: (id: string, until: number): Write => ({ change: openCopies, values: { id, until } }),
    removeDeadFactors: (now: number, retiredBefore: number): Write => ({ change: dropDead, values: { now, retiredBefore } }),

    replaceRecoveryCodes: (contactId: string, rows: readonly RecoveryCode[]): Write[] => [
      { change: dropCodes, values: { contactId } },
      ...rows.map((row) => ({ change: insertCode, values: row })),
    ],
    removeRecoveryCodes: (contactId: string): Write => ({ change: dropCodes, values: { contactId } }),
    /** A recovery code works once. */
    useRecoveryCode: (contactId: string, codeHash: Buffer, now: number): Write => ({
      change: spend,
      values: { contactId, codeHash, now },
      rows: 1,
      orElse: 'recovery-code-wrong',
    }),
    isUnusedRecoveryCode: async (contactId: string, codeHash: Buffer) => (await find(isUnused, { contactId, codeHash })).length > 0,
    countRecoveryCodes: async (contactId: string) => (await find(unused, { contactId }))[0]?.left ?? 0,
  }
}
