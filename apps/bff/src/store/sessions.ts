import { and, desc, eq, gt, inArray, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Session = Tables['sessions']['$inferSelect']

export function sessionsStore({ tables: { sessions, contacts, companies }, find, take }: Engine) {
  const alive = and(gt(sessions.expiresAt, given('now')), gt(sql`${sessions.lastSeenAt} + ${sessions.idleMs}`, given('now')))
  // The hottest query of the product: one prepared join, only the columns that every request needs. In a join SQLite would plan
  // it anew at each run for every column that is compared bare with a bound value: so the token is looked up by a query of its
  // own, and `active` is no comparison.
  const signedIn = (db: Db) =>
    db
      .select({
        session: {
          id: sessions.id,
          assurance: sessions.assurance,
          signedInAt: sessions.signedInAt,
          previousSignInAt: sessions.previousSignInAt,
          lastSeenAt: sessions.lastSeenAt,
          expiresAt: sessions.expiresAt,
        },
        contact: {
          id: contacts.id,
          companyId: contacts.companyId,
          login: contacts.login,
          name: contacts.name,
          phone: contacts.phone,
          language: contacts.language,
          role: contacts.role,
          main: contacts.main,
          factorId: contacts.factorId,
          passwordSealed: contacts.passwordSealed,
          mustEnrolSince: contacts.mustEnrolSince,
          careUntil: contacts.careUntil,
        },
        company: { id: companies.id, name: companies.name, operator: companies.operator, ruleFrom: companies.ruleFrom },
      })
      .from(sessions)
      .innerJoin(contacts, eq(contacts.id, sessions.contactId))
      .innerJoin(companies, eq(companies.id, contacts.companyId))
      .where(
        and(
          eq(
            sessions.id,
            db
              .select({ id: sessions.id })
              .from(sessions)
              .where(eq(sessions.tokenHash, given('tokenHash'))),
          ),
          sql`${contacts.active}`,
          alive,
        ),
      )
      .limit(upTo(1))
  const list = (db: Db) =>
    db
      .select()
      .from(sessions)
      .where(and(eq(sessions.contactId, given('contactId')), alive))
      .orderBy(desc(sessions.lastSeenAt))
  const insert = insertInto(sessions)
  const trim = (db: Db) =>
    db.delete(sessions).where(
      and(
        eq(sessions.contactId, given('contactId')),
        notInArray(
          sessions.id,
          db
            .select({ id: sessions.id })
            .from(sessions)
            .where(eq(sessions.contactId, given('contactId')))
            .orderBy(desc(sessions.lastSeenAt), desc(sessions.signedInAt))
            .limit(upTo(given('keep'))),
        ),
      ),
    )
  const see = (db: Db) =>
    db
      .update(sessions)
      .set({ lastSeenAt: given('now') })
      .where(eq(sessions.id, given('id')))
  const renew = (db: Db) =>
    db
      .update(sessions)
      .set({ tokenHash: given('tokenHash'), assurance: given('assurance') })
      .where(eq(sessions.id, given('id')))
  const byToken = (db: Db) =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, given('tokenHash')))
      .limit(upTo(1))
  const end = (db: Db) => db.delete(sessions).where(and(eq(sessions.id, given('id')), eq(sessions.contactId, given('contactId'))))
  const endOthers = (db: Db) => db.delete(sessions).where(and(eq(sessions.contactId, given('contactId')), ne(sessions.id, given('keepId'))))
  const dead = or(lte(sessions.expiresAt, given('now')), lte(sql`${sessions.lastSeenAt} + ${sessions.idleMs}`, given('now')))
  const prune = (db: Db) =>
    db
      .delete(sessions)
      .where(
        inArray(
          sessions.id,
          db
            .select({ id: sessions.id })
            .from(sessions)
            .where(dead)
            .limit(upTo(given('most'))),
        ),
      )
      .returning({ id: sessions.id })

  return {
    /** Who holds this session token, if the session and the contact are alive. */
    findSignedIn: async (tokenHash: Buffer, now: number) => (await find(signedIn, { tokenHash, now }))[0],
    listSessions: (contactId: string, now: number) => find(list, { contactId, now }),
    /** Opens a session; beyond `keep` of one contact the longest unseen end. */
    openSession: (row: Session, keep: number): Write[] => [
      { change: insert, values: row },
      { change: trim, values: { contactId: row.contactId, keep } },
    ],
    markSeen: (id: string, now: number): Write => ({ change: see, values: { id, now } }),
    /** The same session under a new token: what was known before is worth nothing. */
    renewSession: (id: string, tokenHash: Buffer, assurance: Session['assurance']): Write => ({
      change: renew,
      values: { id, tokenHash, assurance },
      rows: 1,
      orElse: 'not-signed-in',
    }),
    /** The session of this token, alive or not. */
    findSession: async (tokenHash: Buffer) => (await find(byToken, { tokenHash }))[0],
    /** Ends one session of this contact; refused when there is none such. */
    endSession: (id: string, contactId: string): Write => ({ change: end, values: { id, contactId }, rows: 1, orElse: 'not-found' }),
    endOtherSessions: (contactId: string, keepId: string): Write => ({ change: endOthers, values: { contactId, keepId } }),
    endSessions: (contactId: string): Write => ({ change: endOthers, values: { contactId, keepId: '' } }),
    /** Removes at most `most` that ended of age; how many it were. */
    takeAwayDeadSessions: async (now: number, most: number) => (await take(prune, { now, most })).length,
  }
}
