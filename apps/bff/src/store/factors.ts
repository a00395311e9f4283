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
  const charge = (db: Db) =>
    db
      .update(factors)
      .set({
        failures: sql`${factors.failures} + 1`,
        blockedUntil: sql`case when ${factors.failures} + 1 < ${given('free')} then 0
          else ${given('now')} + ${given('firstMs')} * (1 << (case when ${factors.failures} + 1 - ${given('free')} > 7 then 7 else ${factors.failures} + 1 - ${given('free')} end)) end`,
      })
      .where(and(eq(factors.id, given('id')), isNull(factors.retiredAt), lte(factors.blockedUntil, given('now'))))
      .returning()
  const takeStep = (db: Db) =>
    db
      .update(factors)
      .set({ lastStep: given('step'), lastCodeAt: given('now'), failures: 0, blockedUntil: 0 })
      .where(and(eq(factors.id, given('id')), isNull(factors.retiredAt), lt(factors.lastStep, given('step'))))
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
      .set({ activatedAt: given('now'), copiesUntil: given('copiesUntil') })
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
     * Charges one code before it is looked at and gives the factor as charged; undefined while no code is
     * looked at. One statement, so that a burst of guesses cannot spend more than the limit.
     */
    takeCodeAttempt: async (id: string, now: number, wait: { free: number; firstMs: number }) =>
      (await take(charge, { id, now, ...wait }))[0],
    /** A step counts once, for any purpose (RFC 6238 section 5.2). */
    useStep: (id: string, step: number, now: number): Write => ({
      change: takeStep,
      values: { id, step, now },
      rows: 1,
      orElse: 'code-used',
    }),
    addPendingFactor: (row: Factor): Write[] => [
      { change: dropPending, values: { contactId: row.contactId } },
      { change: insert, values: row },
    ],
    /** A pending key becomes the active one, if it is still alive. */
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
