import { and, desc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'
import { isByOutsider } from './events.ts'
import { given, upTo } from './statements.ts'

export function companyEventsStore({ tables: { events, contacts }, find }: Engine) {
  const isFrom = gte(events.at, given('from'))
  const isBefore = sql`(${events.at}, ${events.id}) < (${given('at')}, ${given('id')})`
  const pageOf = (db: Db, ...of: (SQL | undefined)[]) =>
    db
      .select({ event: events, contactName: contacts.name, isByOutsider })
      .from(events)
      .innerJoin(contacts, eq(contacts.id, events.contactId))
      .where(and(...of))
      .orderBy(desc(events.at), desc(events.id))
      .limit(upTo(given('limit')))
  const isOfCompany = eq(events.companyId, given('companyId'))
  const ofCompany = (db: Db) => pageOf(db, isOfCompany, isFrom, isBefore)
  // SQLite believes that two bounds in time narrow more than the kind does, and would read the index without the kind.
  const ofKind = (db: Db) => pageOf(db, isOfCompany, eq(events.kind, given('kind')), sql`unlikely(${isFrom})`, sql`unlikely(${isBefore})`)
  // One statement for each set of kinds. With the plus the index of the contact's own events is read, not that of the whole company.
  const ofOne = (kinds: readonly string[] | undefined) => (db: Db) =>
    pageOf(
      db,
      sql`+${events.companyId} = ${given('companyId')}`,
      eq(events.contactId, given('contactId')),
      isFrom,
      isBefore,
      kinds && inArray(events.kind, [...kinds]),
    )
  const pagesOfOne = new Map<string, ReturnType<typeof ofOne>>()
  const pageOfOne = (kinds: readonly string[] | undefined) => {
    const form = `${kinds?.join()}`
    const known = pagesOfOne.get(form) ?? ofOne(kinds)
    pagesOfOne.set(form, known)
    return known
  }

  return {
    /** Events of a company, of all its people or of one, of these kinds or of any, from `from` on and before a place in the list, newest first. */
    listCompanyEvents: async (
      companyId: string,
      contactId: string | undefined,
      kinds: readonly string[] | undefined,
      { from, before, limit }: { from: number; before: { at: number; id: string }; limit: number },
    ) => {
      const values = { companyId, from, ...before, limit }
      if (contactId !== undefined) return find(pageOfOne(kinds), { ...values, contactId })
      if (!kinds) return find(ofCompany, values)
      // The newest of each kind, each read from its own place in the index: a rare kind does not cost a look at all the others.
      const ofEach = await Promise.all(kinds.map((kind) => find(ofKind, { ...values, kind })))
      return ofEach
        .flat()
        .toSorted((a, b) => b.event.at - a.event.at || (a.event.id < b.event.id ? 1 : -1))
        .slice(0, limit)
    },
  }
}
