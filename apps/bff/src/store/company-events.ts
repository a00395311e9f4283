import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'
import { given, upTo } from './statements.ts'

export function companyEventsStore({ tables: { events, contacts }, find }: Engine) {
  // One statement for each set of kinds, with and without a contact; the indexes of a company's and of a contact's events give the order.
  const pageOf = (db: Db, kinds: readonly string[], isOfOne: boolean) =>
    db
      .select({ event: events, contactName: contacts.name })
      .from(events)
      .innerJoin(contacts, eq(contacts.id, events.contactId))
      .where(
        and(
          // With the plus the index of the contact's own events is read, not that of the whole company.
          isOfOne ? sql`+${events.companyId} = ${given('companyId')}` : eq(events.companyId, given('companyId')),
          isOfOne ? eq(events.contactId, given('contactId')) : undefined,
          gte(events.at, given('from')),
          sql`(${events.at}, ${events.id}) < (${given('at')}, ${given('id')})`,
          inArray(events.kind, [...kinds]),
        ),
      )
      .orderBy(desc(events.at), desc(events.id))
      .limit(upTo(given('limit')))
  const pages = new Map<string, (db: Db) => ReturnType<typeof pageOf>>()
  const page = (kinds: readonly string[], isOfOne: boolean) => {
    const form = `${isOfOne} ${kinds.join()}`
    const known = pages.get(form) ?? ((db: Db) => pageOf(db, kinds, isOfOne))
    pages.set(form, known)
    return known
  }

  return {
    /** Events of a company, of all its people or of one, of these kinds, from `from` on and before a place in the list, newest first. */
    listCompanyEvents: (
      companyId: string,
      contactId: string | undefined,
      kinds: readonly string[],
      { from, before, limit }: { from: number; before: { at: number; id: string }; limit: number },
    ) => find(page(kinds, contactId !== undefined), { companyId, contactId: contactId ?? '', from, ...before, limit }),
  }
}
