import { and, desc, eq, gt, isNull, lte, ne, notInArray } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Link = Tables['links']['$inferSelect']
export type LinkPurpose = Link['purpose']

export function linksStore({ tables: { links }, find }: Engine) {
  const isAlive = and(isNull(links.usedAt), gt(links.expiresAt, given('now')))
  const ofPurpose = and(eq(links.contactId, given('contactId')), eq(links.purpose, given('purpose')))
  const byToken = (db: Db) =>
    db
      .select()
      .from(links)
      .where(and(eq(links.tokenHash, given('tokenHash')), eq(links.purpose, given('purpose')), isAlive))
      .limit(upTo(1))
  const newest = (db: Db) => db.select().from(links).where(and(ofPurpose, isAlive)).orderBy(desc(links.createdAt)).limit(upTo(1))
  const insert = insertInto(links)
  // The new one is not among those that may go: links of the same millisecond have no order.
  const trim = (db: Db) =>
    db.delete(links).where(
      and(
        ofPurpose,
        ne(links.id, given('id')),
        notInArray(
          links.id,
          db
            .select({ id: links.id })
            .from(links)
            .where(and(ofPurpose, ne(links.id, given('id'))))
            .orderBy(desc(links.createdAt))
            .limit(upTo(given('keep'))),
        ),
      ),
    )
  const use = (db: Db) =>
    db
      .update(links)
      .set({ usedAt: given('now') })
      .where(and(eq(links.id, given('id')), isAlive))
  const drop = (db: Db) => db.delete(links).where(ofPurpose)
  const prune = (db: Db) => db.delete(links).where(lte(links.expiresAt, given('now')))

  return {
    findLink: async (purpose: LinkPurpose, tokenHash: Buffer, now: number) => (await find(byToken, { purpose, tokenHash, now }))[0],
    findNewestLink: async (contactId: string, purpose: LinkPurpose, now: number) => (await find(newest, { contactId, purpose, now }))[0],
    /** Adds a link; only the newest `keep` of this purpose stay. */
    addLink: (row: Link, keep: number): Write[] => [
      { change: insert, values: row },
      { change: trim, values: { id: row.id, contactId: row.contactId, purpose: row.purpose, keep: keep - 1 } },
    ],
    /** A link works once and in its time. */
    useLink: (id: string, now: number): Write => ({ change: use, values: { id, now }, rows: 1, orElse: 'link-over' }),
    removeLinks: (contactId: string, purpose: LinkPurpose): Write => ({ change: drop, values: { contactId, purpose } }),
    removeDeadLinks: (now: number): Write => ({ change: prune, values: { now } }),
  }
}
