import type { ProblemCode } from '@porta/shared'
import { and, desc, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, givenText, insertIfFree, upTo } from './statements.ts'

export type Request = Tables['requests']['$inferSelect']
type State = Request['state']
type Content = Pick<Request, 'subject' | 'service' | 'text'>
type Signed = { [K in 'assurance' | 'statement' | 'signature' | 'keyId' | 'signedAt']: NonNullable<Request[K]> }

/** What a customer asks for of the list; without a contact that of the whole company. */
export type RequestFilter = { companyId: string; contactId?: string | undefined; state?: 'open' | 'closed' | undefined }

export function requestsStore({ tables: { requests, contacts, companies }, find }: Engine) {
  // A draft that nobody has signed in time is over, before anybody has written that down.
  const isStill = (states: readonly State[]) =>
    or(
      ...states.map((state) =>
        state === 'to-sign' ? and(eq(requests.state, state), gt(requests.expiresAt, given('now'))) : eq(requests.state, state),
      ),
    )
  const open = isStill(['to-sign', 'sent', 'in-progress'])
  const name = sql<string>`(select c.name from contacts c where c.id = requests.contact_id)`

  const byId = (db: Db) =>
    db
      .select({
        request: requests,
        signer: {
          id: contacts.id,
          companyId: contacts.companyId,
          kind: contacts.kind,
          name: contacts.name,
          login: contacts.login,
          language: contacts.language,
          careUntil: contacts.careUntil,
        },
        company: companies.name,
        assignedTo: sql<string | null>`(select a.name from contacts a where a.id = requests.assigned_to_id)`,
      })
      .from(requests)
      .innerJoin(contacts, eq(contacts.id, requests.contactId))
      .innerJoin(companies, eq(companies.id, requests.companyId))
      .where(eq(requests.id, givenText('id')))
      .limit(upTo(1))
  const byNumber = (db: Db) =>
    db
      .select({ id: requests.id })
      .from(requests)
      .where(and(eq(requests.number, given('number')), sql`number <> ''`))
      .limit(upTo(1))
  const withName = (db: Db, which: SQL | undefined) =>
    db.select({ request: requests, by: name }).from(requests).where(which).orderBy(desc(requests.createdAt), desc(requests.id))
  const ofCompany = eq(requests.companyId, given('companyId'))
  const ofContact = and(eq(requests.contactId, given('contactId')), ofCompany)
  const newestOfCompany = (db: Db) => withName(db, ofCompany).limit(upTo(given('most')))
  const newestOfContact = (db: Db) => withName(db, ofContact).limit(upTo(given('most')))

  // One statement for each form of the question.
  const lists = [ofCompany, ofContact].map((whose) =>
    [undefined, open, sql`not (${open})`].map((state) => ({
      page: (db: Db) =>
        withName(db, and(whose, state))
          .limit(upTo(given('limit')))
          .offset(upTo(given('offset'))),
      count: (db: Db) => db.select({ found: sql<number>`count(*)` }).from(requests).where(and(whose, state)),
    })),
  )
  const listFor = ({ contactId, state }: RequestFilter) => {
    const forms = lists[contactId === undefined ? 0 : 1]?.[state === undefined ? 0 : state === 'open' ? 1 : 2]
    if (!forms) throw new Error('no such list')
    return forms
  }
  const toSign = (db: Db) =>
    db
      .select({ id: requests.id, subject: requests.subject, expiresAt: sql<number>`expires_at` })
      .from(requests)
      .where(and(eq(requests.contactId, given('contactId')), sql`state = 'to-sign'`, gt(requests.expiresAt, given('now'))))
      .orderBy(requests.expiresAt)
      .limit(upTo(20))
  const ofCall = (db: Db) =>
    db
      .select()
      .from(requests)
      .where(and(eq(requests.callId, given('callId')), sql`call_id is not null`))
      .orderBy(desc(requests.createdAt), desc(requests.id))
      .limit(upTo(100))
  const openOfContact = (db: Db) =>
    db
      .select({ id: requests.id, companyId: requests.companyId, contactId: requests.contactId })
      .from(requests)
      .where(and(eq(requests.contactId, given('contactId')), open))
  const lapsed = (db: Db) =>
    db
      .select({ id: requests.id, companyId: requests.companyId, contactId: requests.contactId })
      .from(requests)
      .where(and(sql`state = 'to-sign'`, lte(requests.expiresAt, given('now'))))
      .orderBy(requests.expiresAt)
      .limit(upTo(500))

  const insert = insertIfFree(requests)
  const change = (set: Partial<Record<keyof Request, unknown>>, which: SQL | undefined) => (db: Db) =>
    db
      .update(requests)
      .set(set as never)
      .where(and(eq(requests.id, given('id')), which))
  const changedAt = given('now')
  const asSeen = and(...(['subject', 'service', 'text'] as const).map((field) => eq(requests[field], given(field))))
  const markSent = change({ state: 'sent', changedAt }, isStill(['to-sign']))
  const sign = change(
    {
      assurance: given('assurance'),
      statement: given('statement'),
      signature: given('signature'),
      keyId: given('keyId'),
      signedAt: given('signedAt'),
    },
    asSeen,
  )
  const redraft = change(
    { subject: given('subject'), service: given('service'), text: given('text'), expiresAt: given('expiresAt'), changedAt },
    isStill(['to-sign']),
  )
  const touch = change({ changedAt }, open)
  const assign = change({ assignedToId: given('to'), changedAt }, open)
  // In the words of the partial index, which is found by them.
  const release = (db: Db) =>
    db
      .update(requests)
      .set({ assignedToId: null })
      .where(and(eq(requests.assignedToId, given('staffId')), sql`state in ('to-sign', 'sent', 'in-progress')`))
  const lapse = change({ state: 'lapsed', changedAt }, and(eq(requests.state, 'to-sign'), lte(requests.expiresAt, given('now'))))
  const moves = new Map<string, ReturnType<typeof change>>()
  const moveFrom = (from: readonly State[]) => {
    const known = moves.get(from.join())
    if (known) return known
    const move = change(
      { state: given('to'), changedAt, assignedToId: sql`coalesce(${requests.assignedToId}, ${given('assignTo')})` },
      isStill(from),
    )
    moves.set(from.join(), move)
    return move
  }

  return {
    /** A request with its signer, the company's name and the name of who of the desk has it. */
    findRequest: async (id: string) => (await find(byId, { id }))[0],
    hasRequestNumber: async (number: string) => (await find(byNumber, { number })).length > 0,
    /** The newest requests of a company with the name of who made them. */
    listRequestsOfCompany: (companyId: string, most: number) => find(newestOfCompany, { companyId, most }),
    /** Only those of one contact. */
    listRequestsOfContact: (contactId: string, companyId: string, most: number) => find(newestOfContact, { contactId, companyId, most }),
    /** A page of them, newest first. */
    listRequests: (filter: RequestFilter, now: number, place: { limit: number; offset: number }) =>
      find(listFor(filter).page, { companyId: filter.companyId, contactId: filter.contactId, now, ...place }),
    countRequests: async (filter: RequestFilter, now: number) =>
      (await find(listFor(filter).count, { companyId: filter.companyId, contactId: filter.contactId, now }))[0]?.found ?? 0,
    /** What the desk has written down and this contact can still sign; what lapses next comes first. */
    listToSign: (contactId: string, now: number) => find(toSign, { contactId, now }),
    /** What was written down in these calls, of each call the newest first. */
    listRequestsOfCall: async (callIds: readonly string[]) => (await Promise.all(callIds.map((callId) => find(ofCall, { callId })))).flat(),
    listOpenRequests: (contactId: string, now: number) => find(openOfContact, { contactId, now }),
    /** At most five hundred drafts that nobody has signed in time and that say so nowhere. */
    listLapsedDrafts: (now: number) => find(lapsed, { now }),

    /** Refused with `busy` when somebody took the same number in the same moment. */
    addRequest: (row: Request): Write => ({ change: insert, values: row, rows: 1, orElse: 'busy' }),
    /** A draft is signed as it was `seen`: refused with `draft-over` when it cannot be any more, with `changed-meanwhile` when it says something else. */
    signDraft: (id: string, { subject, service, text }: Content, signed: Signed, now: number): Write[] => [
      { change: markSent, values: { id, now }, rows: 1, orElse: 'draft-over' },
      { change: sign, values: { id, subject, service, text, ...signed }, rows: 1, orElse: 'changed-meanwhile' },
    ],
    changeDraft: (id: string, { subject, service, text }: Content, expiresAt: number, now: number): Write => ({
      change: redraft,
      values: { id, subject, service, text, expiresAt, now },
      rows: 1,
      orElse: 'draft-over',
    }),
    /** From one of these states to another, so that of two at once one gets it; `assignTo` has it from now on if nobody had. */
    moveRequest: (
      id: string,
      from: readonly State[],
      to: State,
      now: number,
      orElse: ProblemCode,
      assignTo: string | null = null,
    ): Write => ({
      change: moveFrom(from),
      values: { id, to, now, assignTo },
      rows: 1,
      orElse,
    }),
    /** Something was written about it; refused with `request-closed` when it is over. */
    touchRequest: (id: string, now: number): Write => ({ change: touch, values: { id, now }, rows: 1, orElse: 'request-closed' }),
    assignRequest: (id: string, to: string | null, now: number): Write => ({
      change: assign,
      values: { id, to, now },
      rows: 1,
      orElse: 'request-closed',
    }),
    /** What is open and was given to this member of the desk is nobody's again. */
    releaseRequests: (staffId: string): Write => ({ change: release, values: { staffId } }),
    /** Refused when it was written already. */
    lapseDraft: (id: string, now: number): Write => ({ change: lapse, values: { id, now }, rows: 1, orElse: 'draft-over' }),
  }
}
