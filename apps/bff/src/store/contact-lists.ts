import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'
import { given, upTo } from './statements.ts'

/** How a list of people is asked for; `words` are in the plain form of names, each has to be found. */
export type ContactFilter = {
  words: readonly string[]
  sort: 'name' | 'email' | 'last-sign-in'
  order: 'up' | 'down'
  verification?: 'on' | 'off' | undefined
}

/** As a pattern of LIKE that stands for nothing but itself. */
const literally = (word: string) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`

/** The people of a company as admins see them; everything here is about one company, and about people who have not left. */
export function contactListsStore({ tables: { contacts, factors }, find }: Engine) {
  const here = and(eq(contacts.companyId, given('companyId')), eq(contacts.kind, 'person'), isNull(contacts.leftAt))
  const isOn = isNotNull(contacts.factorId)
  const orders = { name: contacts.sortName, email: contacts.login, 'last-sign-in': contacts.lastSignInAt }
  const row = {
    id: contacts.id,
    name: contacts.name,
    login: contacts.login,
    phone: contacts.phone,
    language: contacts.language,
    role: contacts.role,
    main: contacts.main,
    active: contacts.active,
    lastSignInAt: contacts.lastSignInAt,
    factorId: contacts.factorId,
    mustEnrolSince: contacts.mustEnrolSince,
    // Only for the rows that are shown; a join would be made for those that are skipped, too.
    seenByName: sql<string | null>`(select f.seen_by_name from factors f where f.id = contacts.factor_id)`,
  }
  // All of it stands in one index, so that a search touches only the rows it shows.
  const searched = sql`(${contacts.sortName} || ' ' || ${contacts.login} || ' ' || ${contacts.phone})`
  const matching = ({ words, verification }: ContactFilter) =>
    and(
      here,
      verification === undefined ? undefined : verification === 'on' ? isOn : isNull(contacts.factorId),
      ...words.map((_, n) => sql`${searched} like ${given(`word${n}`)} escape '\\'`),
    )
  const valuesOf = ({ words }: ContactFilter) => Object.fromEntries(words.map((word, n) => [`word${n}`, literally(word)]))

  // One statement for each form of the question, of which there are a few dozen.
  const pageOf = (db: Db, filter: ContactFilter) => {
    const direction = filter.order === 'up' ? asc : desc
    return db
      .select(row)
      .from(contacts)
      .where(matching(filter))
      .orderBy(direction(orders[filter.sort]), direction(contacts.id))
      .limit(upTo(given('limit')))
      .offset(upTo(given('offset')))
  }
  const numberOf = (db: Db, filter: ContactFilter) => db.select({ found: sql<number>`count(*)` }).from(contacts).where(matching(filter))
  const pages = new Map<string, (db: Db) => ReturnType<typeof pageOf>>()
  const numbers = new Map<string, (db: Db) => ReturnType<typeof numberOf>>()
  const kept = <T>(known: Map<string, (db: Db) => T>, build: (db: Db, filter: ContactFilter) => T, filter: ContactFilter) => {
    const form = [filter.words.length, filter.verification, filter.sort, filter.order].join()
    const statement = known.get(form) ?? ((db: Db) => build(db, filter))
    known.set(form, statement)
    return statement
  }

  const total = (db: Db) =>
    db
      .select({ people: sql<number>`count(*)`, withVerification: sql<number>`count(${contacts.factorId})` })
      .from(contacts)
      .where(here)
  const noCode = sql`not exists (select 1 from recovery_codes r where r.contact_id = contacts.id and r.used_at is null)`
  const active = and(here, eq(contacts.active, true))
  const board = (db: Db) =>
    db
      .select({
        people: sql<number>`count(*)`,
        on: sql<number>`count(${contacts.factorId})`,
        asked: sql<number>`count(case when ${contacts.factorId} is null then ${contacts.mustEnrolSince} end)`,
        adminsOn: sql<number>`count(case when ${contacts.role} = 'admin' then ${contacts.factorId} end)`,
        withoutCodes: sql<number>`count(case when ${isOn} and ${noCode} then 1 end)`,
        adminsWithoutCodes: sql<number>`count(case when ${isOn} and ${contacts.role} = 'admin' and ${noCode} then 1 end)`,
      })
      .from(contacts)
      .where(active)
  const withoutCodes = (db: Db) =>
    db
      .select({ id: contacts.id, name: contacts.name, login: contacts.login })
      .from(contacts)
      .where(and(active, isOn, sql`(${given('anyRole')} = 1 or ${contacts.role} = 'admin')`, noCode))
      .orderBy(contacts.sortName, contacts.id)
      .limit(upTo(given('limit')))
  const everyone = (db: Db) =>
    db
      .select({
        ...row,
        sortName: contacts.sortName,
        onSince: sql<number | null>`(select f.activated_at from factors f where f.id = contacts.factor_id)`,
        codesLeft: sql<number>`(select count(*) from recovery_codes r where r.contact_id = contacts.id and r.used_at is null)`,
      })
      .from(contacts)
      .where(and(here, sql`(${contacts.sortName}, ${contacts.id}) > (${given('sortName')}, ${given('id')})`))
      .orderBy(contacts.sortName, contacts.id)
      .limit(upTo(given('limit')))

  const subject = {
    id: contacts.id,
    companyId: contacts.companyId,
    name: contacts.name,
    login: contacts.login,
    language: contacts.language,
  }
  const whoAre = (which: SQL | undefined) => (db: Db) => db.select(subject).from(contacts).where(and(active, which))
  const admins = whoAre(sql`role = 'admin'`)
  const unverified = (db: Db) =>
    db
      .select(subject)
      .from(contacts)
      .where(and(active, isNull(contacts.factorId), sql`${contacts.id} > ${given('after')}`))
      .orderBy(contacts.id)
      .limit(upTo(given('limit')))
  const seen = (db: Db) =>
    db
      .select({ name: contacts.name })
      .from(contacts)
      .innerJoin(factors, eq(factors.id, contacts.factorId))
      .where(
        and(
          here,
          isNotNull(factors.seenByName),
          sql`exists (select 1 from events e where e.contact_id = contacts.id and e.at >= ${factors.createdAt}
            and e.kind = 'key-enrolled' and e.actor_id = ${given('adminId')})`,
        ),
      )
      .orderBy(contacts.sortName)
      .limit(upTo(1000))
  const programs = (db: Db) =>
    db
      .select({ login: contacts.login })
      .from(contacts)
      .where(
        and(
          eq(contacts.companyId, given('companyId')),
          eq(contacts.kind, 'api'),
          isNull(contacts.leftAt),
          sql`exists (select 1 from api_contacts a where a.contact_id = contacts.id and a.created_by_id = ${given('adminId')})`,
        ),
      )
      .orderBy(contacts.sortName)
      .limit(upTo(1000))
  const invitee = (db: Db) =>
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.companyId, given('companyId')), eq(contacts.login, given('login'))))
      .limit(upTo(1))

  return {
    listContacts: (companyId: string, filter: ContactFilter, place: { limit: number; offset: number }) =>
      find(kept(pages, pageOf, filter), { companyId, ...valuesOf(filter), ...place }),
    countContacts: async (companyId: string, filter: ContactFilter) =>
      (await find(kept(numbers, numberOf, filter), { companyId, ...valuesOf(filter) }))[0]?.found ?? 0,
    countPeople: async (companyId: string) => (await find(total, { companyId }))[0] ?? { people: 0, withVerification: 0 },
    /** Numbers of the active ones: with verification on, asked for it, without an unused recovery code. */
    countForBoard: async (companyId: string) => (await find(board, { companyId }))[0],
    /** Active ones with verification on and no recovery code left, by name; of all roles, or only admins. */
    listWithoutCodes: (companyId: string, roles: 'any' | 'admin', limit: number) =>
      find(withoutCodes, { companyId, anyRole: roles === 'any' ? 1 : 0, limit }),
    /** Everyone, by name, so many after that place. */
    listEveryone: (companyId: string, after: { sortName: string; id: string }, limit: number) =>
      find(everyone, { companyId, sortName: after.sortName, id: after.id, limit }),
    /** The active admins of a company. */
    listAdmins: (companyId: string) => find(admins, { companyId }),
    /** The active people who have not switched verification on, by id, so many after that one. */
    listUnverified: (companyId: string, after: string, limit: number) => find(unverified, { companyId, after, limit }),
    /** Names of those whose key of today this admin has seen. */
    listKeysSeen: async (companyId: string, adminId: string) => (await find(seen, { companyId, adminId })).map(({ name }) => name),
    /** Logins of the programs that this admin has made. */
    listProgramsMade: async (companyId: string, adminId: string) =>
      (await find(programs, { companyId, adminId })).map(({ login }) => login),
    /** Whether the company has a contact with this login. */
    hasContact: async (companyId: string, login: string) => (await find(invitee, { companyId, login })).length > 0,
  }
}
