import { and, desc, eq, gt, lt, lte, notInArray, sql } from 'drizzle-orm'
import type { Challenge } from './challenges.ts'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, givenText, insertInto, upTo } from './statements.ts'

export type SoapSession = Tables['soapSessions']['$inferSelect']
export type SoapUse = Tables['soapUses']['$inferSelect']

export function soapStore({ tables: { soapSessions, soapUses, challenges, contacts, companies }, find }: Engine) {
  const sessionOf = eq(soapSessions.contactId, given('contactId'))
  const byId = (db: Db) =>
    db
      .select({ session: soapSessions, contact: contacts, company: companies })
      .from(soapSessions)
      .innerJoin(contacts, eq(contacts.id, soapSessions.contactId))
      .innerJoin(companies, eq(companies.id, contacts.companyId))
      .where(eq(soapSessions.id, givenText('id')))
      .limit(upTo(1))
  const insert = insertInto(soapSessions)
  const insertHalf = insertInto(challenges)
  const trim = (db: Db) =>
    db.delete(soapSessions).where(
      and(
        sessionOf,
        notInArray(
          soapSessions.id,
          db
            .select({ id: soapSessions.id })
            .from(soapSessions)
            .where(sessionOf)
            .orderBy(desc(soapSessions.lastSeenAt), desc(soapSessions.createdAt))
            .limit(upTo(given('keep'))),
        ),
      ),
    )
  const see = (db: Db) =>
    db
      .update(soapSessions)
      .set({ lastSeenAt: given('now') })
      .where(eq(soapSessions.id, given('id')))
  const close = (db: Db) =>
    db
      .update(soapSessions)
      .set({ expiresAt: given('now') })
      .where(and(eq(soapSessions.id, given('id')), gt(soapSessions.expiresAt, given('now'))))
  const end = (db: Db) => db.delete(soapSessions).where(eq(soapSessions.id, given('id')))
  const closeOf = (db: Db) =>
    db
      .update(soapSessions)
      .set({ expiresAt: sql`${soapSessions.lastSeenAt}` })
      .where(sessionOf)
  const prune = (db: Db) => db.delete(soapSessions).where(lte(soapSessions.expiresAt, given('before')))

  const usesOf = (db: Db) =>
    db
      .select()
      .from(soapUses)
      .where(and(eq(soapUses.contactId, given('contactId')), gt(soapUses.at, given('since'))))
      .orderBy(desc(soapUses.at))
  const use = (db: Db) =>
    db
      .insert(soapUses)
      .values({
        contactId: given('contactId'),
        operation: given('operation'),
        place: given('place'),
        address: given('address'),
        at: given('at'),
      })
      .onConflictDoUpdate({
        target: [soapUses.contactId, soapUses.operation],
        set: { place: given('place'), address: given('address'), at: given('at') },
        setWhere: lt(soapUses.at, sql`excluded.at`),
      })

  return {
    /** The session of this id with its contact and company, alive or not. */
    findSoapSession: async (id: string) => (await find(byId, { id }))[0],
    /** Opens a session; beyond `keep` of one contact the longest unseen end. */
    openSoapSession: (row: SoapSession, keep: number): Write[] => [
      { change: insert, values: row },
      { change: trim, values: { contactId: row.contactId, keep } },
    ],
    markSoapSessionSeen: (id: string, now: number): Write => ({ change: see, values: { id, now } }),
    /** The session is over from now on; its row stays for a while, so that its holder can still be told why. */
    closeSoapSession: (id: string, now: number): Write => ({ change: close, values: { id, now } }),
    endSoapSession: (id: string): Write => ({ change: end, values: { id } }),
    /** All SOAP sessions of a contact are over; their rows stay for a while, for the same reason. */
    endSoapSessions: (contactId: string): Write => ({ change: closeOf, values: { contactId } }),
    removeDeadSoapSessions: (before: number): Write => ({ change: prune, values: { before } }),
    /** A right password that opened nothing: a challenge that is over as soon as it is written. */
    addHalfSignIn: (row: Challenge): Write => ({ change: insertHalf, values: row }),
    /** The last call of each operation since then, newest first. */
    listSoapUses: (contactId: string, since: number) => find(usesOf, { contactId, since }),
    recordSoapUse: (row: SoapUse): Write => ({ change: use, values: row }),
  }
}
