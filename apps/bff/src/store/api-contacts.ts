import { and, asc, desc, eq, gt, isNull, lte, Placeholder, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, givenText, insertInto, upTo } from './statements.ts'

export type ApiContact = Tables['apiContacts']['$inferSelect']
export type ApiPassword = Tables['apiPasswords']['$inferSelect']

export function apiContactsStore({ tables: { apiContacts, apiPasswords, allowances, contacts }, find }: Engine) {
  const isHere = and(sql`${contacts.kind} = 'api'`, isNull(contacts.leftAt))
  const peopleOf = and(eq(contacts.companyId, given('companyId')), eq(contacts.kind, 'person'), isNull(contacts.leftAt))
  const withFacts = (db: Db) =>
    db.select({ contact: contacts, facts: apiContacts }).from(contacts).innerJoin(apiContacts, eq(apiContacts.contactId, contacts.id))
  const ofCompany = (db: Db) =>
    withFacts(db)
      .where(and(eq(contacts.companyId, given('companyId')), isHere))
      .orderBy(asc(contacts.name), asc(contacts.createdAt), asc(contacts.id))
  const byId = (db: Db) =>
    withFacts(db)
      .where(and(eq(contacts.id, givenText('id')), eq(contacts.companyId, givenText('companyId')), isHere))
      .limit(upTo(1))
  const byLogin = (db: Db) =>
    withFacts(db)
      .where(and(eq(contacts.login, givenText('login')), isHere))
      .limit(upTo(1))
  const activePeople = (db: Db) =>
    db
      .select()
      .from(contacts)
      .where(and(peopleOf, eq(contacts.active, true)))
      .orderBy(asc(contacts.sortName), asc(contacts.id))
      .limit(upTo(given('most')))
      .offset(upTo(given('skip')))
  const main = (db: Db) =>
    db
      .select({ factorId: contacts.factorId })
      .from(contacts)
      // It is always an active admin: so it is looked for among those.
      .where(and(peopleOf, eq(contacts.active, true), sql`role = 'admin'`, eq(contacts.main, true)))
      .limit(upTo(1))
  const passwordsOf = (db: Db) =>
    db
      .select()
      .from(apiPasswords)
      .where(eq(apiPasswords.contactId, given('contactId')))
      .orderBy(desc(apiPasswords.createdAt), desc(apiPasswords.expiresAt))
  const isOneOfFew = (db: Db) =>
    db
      .update(contacts)
      .set({ active: true })
      .where(
        and(
          eq(contacts.id, given('id')),
          sql`(select count(*) from contacts other where other.company_id = contacts.company_id and other.kind = 'api'
            and other.left_at is null) <= ${given('most')}`,
        ),
      )
  const insertFacts = insertInto(apiContacts)
  const insertPassword = insertInto(apiPasswords)
  const cutShort = (db: Db) =>
    db
      .update(apiPasswords)
      .set({ expiresAt: given('until') })
      .where(and(eq(apiPasswords.id, given('id')), eq(apiPasswords.expiresAt, given('expiresAt'))))
  const prunePasswords = (db: Db) =>
    db.delete(apiPasswords).where(and(eq(apiPasswords.contactId, given('contactId')), lte(apiPasswords.expiresAt, given('before'))))
  const dropPasswords = (db: Db) => db.delete(apiPasswords).where(eq(apiPasswords.contactId, given('contactId')))
  const setAddresses = (db: Db) =>
    db
      .update(apiContacts)
      // The placeholder itself, not wrapped: only so the column turns the list into JSON.
      .set({ addresses: new Placeholder('addresses') as never })
      .where(eq(apiContacts.contactId, given('contactId')))
  const leave = (db: Db) =>
    db
      .update(contacts)
      .set({ active: false, leftAt: given('now'), login: given('login') })
      .where(and(eq(contacts.id, given('id')), isHere))
  const expiring = (db: Db) =>
    db
      .select({ contact: contacts, password: apiPasswords })
      .from(apiPasswords)
      .innerJoin(contacts, eq(contacts.id, apiPasswords.contactId))
      .where(and(gt(apiPasswords.expiresAt, given('now')), lte(apiPasswords.expiresAt, given('until')), isHere))
  const remember = (db: Db) =>
    db
      .insert(allowances)
      .values({ key: given('key'), used: 1, windowEndsAt: given('until') })
      .onConflictDoNothing()

  return {
    /** The programs of a company that are still there, by name. */
    listApiContacts: (companyId: string) => find(ofCompany, { companyId }),
    findApiContact: async (id: string, companyId: string) => (await find(byId, { id, companyId }))[0],
    findApiContactByLogin: async (login: string) => (await find(byLogin, { login }))[0],
    /** Active people of a company by name, so many after the first `skip`. */
    listActivePeople: (companyId: string, most: number, skip: number) => find(activePeople, { companyId, most, skip }),
    /** Whether login verification is on for the company's main account. */
    isMainAccountVerified: async (companyId: string) => ((await find(main, { companyId }))[0]?.factorId ?? null) !== null,
    /** A new program counts among those of its company, of which there are so many at most: counted at the moment of the write. */
    isOneOfFew: (id: string, most: number): Write => ({
      change: isOneOfFew,
      values: { id, most },
      rows: 1,
      orElse: 'too-many-api-contacts',
    }),
    addApiFacts: (row: ApiContact): Write => ({ change: insertFacts, values: row }),
    setApiAddresses: (contactId: string, addresses: string[]): Write => ({
      change: setAddresses,
      values: { contactId, addresses },
      rows: 1,
    }),
    /** The program is no longer there; its row stays for the history, its login is free. */
    removeApiContact: (id: string, now: number): Write => ({
      change: leave,
      values: { id, now, login: `left:${id}` },
      rows: 1,
      orElse: 'not-found',
    }),

    /** All passwords of a program, newest first, also those that no longer work. */
    listApiPasswords: (contactId: string) => find(passwordsOf, { contactId }),
    addApiPassword: (row: ApiPassword): Write => ({ change: insertPassword, values: row }),
    /** A password works only until then; refused when somebody else has changed it since it was read. */
    shortenApiPassword: ({ id, expiresAt }: ApiPassword, until: number): Write => ({
      change: cutShort,
      values: { id, expiresAt, until },
      rows: 1,
      orElse: 'busy',
    }),
    removeDeadApiPasswords: (contactId: string, before: number): Write => ({ change: prunePasswords, values: { contactId, before } }),
    removeApiPasswords: (contactId: string): Write => ({ change: dropPasswords, values: { contactId } }),
    /** Passwords that stop working before `until`, with their contacts. */
    listExpiringApiPasswords: (now: number, until: number) => find(expiring, { now, until }),
    /** Remembers a reminder until then; refused when it was sent before, so that two sweepers send it once. */
    rememberReminder: (key: string, until: number): Write => ({ change: remember, values: { key, until }, rows: 1, orElse: 'busy' }),
  }
}
