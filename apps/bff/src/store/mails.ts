import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Mail = Tables['mails']['$inferSelect']

export function mailsStore({ tables: { mails }, find, take }: Engine) {
  const insert = insertInto(mails)
  // The lease is the next try: if the courier dies with the mail in hand, the mail comes up again by itself.
  const claim = (db: Db) =>
    db
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, nextAt: given('leaseUntil') })
      .where(
        and(
          eq(mails.state, 'queued'),
          eq(mails.id, sql`(select id from mails where state = 'queued' and next_at <= ${given('now')} order by next_at limit 1)`),
          lte(mails.nextAt, given('now')),
        ),
      )
      .returning()
  const isQueued = and(eq(mails.id, given('id')), eq(mails.state, 'queued'))
  const sent = (db: Db) =>
    db
      .update(mails)
      .set({ state: 'sent', sentAt: given('now'), lastError: null, secretSealed: null })
      .where(isQueued)
  const failed = (db: Db) =>
    db
      .update(mails)
      .set({ nextAt: given('nextAt'), lastError: given('error') })
      .where(isQueued)
  const dead = (db: Db) =>
    db
      .update(mails)
      .set({ state: 'dead', lastError: given('error') })
      .where(isQueued)
  // What it carries, if it does, must still be there and work.
  const isUseful = or(isNull(mails.expiresAt), and(gt(mails.expiresAt, given('now')), isNotNull(mails.secretSealed)))
  const revive = (db: Db) =>
    db
      .update(mails)
      .set({ state: 'queued', attempts: 0, nextAt: given('now'), lastError: null })
      .where(and(eq(mails.id, given('id')), eq(mails.state, 'dead'), isUseful))
  const ofContact = (db: Db) =>
    db
      .select({ letter: mails.letter, createdAt: mails.createdAt })
      .from(mails)
      .where(and(eq(mails.contactId, given('contactId')), gt(mails.createdAt, given('since'))))
      .orderBy(desc(mails.createdAt))
  const byState = (db: Db) => db.select({ state: mails.state, mails: count() }).from(mails).groupBy(mails.state)
  const due = (db: Db) =>
    db
      .select({ mails: count() })
      .from(mails)
      .where(and(eq(mails.state, 'queued'), lte(mails.nextAt, given('now'))))
  const allDead = (db: Db) => db.select().from(mails).where(eq(mails.state, 'dead')).orderBy(desc(mails.createdAt))
  const erase = (db: Db) =>
    db
      .update(mails)
      .set({ secretSealed: null })
      .where(and(isNotNull(mails.secretSealed), lte(mails.expiresAt, given('now'))))
  const prune = (db: Db) =>
    db
      .delete(mails)
      .where(
        inArray(
          mails.id,
          db
            .select({ id: mails.id })
            .from(mails)
            .where(and(lte(mails.createdAt, given('before')), ne(mails.state, 'queued')))
            .limit(upTo(given('most'))),
        ),
      )
      .returning({ id: mails.id })

  return {
    queueMail: (row: Mail): Write => ({ change: insert, values: row }),
    /** Takes the next mail that is due, for as long as the lease; undefined when none is. */
    takeDueMail: async (now: number, leaseUntil: number) => (await take(claim, { now, leaseUntil }))[0],
    /** What a delivered mail carried is erased with the same write. */
    markMailSent: (id: string, now: number): Write => ({ change: sent, values: { id, now } }),
    /** Not delivered: again at `nextAt`, or never when that is null, unless the operator tries it anew. */
    markMailFailed: (id: string, nextAt: number | null, error: string): Write =>
      nextAt === null ? { change: dead, values: { id, error } } : { change: failed, values: { id, nextAt, error } },
    /** When mails of one kind were written to a contact after `since`, whatever became of them; newest first. */
    listMailTimes: async (contactId: string, kind: Mail['letter']['kind'], since: number) =>
      (await find(ofContact, { contactId, since })).filter(({ letter }) => letter.kind === kind).map(({ createdAt }) => createdAt),
    /** How many mails there are in each state, and how many of the queued ones are due. */
    countMails: async (now: number) => {
      const counts = { queued: 0, due: (await find(due, { now }))[0]?.mails ?? 0, sent: 0, dead: 0 }
      for (const row of await find(byState, {})) counts[row.state] = row.mails
      return counts
    },
    /** The mails that nobody tries to deliver any more, newest first. */
    listDeadMails: () => find(allDead, {}),
    /** A dead mail is tried anew from now on; never one whose link or code is over. */
    requeueMail: (id: string, now: number): Write => ({ change: revive, values: { id, now }, rows: 1, orElse: 'not-found' }),
    /** What mails carried is worth nothing any more: it is erased, whatever became of them. */
    eraseExpiredSecrets: (now: number): Write => ({ change: erase, values: { now } }),
    /** Removes at most `most` that were written until then and wait no more; how many it were. */
    takeAwayOldMails: async (before: number, most: number) => (await take(prune, { before, most })).length,
  }
}
