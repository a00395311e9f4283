import { asc, desc, eq, getTableColumns, gt, inArray, isNull, lte, type SQLWrapper, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import type { Event } from './events.ts'
import { given, insertIfFree, upTo } from './statements.ts'

export type AuditLink = Tables['auditLinks']['$inferSelect']

/** What somebody wrote past the product may be no object, or no JSON at all: then it is the text, so that the chain can tell that it was changed. */
function factsIn(written: string) {
  let facts: unknown
  try {
    facts = JSON.parse(written)
  } catch {}
  const isObject = typeof facts === 'object' && facts !== null && !Array.isArray(facts)
  return (isObject ? facts : { written }) as Event['details'] & Event['client']
}
const facts = (column: SQLWrapper) => sql`${column}`.mapWith(factsIn)

export function auditStore({ tables: { auditLinks, auditWaiting, events }, find }: Engine) {
  const event = { ...getTableColumns(events), details: facts(events.details), client: facts(events.client) }
  const append = insertIfFree(auditLinks)
  const waiting = (db: Db) =>
    db
      .select({ event })
      .from(auditWaiting)
      .innerJoin(events, eq(events.id, auditWaiting.eventId))
      // By what waits, so that the chain costs the same however many events there are.
      .orderBy(asc(auditWaiting.seq))
      .limit(upTo(given('most')))
  const chained = (db: Db) => db.delete(auditWaiting).where(eq(auditWaiting.eventId, given('eventId')))
  const last = (db: Db) => db.select().from(auditLinks).orderBy(desc(auditLinks.seq)).limit(upTo(1))
  const page = (db: Db) =>
    db
      .select({ link: auditLinks, event })
      .from(auditLinks)
      .leftJoin(events, eq(events.id, auditLinks.eventId))
      .where(gt(auditLinks.seq, given('after')))
      .orderBy(asc(auditLinks.seq))
      .limit(upTo(given('most')))
  const countWaiting = (db: Db) => db.select({ events: sql<number>`count(*)` }).from(auditWaiting)
  const outside = (db: Db) =>
    db
      .select({ id: events.id, at: events.at })
      .from(events)
      .leftJoin(auditLinks, eq(auditLinks.eventId, events.id))
      .leftJoin(auditWaiting, eq(auditWaiting.eventId, events.id))
      .where(sql`${auditLinks.seq} is null and ${auditWaiting.eventId} is null`)
      .orderBy(asc(events.at), asc(events.id))
      .limit(upTo(1))
  const lost = (db: Db) =>
    db
      .select({ eventId: auditWaiting.eventId })
      .from(auditWaiting)
      .leftJoin(events, eq(events.id, auditWaiting.eventId))
      .where(isNull(events.id))
      .limit(upTo(1))
  const isOld = lte(auditLinks.seq, given('seq'))
  const dropEvents = (db: Db) =>
    db.delete(events).where(inArray(events.id, db.select({ id: auditLinks.eventId }).from(auditLinks).where(isOld)))
  const dropLinks = (db: Db) => db.delete(auditLinks).where(isOld)

  return {
    /** Events that are not in the chain yet, in the order in which they were written. */
    listWaitingEvents: async (most: number) => (await find(waiting, { most })).map(({ event }) => event),
    findLastLink: async () => (await find(last, {}))[0],
    /** The next link; refuses when somebody else has appended one with this number or for this event. */
    appendLink: (link: AuditLink): Write[] => [
      { change: append, values: link, rows: 1, orElse: 'changed-meanwhile' },
      { change: chained, values: { eventId: link.eventId }, rows: 1, orElse: 'changed-meanwhile' },
    ],
    /** Links in their order, each with its event; null when that is gone. */
    listLinks: (after: number, most: number) => find(page, { after, most }),
    countWaitingEvents: async () => (await find(countWaiting, {}))[0]?.events ?? 0,
    /** The first event that is neither in the chain nor waits for it. */
    findEventOutside: async () => (await find(outside, {}))[0],
    /** One that waits and is not there. */
    findLostEvent: async () => (await find(lost, {}))[0]?.eventId,
    /** The events of all links up to this one. */
    removeEventsUntil: (seq: number): Write => ({ change: dropEvents, values: { seq } }),
    /** All links up to this one; refused when it is not so many, because somebody else is at it. */
    removeLinksUntil: (seq: number, rows: number): Write => ({ change: dropLinks, values: { seq }, rows, orElse: 'changed-meanwhile' }),
  }
}
