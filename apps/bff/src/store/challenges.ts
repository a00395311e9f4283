import { and, desc, eq, gt, isNull, lte, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Challenge = Tables['challenges']['$inferSelect']

export function challengesStore({ tables: { challenges }, find, take }: Engine) {
  const alive = and(isNull(challenges.closedAt), gt(challenges.expiresAt, given('now')), gt(challenges.attemptsLeft, 0))
  const byToken = (db: Db) =>
    db
      .select()
      .from(challenges)
      .where(and(eq(challenges.tokenHash, given('tokenHash')), alive))
      .limit(upTo(1))
  const charge = (db: Db) =>
    db
      .update(challenges)
      .set({ attemptsLeft: sql`${challenges.attemptsLeft} - 1` })
      .where(and(eq(challenges.tokenHash, given('tokenHash')), alive))
      .returning()
  const insert = insertInto(challenges)
  const complete = (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'completed' })
      .where(and(eq(challenges.id, given('id')), isNull(challenges.closedAt)))
  const cancel = (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'cancelled' })
      .where(and(eq(challenges.contactId, given('contactId')), isNull(challenges.closedAt)))
  const displaceAmong = (which: SQL | undefined) => (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'cancelled' })
      .where(
        and(
          which,
          notInArray(
            challenges.id,
            db
              .select({ id: challenges.id })
              .from(challenges)
              .where(which)
              .orderBy(desc(challenges.createdAt))
              .limit(upTo(given('keep'))),
          ),
        ),
      )
  const openOfContact = and(eq(challenges.contactId, given('contactId')), isNull(challenges.closedAt))
  const displaceOfAddress = displaceAmong(and(openOfContact, eq(challenges.address, given('address'))))
  const displaceOfContact = displaceAmong(openOfContact)
  const prune = (db: Db) => db.delete(challenges).where(lte(challenges.expiresAt, given('before')))

  return {
    findChallenge: async (tokenHash: Buffer, now: number) => (await find(byToken, { tokenHash, now }))[0],
    /** Spends one of the challenge's attempts; undefined when it is over. One statement, so a burst cannot overspend. */
    takeChallengeAttempt: async (tokenHash: Buffer, now: number) => (await take(charge, { tokenHash, now }))[0],
    /** Opens a challenge; beyond so many open from this address, and for this contact at all, the oldest give way. */
    openChallenge: (row: Challenge, keep: { perAddress: number; perContact: number }): Write[] => [
      { change: insert, values: row },
      {
        change: displaceOfAddress,
        values: { contactId: row.contactId, address: row.address, now: row.createdAt, keep: keep.perAddress },
      },
      { change: displaceOfContact, values: { contactId: row.contactId, now: row.createdAt, keep: keep.perContact } },
    ],
    /** A challenge opens one session at the most. */
    completeChallenge: (id: string, now: number): Write => ({ change: complete, values: { id, now }, rows: 1, orElse: 'challenge-over' }),
    cancelChallenges: (contactId: string, now: number): Write => ({ change: cancel, values: { contactId, now } }),
    removeOldChallenges: (before: number): Write => ({ change: prune, values: { before } }),
  }
}
