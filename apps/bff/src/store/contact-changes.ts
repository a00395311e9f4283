import type { ProblemCode } from '@porta/shared'
import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Contact } from './contacts.ts'
import type { Db, Engine, Write } from './engine.ts'
import { given, insertIfFree } from './statements.ts'

/** What admins change of the people of their company. Each write holds only for a person who has not left. */
export function contactChangesStore({ tables: { contacts, links } }: Engine) {
  const one = and(eq(contacts.id, given('id')), eq(contacts.kind, 'person'), isNull(contacts.leftAt))
  const set = (values: Partial<Record<keyof Contact, unknown>>, which?: SQL) => (db: Db) =>
    db
      .update(contacts)
      .set(values as never)
      .where(and(one, which))
  // A company keeps an active admin: counted at the moment of the write, so that two who demote each other cannot both succeed.
  const othersManage = sql`(contacts.role <> 'admin' or contacts.active = 0 or exists (select 1 from contacts other
    where other.company_id = contacts.company_id and other.role = 'admin' and other.kind = 'person' and other.active = 1
      and other.left_at is null and other.id <> contacts.id))`

  // Null leaves it as it is: the contact may be changing it at the same moment.
  const facts = set({
    name: sql`coalesce(${given('name')}, name)`,
    sortName: sql`coalesce(${given('sortName')}, sort_name)`,
    phone: sql`coalesce(${given('phone')}, phone)`,
    language: sql`coalesce(${given('language')}, language)`,
  })
  const stands = set({ active: true }, sql`role = 'admin' and active = 1`)
  const isNotMain = set({ main: false }, eq(contacts.main, false))
  const promote = set({ role: 'admin' }, ne(contacts.role, 'admin'))
  const demote = set({ role: given('role') }, and(eq(contacts.role, 'admin'), othersManage))
  const deactivate = set({ active: false }, othersManage)
  const activate = set({ active: true })
  const noLongerMain = (db: Db) =>
    db
      .update(contacts)
      .set({ main: false })
      // It is always an active admin: so it is looked for among those.
      .where(
        and(
          eq(contacts.companyId, given('companyId')),
          eq(contacts.kind, 'person'),
          isNull(contacts.leftAt),
          sql`role = 'admin' and active = 1`,
          eq(contacts.main, true),
        ),
      )
  const becomeMain = set({ main: true }, sql`role = 'admin' and active = 1`)
  const ask = set({ mustEnrolSince: given('since') })
  const leave = set(
    {
      active: false,
      leftAt: given('now'),
      login: given('login'),
      role: 'member',
      phone: '',
      passwordSealed: null,
      factorId: null,
      mustEnrolSince: null,
      trustPausedAt: null,
    },
    othersManage,
  )
  const addIfFree = insertIfFree(contacts)
  const dropLinks = (db: Db) => db.delete(links).where(eq(links.contactId, given('contactId')))
  const lasting = (id: string, change: (db: Db) => ReturnType<ReturnType<typeof set>>, orElse: ProblemCode): Write => ({
    change,
    values: { id },
    rows: 1,
    orElse,
  })

  return {
    /** Only what is given changes. */
    changeFacts: (id: string, values: Partial<Pick<Contact, 'name' | 'sortName' | 'phone' | 'language'>>): Write => ({
      change: facts,
      values: { id, name: null, sortName: null, phone: null, language: null, ...values },
      rows: 1,
      orElse: 'not-found',
    }),
    /** Holds only while this person is an active admin: what was true when the request came in may have ended meanwhile. */
    whileAdmin: (id: string, orElse: ProblemCode = 'admins-only') => lasting(id, stands, orElse),
    /** Holds only while this person is not the main account. */
    whileNotMain: (id: string) => lasting(id, isNotMain, 'main-account-stays'),
    promote: (id: string) => lasting(id, promote, 'not-found'),
    /** Refused for the last active admin of the company. */
    demote: (id: string, role: 'member' | 'support'): Write => ({ change: demote, values: { id, role }, rows: 1, orElse: 'last-admin' }),
    /** Refused for the last active admin of the company. */
    deactivate: (id: string) => lasting(id, deactivate, 'last-admin'),
    activate: (id: string) => lasting(id, activate, 'not-found'),
    /** The main account of the company is this active admin from now on. */
    makeMain: (companyId: string, id: string): Write[] => [
      { change: noLongerMain, values: { companyId } },
      lasting(id, becomeMain, 'main-account-stays'),
    ],
    /** Login verification comes before anything else from then on; null: no longer. */
    requireEnrolment: (id: string, since: number | null): Write => ({ change: ask, values: { id, since } }),
    /** The person is gone, the row stays for the history; the address is free again. Refused for the last active admin. */
    markLeft: (id: string, now: number): Write => ({
      change: leave,
      values: { id, now, login: `left:${id}` },
      rows: 1,
      orElse: 'last-admin',
    }),
    /** A person who joins; refused with `link-over` when the address belongs to somebody by now. */
    addContactIfFree: (row: Contact): Write => ({ change: addIfFree, values: row, rows: 1, orElse: 'link-over' }),
    /** What was mailed to this contact and not used. */
    removeAllLinks: (contactId: string): Write => ({ change: dropLinks, values: { contactId } }),
  }
}
