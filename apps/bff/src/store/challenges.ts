import { and, desc, eq, gt, inArray, isNull, lte, notInArray, type SQL, sql } from 'drizzle-orm'
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
  /** Sooner, never later, and only what is yet to be looked at for the first time. */
  const warnBy = (at: SQL) =>
    sql`case when ${challenges.halfAt} is null and ${challenges.warnAt} > ${at} then ${at} else ${challenges.warnAt} end`
  const charge = (db: Db) =>
    db
      .update(challenges)
      .set({
        attemptsLeft: sql`${challenges.attemptsLeft} - 1`,
        warnAt: sql`case when ${challenges.attemptsLeft} = 1 and ${challenges.warnAt} > ${given('lockedAt')} then ${given('lockedAt')} else ${challenges.warnAt} end`,
      })
      .where(and(eq(challenges.tokenHash, given('tokenHash')), alive))
      .returning()
  const insert = insertInto(challenges)
  const complete = (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'completed', warnAt: null, answeredAt: given('now') })
      .where(and(eq(challenges.id, given('id')), isNull(challenges.closedAt)))
  const explain = (db: Db) =>
    db
      .update(challenges)
      .set({ warnAt: null, answeredAt: given('now') })
      .where(and(eq(challenges.contactId, given('contactId')), eq(challenges.lineage, given('lineage')), isNull(challenges.answeredAt)))
  const openOfContact = and(eq(challenges.contactId, given('contactId')), isNull(challenges.closedAt))
  const cancel = (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'cancelled', warnAt: warnBy(given('now')) })
      .where(openOfContact)
  const displaceAmong = (which: SQL | undefined) => (db: Db) =>
    db
      .update(challenges)
      .set({ closedAt: given('now'), outcome: 'cancelled', warnAt: warnBy(given('now')) })
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
  const openOfStrangers = and(openOfContact, isNull(challenges.browserId))
  const displaceOfAddress = displaceAmong(and(openOfStrangers, eq(challenges.address, given('address'))))
  const displaceOfStrangers = displaceAmong(openOfStrangers)
  const displaceOfBrowser = displaceAmong(and(openOfContact, eq(challenges.browserId, given('browserId'))))
  const prune = (db: Db) =>
    db
      .delete(challenges)
      .where(
        inArray(
          challenges.id,
          db
            .select({ id: challenges.id })
            .from(challenges)
            .where(lte(challenges.expiresAt, given('before')))
            .orderBy(challenges.expiresAt)
            .limit(upTo(given('most'))),
        ),
      )
      .returning({ id: challenges.id })

  return {
    findChallenge: async (tokenHash: Buffer, now: number) => (await find(byToken, { tokenHash, now }))[0],
    /**
     * Spends one of the challenge's attempts; undefined when it is over. One statement, so a burst cannot overspend.
     * With the last one the half sign-in is to be warned of at `lockedAt`, unless that attempt turns out right.
     */
    takeChallengeAttempt: async (tokenHash: Buffer, now: number, lockedAt: number) => (await take(charge, { tokenHash, now, lockedAt }))[0],
    /**
     * Opens a challenge. Beyond so many open in unknown browsers from this address, or for this contact at all, the oldest of
     * those give way; a recognised browser only displaces its own.
     */
    openChallenge: (row: Challenge, keep: { perAddress: number; perContact: number }): Write[] => {
      const { contactId, address, browserId, createdAt: now } = row
      const opened = { change: insert, values: row }
      if (browserId !== null) return [opened, { change: displaceOfBrowser, values: { contactId, browserId, now, keep: keep.perAddress } }]
      return [
        opened,
        { change: displaceOfAddress, values: { contactId, address, now, keep: keep.perAddress } },
        { change: displaceOfStrangers, values: { contactId, now, keep: keep.perContact } },
      ]
    },
    /** A challenge opens one session at the most; nothing of the same attempt to sign in is warned of any more. */
    completeChallenge: ({ id, contactId, lineage }: Challenge, now: number): Write[] => [
      { change: complete, values: { id, now }, rows: 1, orElse: 'challenge-over' },
      { change: explain, values: { contactId, lineage, now } },
    ],
    cancelChallenges: (contactId: string, now: number): Write => ({ change: cancel, values: { contactId, now } }),
    /** Removes at most `most` challenges that died before; how many it were. */
    takeAwayOldChallenges: async (before: number, most: number) => (await take(prune, { before, most })).length,
  }
}
