import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'
import type { Request } from './requests.ts'
import { given, upTo } from './statements.ts'

/** How the desk asks for its queue: `number` is the beginning of one, `words` a part of a company's name in any case. */
export type QueueFilter = {
  state: 'open' | 'to-sign' | 'sent' | 'in-progress' | 'closed'
  assigned: 'nobody' | 'anybody' | { to: string }
  assurance?: NonNullable<Request['assurance']> | undefined
  search?: { number: string; words: string } | undefined
}

/** As a pattern of LIKE, which knows upper and lower case of ASCII alone: of any other letter any will do. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&').replaceAll(/\P{ASCII}/gu, '_')

export function deskRequestsStore({ tables: { requests, contacts, companies }, find }: Engine) {
  const row = {
    id: requests.id,
    number: requests.number,
    subject: requests.subject,
    service: requests.service,
    state: requests.state,
    assurance: requests.assurance,
    source: requests.source,
    createdAt: requests.createdAt,
    changedAt: requests.changedAt,
    expiresAt: requests.expiresAt,
    // Only for the rows that are shown; a join would be made for those that are skipped, too.
    company: sql<string>`(select m.name from companies m where m.id = requests.company_id)`,
    by: sql<string>`(select c.name from contacts c where c.id = requests.contact_id)`,
    assignedTo: sql<string | null>`(select a.name from contacts a where a.id = requests.assigned_to_id)`,
  }
  // In the words of the partial indexes, which are found by them. A draft that nobody has signed in time is closed.
  const open = sql`state in ('to-sign', 'sent', 'in-progress') and (state <> 'to-sign' or expires_at > ${given('now')})`
  const states: Record<QueueFilter['state'], SQL> = {
    open,
    'to-sign': sql`${open} and state = 'to-sign'`,
    sent: sql`${open} and state = 'sent'`,
    'in-progress': sql`${open} and state = 'in-progress'`,
    closed: sql`state in ('done', 'refused', 'withdrawn', 'lapsed')`,
  }
  const mine = eq(requests.assignedToId, given('assignedTo'))
  const matching = ({ state, assigned, assurance, search }: QueueFilter) =>
    and(
      states[state],
      assigned === 'anybody' ? undefined : assigned === 'nobody' ? isNull(requests.assignedToId) : mine,
      assurance && eq(requests.assurance, given('assurance')),
      search &&
        sql`(number like ${given('number')} escape '\\' or company_id in
          (select m.id from companies m where m.name like ${given('words')} escape '\\'))`,
    )
  const valuesOf = ({ assigned, assurance, search }: QueueFilter, now: number) => ({
    now,
    assurance,
    ...(typeof assigned === 'object' ? { assignedTo: assigned.to } : {}),
    ...(search ? { number: `${literally(search.number)}%`, words: `%${literally(search.words)}%` } : {}),
  })

  // One statement for each form of the question, of which there are a few dozen.
  type Form = ReturnType<typeof formOf>
  const forms = new Map<string, Form>()
  const formOf = (filter: QueueFilter) => ({
    page: (db: Db) =>
      db
        .select(row)
        .from(requests)
        .where(matching(filter))
        .orderBy(
          ...(filter.state === 'closed' ? [desc(requests.changedAt), desc(requests.id)] : [asc(requests.createdAt), asc(requests.id)]),
        )
        .limit(upTo(given('limit')))
        .offset(upTo(given('offset'))),
    count: (db: Db) => db.select({ found: sql<number>`count(*)` }).from(requests).where(matching(filter)),
  })
  const kept = (filter: QueueFilter): Form => {
    const { state, assigned, assurance, search } = filter
    const name = [state, typeof assigned === 'object' ? 'me' : assigned, assurance !== undefined, search !== undefined].join()
    const form = forms.get(name) ?? formOf(filter)
    forms.set(name, form)
    return form
  }
  const countOf = (which: SQL | undefined) => (db: Db) => db.select({ found: sql<number>`count(*)` }).from(requests).where(and(open, which))
  const [all, ours, nobodys] = [countOf(undefined), countOf(mine), countOf(isNull(requests.assignedToId))]
  const staff = (db: Db) =>
    db
      .select({ id: contacts.id, name: contacts.name })
      .from(contacts)
      .where(
        and(
          inArray(contacts.companyId, db.select({ id: companies.id }).from(companies).where(sql`operator = 1`)),
          sql`kind = 'person' and role = 'support' and active and left_at is null`,
        ),
      )
      .orderBy(contacts.sortName, contacts.id)
      .limit(upTo(500))

  return {
    listQueue: (filter: QueueFilter, now: number, place: { limit: number; offset: number }) =>
      find(kept(filter).page, { ...valuesOf(filter, now), ...place }),
    countQueue: async (filter: QueueFilter, now: number) => (await find(kept(filter).count, valuesOf(filter, now)))[0]?.found ?? 0,
    /** Of all that is open: how many, how many of this member of the desk, and how many nobody's. */
    countOpenQueue: async (staffId: string, now: number) => {
      const of = async (query: typeof all) => (await find(query, { now, assignedTo: staffId }))[0]?.found ?? 0
      return { open: await of(all), mine: await of(ours), nobodys: await of(nobodys) }
    },
    /** The active people of the desk, by name. */
    listStaff: () => find(staff, {}),
  }
}
