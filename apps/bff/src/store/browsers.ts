import { and, desc, eq, gt, lte, notInArray, Placeholder } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, upTo, wholeRow } from './statements.ts'

export type KnownBrowser = Tables['browsers']['$inferSelect']

export function browsersStore({ tables: { browsers }, find }: Engine) {
  const ofContact = eq(browsers.contactId, given('contactId'))
  const byToken = (db: Db) =>
    db
      .select()
      .from(browsers)
      .where(and(ofContact, eq(browsers.tokenHash, given('tokenHash')), gt(browsers.expiresAt, given('now'))))
      .limit(upTo(1))
  const list = (db: Db) =>
    db
      .select()
      .from(browsers)
      .where(and(ofContact, gt(browsers.expiresAt, given('now'))))
  const seen = { lastSeenAt: given('lastSeenAt'), expiresAt: given('expiresAt'), client: new Placeholder('client') as never }
  // Two sign-ins in one browser at once know it once.
  const insert = (db: Db) =>
    db
      .insert(browsers)
      .values(wholeRow(browsers))
      .onConflictDoUpdate({ target: [browsers.contactId, browsers.tokenHash], set: seen })
  const trim = (db: Db) =>
    db.delete(browsers).where(
      and(
        ofContact,
        notInArray(
          browsers.id,
          db
            .select({ id: browsers.id })
            .from(browsers)
            .where(ofContact)
            .orderBy(desc(browsers.lastSeenAt))
            .limit(upTo(given('keep'))),
        ),
      ),
    )
  const see = (db: Db) =>
    db
      .update(browsers)
      .set(seen)
      .where(eq(browsers.id, given('id')))
  const forget = (db: Db) => db.delete(browsers).where(ofContact)
  const prune = (db: Db) => db.delete(browsers).where(lte(browsers.expiresAt, given('now')))

  return {
    findBrowser: async (contactId: string, tokenHash: Buffer, now: number) => (await find(byToken, { contactId, tokenHash, now }))[0],
    /** The browsers in which this person once signed in fully, alive ones. */
    listBrowsers: (contactId: string, now: number) => find(list, { contactId, now }),
    /** Knows a browser from now on; beyond `keep` of one contact the longest unseen are forgotten. */
    addBrowser: (row: KnownBrowser, keep: number): Write[] => [
      { change: insert, values: row },
      { change: trim, values: { contactId: row.contactId, keep } },
    ],
    markBrowserSeen: (row: Pick<KnownBrowser, 'id' | 'lastSeenAt' | 'expiresAt' | 'client'>): Write => ({ change: see, values: row }),
    forgetBrowsers: (contactId: string): Write => ({ change: forget, values: { contactId } }),
    removeDeadBrowsers: (now: number): Write => ({ change: prune, values: { now } }),
  }
}
