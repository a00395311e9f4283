import { and, eq, lte, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto } from './statements.ts'

export type Mail = Tables['mails']['$inferSelect']

export function mailsStore({ tables: { mails }, take }: Engine) {
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
  const sent = (db: Db) =>
    db
      .update(mails)
      .set({ state: 'sent', sentAt: given('now'), lastError: null })
      .where(and(eq(mails.id, given('id')), eq(mails.state, 'queued')))
  const failed = (db: Db) =>
    db
      .update(mails)
      .set({ state: given('state'), nextAt: given('nextAt'), lastError: given('error') })
      .where(and(eq(mails.id, given('id')), eq(mails.state, 'queued')))

  return {
    queueMail: (row: Mail): Write => ({ change: insert, values: row }),
    /** Takes the next mail that is due, for as long as the lease; undefined when none is. */
    takeDueMail: async (now: number, leaseUntil: number) => (await take(claim, { now, leaseUntil }))[0],
    markMailSent: (id: string, now: number): Write => ({ change: sent, values: { id, now } }),
    /** Not delivered: again at `nextAt`, or never when that is null. */
    markMailFailed: (id: string, nextAt: number | null, error: string): Write => ({
      change: failed,
      values: { id, state: nextAt === null ? 'dead' : 'queued', nextAt: nextAt ?? 0, error },
    }),
  }
}
