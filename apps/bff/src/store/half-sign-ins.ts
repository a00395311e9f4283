import { and, count, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Db, Engine, Write } from './engine.ts'
import { given, upTo } from './statements.ts'

/** Challenges that died unconfirmed: somebody knew the password, and no code followed. */
export function halfSignInsStore({ tables: { challenges }, find }: Engine) {
  const ofContact = eq(challenges.contactId, given('contactId'))
  const isDue = and(isNotNull(challenges.warnAt), lte(challenges.warnAt, given('now')))
  const signIn = { at: challenges.createdAt, client: challenges.client }
  const contactsDue = (db: Db) =>
    db
      .select({ contactId: challenges.contactId })
      .from(challenges)
      .where(isDue)
      .orderBy(challenges.warnAt)
      .limit(upTo(given('limit')))
  const dueOfContact = and(ofContact, isDue)
  const countDue = (db: Db) =>
    db
      .select({ all: count(), found: sql<number>`count(*) - count(${challenges.halfAt})` })
      .from(challenges)
      .where(dueOfContact)
  const newestDue = (db: Db) =>
    db
      .select(signIn)
      .from(challenges)
      .where(dueOfContact)
      .orderBy(desc(challenges.createdAt))
      .limit(upTo(given('limit')))
  const record = (db: Db) =>
    db
      .update(challenges)
      .set({
        halfAt: sql`coalesce(${challenges.halfAt}, ${given('now')})`,
        closedAt: sql`coalesce(${challenges.closedAt}, ${given('now')})`,
        warnAt: given('warnAt'),
      })
      .where(dueOfContact)

  const isUnanswered = and(ofContact, isNotNull(challenges.halfAt), isNull(challenges.answeredAt))
  const countUnanswered = (db: Db) => db.select({ all: count() }).from(challenges).where(isUnanswered)
  const newestUnanswered = (db: Db) =>
    db
      .select(signIn)
      .from(challenges)
      .where(isUnanswered)
      .orderBy(desc(challenges.createdAt))
      .limit(upTo(given('limit')))
  const answerSeen = (db: Db) =>
    db
      .update(challenges)
      .set({ answeredAt: given('now'), warnAt: null })
      .where(isUnanswered)
  const answerAll = (db: Db) =>
    db
      .update(challenges)
      .set({ answeredAt: given('now'), warnAt: null })
      .where(and(ofContact, isNull(challenges.answeredAt)))

  return {
    /** The contacts of the `limit` half sign-ins that are longest due to be warned of. */
    listContactsToWarn: async (now: number, limit: number) => [
      ...new Set((await find(contactsDue, { now, limit })).map(({ contactId }) => contactId)),
    ],
    /** How many half sign-ins of a contact are due, how many of them are `found` only now, and the newest few. */
    findDueHalfSignIns: async (contactId: string, now: number, limit: number) => ({
      ...((await find(countDue, { contactId, now }))[0] ?? { all: 0, found: 0 }),
      newest: await find(newestDue, { contactId, now, limit }),
    }),
    /**
     * These are half sign-ins for good, and can be completed no more; to be looked at again at `warnAt`, if at all.
     * Refused unless they are exactly `due`: of two that warn at once, one does.
     */
    recordHalfSignIns: (contactId: string, now: number, due: number, warnAt: number | null): Write => ({
      change: record,
      values: { contactId, now, warnAt },
      rows: due,
      orElse: 'challenge-over',
    }),
    /** Half sign-ins that the person has not answered: how many, and the newest few. */
    findHalfSignIns: async (contactId: string, limit: number) => ({
      all: (await find(countUnanswered, { contactId }))[0]?.all ?? 0,
      newest: await find(newestUnanswered, { contactId, limit }),
    }),
    /** The person has seen them and says that it was they; what is still open is not answered by that. */
    answerSeenHalfSignIns: (contactId: string, now: number): Write => ({ change: answerSeen, values: { contactId, now } }),
    /** Whatever was half done or still open is explained: the password behind it is no more. */
    answerHalfSignIns: (contactId: string, now: number): Write => ({ change: answerAll, values: { contactId, now } }),
  }
}
