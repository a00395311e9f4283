import { and, desc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, givenText, insertInto, upTo } from './statements.ts'

export type Call = Tables['calls']['$inferSelect']

/** Look-ups of the desk, and whom they find: active people of customers; never programs, nor the operator's own. */
export function callsStore({ tables: { calls, companies, contacts }, find, take }: Engine) {
  const caller = (db: Db) =>
    db
      .select({
        id: contacts.id,
        companyId: contacts.companyId,
        company: companies.name,
        name: contacts.name,
        phone: contacts.phone,
        role: contacts.role,
        main: contacts.main,
        factorId: contacts.factorId,
        careUntil: contacts.careUntil,
      })
      .from(contacts)
      .innerJoin(companies, eq(companies.id, contacts.companyId))
  const isCustomer = and(
    eq(contacts.kind, 'person'),
    eq(contacts.active, true),
    isNull(contacts.leftAt),
    ne(contacts.role, 'support'),
    eq(companies.operator, false),
  )
  const byPhone = (db: Db) =>
    caller(db)
      // In the words of the index on numbers, which is found by them; a bound value would have it planned anew at each run.
      .where(and(eq(contacts.phone, givenText('phone')), sql`${contacts.phone} <> ''`, isCustomer))
      .orderBy(companies.name, contacts.sortName, contacts.id)
      .limit(upTo(given('most')))
  const byId = (db: Db) =>
    caller(db)
      .where(and(eq(contacts.id, givenText('id')), isCustomer))
      .limit(upTo(1))
  const insert = insertInto(calls)
  const one = (db: Db) =>
    db
      .select()
      .from(calls)
      .where(and(eq(calls.id, given('id')), eq(calls.staffId, given('staffId'))))
      .limit(upTo(1))
  const list = (db: Db) =>
    db
      .select()
      .from(calls)
      .where(eq(calls.staffId, given('staffId')))
      .orderBy(desc(calls.at), desc(calls.id))
      .limit(upTo(given('most')))
  const prune = (db: Db) =>
    db
      .delete(calls)
      .where(
        inArray(
          calls.id,
          db
            .select({ id: calls.id })
            .from(calls)
            .where(lte(calls.at, given('before')))
            .orderBy(calls.at)
            .limit(upTo(given('most'))),
        ),
      )
      .returning({ id: calls.id })

  return {
    /** Whoever has this number (E.164), by company and name. */
    listCallers: (phone: string, most: number) => find(byPhone, { phone, most }),
    /** One of them, whatever the number is by now; undefined when it is nobody who could call any more. */
    findCaller: async (id: string) => (await find(byId, { id }))[0],
    addCall: (row: Call): Write => ({ change: insert, values: row }),
    /** A look-up of this member of the desk. */
    findCall: async (id: string, staffId: string) => (await find(one, { id, staffId }))[0],
    /** The newest look-ups of one member of the desk. */
    listCalls: (staffId: string, most: number) => find(list, { staffId, most }),
    /** Removes at most `most` look-ups of until then; how many it were. */
    takeAwayOldCalls: async (before: number, most: number) => (await take(prune, { before, most })).length,
  }
}
export type Caller = NonNullable<Awaited<ReturnType<ReturnType<typeof callsStore>['findCaller']>>>
