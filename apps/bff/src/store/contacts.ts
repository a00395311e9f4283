import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Contact = Tables['contacts']['$inferSelect']
export type Company = Tables['companies']['$inferSelect']

export function contactsStore({ tables: { companies, contacts }, find }: Engine) {
  // '' stands for no factor: SQL's null is equal to nothing.
  const factorOrNone = sql`coalesce(${contacts.factorId}, '')`
  const byLogin = (db: Db) =>
    db
      .select()
      .from(contacts)
      .where(eq(contacts.login, given('login')))
      .limit(upTo(1))
  const byId = (db: Db) =>
    db
      .select()
      .from(contacts)
      .where(eq(contacts.id, given('id')))
      .limit(upTo(1))
  const companyById = (db: Db) =>
    db
      .select()
      .from(companies)
      .where(eq(companies.id, given('id')))
      .limit(upTo(1))
  const any = (db: Db) => db.select({ id: companies.id }).from(companies).limit(upTo(1))
  const insertCompany = insertInto(companies)
  const insertContact = insertInto(contacts)
  // Holds only while the person is what the rule saw: active, with that password and that factor.
  const asSeen = and(
    eq(contacts.id, given('id')),
    eq(contacts.active, true),
    eq(contacts.passwordSealed, given('passwordSealed')),
    eq(factorOrNone, given('factorKey')),
  )
  const signIn = (db: Db) =>
    db
      .update(contacts)
      .set({ lastSignInAt: given('now') })
      .where(asSeen)
  const confirm = (db: Db) => db.update(contacts).set({ active: true }).where(asSeen)
  const setFactor = (db: Db) =>
    db
      .update(contacts)
      .set({ factorId: given('factorId') })
      .where(and(eq(contacts.id, given('id')), eq(factorOrNone, given('factorKey'))))
  const setPassword = (db: Db) =>
    db
      .update(contacts)
      .set({ passwordSealed: given('to') })
      .where(and(eq(contacts.id, given('id')), eq(contacts.passwordSealed, given('from'))))
  const replacePassword = (db: Db) =>
    db
      .update(contacts)
      .set({ passwordSealed: given('to') })
      .where(and(eq(contacts.id, given('id')), eq(contacts.active, true)))
  const setPhone = (db: Db) =>
    db
      .update(contacts)
      .set({ phone: given('phone') })
      .where(eq(contacts.id, given('id')))
  const namesake = alias(contacts, 'namesake')
  const setLogin = (db: Db) =>
    db
      .update(contacts)
      .set({ login: given('to') })
      .where(
        and(
          eq(contacts.id, given('id')),
          eq(contacts.login, given('from')),
          notExists(
            db
              .select({ id: namesake.id })
              .from(namesake)
              .where(eq(namesake.login, given('to'))),
          ),
        ),
      )
  const setLanguage = (db: Db) =>
    db
      .update(contacts)
      .set({ language: given('language') })
      .where(eq(contacts.id, given('id')))
  const burn = (db: Db) =>
    db
      .update(contacts)
      .set({ passwordSealed: null })
      .where(eq(contacts.id, given('id')))
  const pause = (db: Db) =>
    db
      .update(contacts)
      .set({ trustPausedAt: given('now') })
      .where(and(eq(contacts.id, given('id')), isNull(contacts.trustPausedAt)))
  const resume = (db: Db) =>
    db
      .update(contacts)
      .set({ trustPausedAt: null })
      .where(and(eq(contacts.id, given('id')), isNotNull(contacts.trustPausedAt)))

  return {
    findContactByLogin: async (login: string) => (await find(byLogin, { login }))[0],
    findContact: async (id: string) => (await find(byId, { id }))[0],
    findCompany: async (id: string) => (await find(companyById, { id }))[0],
    isEmpty: async () => (await find(any, {})).length === 0,
    addCompany: (row: Company): Write => ({ change: insertCompany, values: row }),
    addContact: (row: Contact): Write => ({ change: insertContact, values: row }),
    /** Notes the sign-in; refused when password, factor or activity changed since `contact` was read. */
    recordSignIn: (contact: Contact, now: number): Write => ({
      change: signIn,
      values: { id: contact.id, passwordSealed: contact.passwordSealed, factorKey: contact.factorId ?? '', now },
      rows: 1,
      orElse: 'sign-in-refused',
    }),
    /** Changes nothing; refused when password, factor or activity changed since `contact` was read. */
    confirmAsSeen: (contact: Contact): Write => ({
      change: confirm,
      values: { id: contact.id, passwordSealed: contact.passwordSealed, factorKey: contact.factorId ?? '' },
      rows: 1,
      orElse: 'sign-in-refused',
    }),
    /** Login verification is ON with this factor; only one of two people at the same switch gets it. */
    pointToFactor: (id: string, factorId: string): Write => ({
      change: setFactor,
      values: { id, factorId, factorKey: '' },
      rows: 1,
      orElse: 'verification-already-on',
    }),
    /** Login verification is OFF; refused when that factor is not the active one any more. */
    pointToNoFactor: (id: string, factorId: string): Write => ({
      change: setFactor,
      values: { id, factorId: null, factorKey: factorId },
      rows: 1,
      orElse: 'verification-already-off',
    }),
    /** The same password under today's parameters. */
    resealPassword: (id: string, from: string, to: string): Write => ({ change: setPassword, values: { id, from, to } }),
    /** Another password; refused when the contact was switched off meanwhile. */
    setPassword: (id: string, to: string): Write => ({ change: replacePassword, values: { id, to }, rows: 1, orElse: 'link-over' }),
    setPhone: (id: string, phone: string): Write => ({ change: setPhone, values: { id, phone } }),
    /** Another login; refused when somebody else has it by now, or when it is not `from` any more. */
    setLogin: (id: string, from: string, to: string): Write => ({
      change: setLogin,
      values: { id, from, to },
      rows: 1,
      orElse: 'link-over',
    }),
    changeLanguage: (id: string, language: Contact['language']): Write => ({ change: setLanguage, values: { id, language } }),
    /** No password is right any more, until a new one is set. */
    burnPassword: (id: string): Write => ({ change: burn, values: { id } }),
    /** Remembered devices are not believed until `resumeTrust`. */
    pauseTrust: (id: string, now: number): Write => ({ change: pause, values: { id, now } }),
    resumeTrust: (id: string): Write => ({ change: resume, values: { id } }),
  }
}
