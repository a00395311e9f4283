import { and, asc, count, desc, eq, gt, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, givenText, insertIfFree, insertInto, upTo } from './statements.ts'

export type RecoveryCase = Tables['recoveryCases']['$inferSelect']
export type CaseEntry = Tables['caseEntries']['$inferSelect']
type State = RecoveryCase['state']
type Person = { id: string; name: string }

/**
 * Lost devices. Whatever moves a case holds only from the state that the rule saw, and for its holder: of two acts at once one
 * changes a row, the other is refused with `out-of-order`.
 */
export function casesStore({ tables: { recoveryCases, caseEntries, documents, contacts }, find }: Engine) {
  const nobody = { heldById: null, heldByName: null, heldUntil: null }
  const isFrom = and(eq(recoveryCases.id, given('id')), eq(recoveryCases.state, given('from')))
  const isHolders = and(isFrom, eq(recoveryCases.heldById, given('staffId')))
  const one = (which: SQL | undefined) => (db: Db) => db.select().from(recoveryCases).where(which).limit(upTo(1))
  const byId = one(eq(recoveryCases.id, given('id')))
  const byNumber = one(eq(recoveryCases.number, given('number')))
  const openOne = one(and(eq(recoveryCases.contactId, given('contactId')), isNull(recoveryCases.endedAt)))
  // Nothing is inserted where the account has an open case, or the number is somebody else's.
  const insert = insertIfFree(recoveryCases)
  const set = (values: Partial<Record<keyof RecoveryCase, unknown>>, which: SQL | undefined) => (db: Db) =>
    db
      .update(recoveryCases)
      .set(values as never)
      .where(which)

  const stays = set({ state: given('from') }, isFrom)
  const submit = set(
    { state: 'review', submittedAt: given('now') },
    and(
      isFrom,
      gt(recoveryCases.expiresAt, given('now')),
      sql`exists (select 1 from ${documents} where ${documents.caseId} = ${recoveryCases.id} and ${documents.removedAt} is null)`,
    ),
  )
  const claim = set(
    { heldById: given('staffId'), heldByName: given('staffName'), heldUntil: given('until') },
    and(
      isFrom,
      sql`(${recoveryCases.heldById} is null or coalesce(${recoveryCases.heldUntil}, 0) <= ${given('now')})`,
      sql`coalesce(${recoveryCases.firstApproverId}, '') <> ${given('staffId')}`,
    ),
  )
  const keep = set({ heldUntil: given('until') }, isHolders)
  const release = set(nobody, isHolders)
  const askAgain = set(
    {
      ...nobody,
      state: 'open',
      submittedAt: null,
      expiresAt: given('expiresAt'),
      askedFor: given('message'),
      firstApproverId: null,
      firstApproverName: null,
      firstApprovedAt: null,
      firstReason: null,
    },
    isHolders,
  )
  const approveFirst = set(
    {
      ...nobody,
      state: 'second-review',
      firstApproverId: given('staffId'),
      firstApproverName: given('staffName'),
      firstApprovedAt: given('now'),
      firstReason: given('reason'),
    },
    isHolders,
  )
  const approveSecond = set(
    {
      ...nobody,
      state: 'cooling',
      secondApproverId: given('staffId'),
      secondApprovedAt: given('now'),
      coolingEndsAt: given('coolingEndsAt'),
    },
    // Two different people; and the end of the cooling-off was reckoned with the vouching of that moment.
    and(
      isHolders,
      ne(recoveryCases.firstApproverId, given('staffId')),
      sql`coalesce(${recoveryCases.vouchedById}, '') = ${given('voucher')}`,
    ),
  )
  const vouch = set(
    {
      vouchedById: given('adminId'),
      vouchedByName: given('adminName'),
      coolingEndsAt: sql`min(${recoveryCases.coolingEndsAt}, ${recoveryCases.secondApprovedAt} + ${given('coolingMs')})`,
    },
    and(isFrom, isNull(recoveryCases.vouchedById)),
  )
  const ended = { ...nobody, state: given('to'), endedAt: given('now'), reason: given('reason') }
  const end = set(ended, isFrom)
  const endHeld = set(ended, isHolders)
  const endLate = set(ended, and(isFrom, lte(recoveryCases.expiresAt, given('now'))))
  const endCooled = set(ended, and(isFrom, lte(recoveryCases.coolingEndsAt, given('now'))))
  const care = (db: Db) =>
    db
      .update(contacts)
      .set({ careUntil: given('until') })
      .where(eq(contacts.id, given('id')))

  const insertEntry = insertInto(caseEntries)
  const entries = (db: Db) =>
    db
      .select()
      .from(caseEntries)
      .where(eq(caseEntries.caseId, given('caseId')))
      .orderBy(asc(caseEntries.at), sql`case_entries.rowid`)
      .limit(upTo(500))
  const ofCompany = (db: Db) =>
    db
      .select({ row: recoveryCases, name: contacts.name })
      .from(recoveryCases)
      .innerJoin(contacts, eq(contacts.id, recoveryCases.contactId))
      .where(and(eq(recoveryCases.companyId, givenText('companyId')), isNull(recoveryCases.endedAt)))
      .orderBy(desc(recoveryCases.openedAt))
      .limit(upTo(500))
  const others = (db: Db) =>
    db
      .select({ open: count() })
      .from(recoveryCases)
      .where(
        and(
          eq(recoveryCases.companyId, given('companyId')),
          isNull(recoveryCases.endedAt),
          ne(recoveryCases.contactId, given('contactId')),
        ),
      )
  const inState = (state: State, which: SQL | undefined) => (db: Db) =>
    db
      .select()
      .from(recoveryCases)
      .where(and(eq(recoveryCases.state, sql.raw(`'${state}'`)), which))
      .limit(upTo(given('most')))
  const cooled = inState('cooling', lte(recoveryCases.coolingEndsAt, given('now')))
  const late = inState('open', lte(recoveryCases.expiresAt, given('now')))

  const move = (change: ReturnType<typeof set>, row: RecoveryCase, values: Record<string, unknown>): Write => ({
    change,
    values: { id: row.id, from: row.state, ...values },
    rows: 1,
    orElse: 'out-of-order',
  })
  const endIn = (change: ReturnType<typeof set>, row: RecoveryCase, to: State, now: number, more: Record<string, unknown> = {}) =>
    move(change, row, { to, now, reason: '', ...more })

  return {
    findCase: async (id: string) => (await find(byId, { id }))[0],
    findCaseByNumber: async (number: string) => (await find(byNumber, { number }))[0],
    /** The case of this account that has not ended. */
    findOpenCase: async (contactId: string) => (await find(openOne, { contactId }))[0],
    /** Refused with `case-open-already` when the account has an open case, or the number is taken. */
    addCase: (row: RecoveryCase): Write => ({ change: insert, values: row, rows: 1, orElse: 'case-open-already' }),
    /** Holds only while the case is in the state that was seen. */
    whileCaseStays: (row: RecoveryCase) => move(stays, row, {}),
    /** Only with a document, and in time. */
    submitCase: (row: RecoveryCase, now: number) => move(submit, row, { now }),
    /** One holds it at a time; `until` nobody takes it over. Never whoever has approved it. */
    claimCase: (row: RecoveryCase, staff: Person, until: number, now: number): Write => ({
      ...move(claim, row, { staffId: staff.id, staffName: staff.name, until, now }),
      orElse: 'not-held',
    }),
    /** An act of its holder: refused with `not-held` when it is somebody else's by now. */
    keepCase: (row: RecoveryCase, staffId: string, until: number): Write => ({
      ...move(keep, row, { staffId, until }),
      orElse: 'not-held',
    }),
    releaseCase: (row: RecoveryCase, staffId: string) => move(release, row, { staffId }),
    /** Back to the person; an approval that was given is gone. */
    reopenCase: (row: RecoveryCase, staffId: string, message: string, expiresAt: number) =>
      move(askAgain, row, { staffId, message, expiresAt }),
    approveCaseFirst: (row: RecoveryCase, staff: Person, reason: string, now: number) =>
      move(approveFirst, row, { staffId: staff.id, staffName: staff.name, reason, now }),
    /** By another person than the first, with the voucher that was seen. */
    approveCaseSecond: (row: RecoveryCase, staffId: string, coolingEndsAt: number, now: number) =>
      move(approveSecond, row, { staffId, coolingEndsAt, now, voucher: row.vouchedById ?? '' }),
    /** Once; what is cooling ends no later than `coolingMs` after the second approval. */
    vouchForCase: (row: RecoveryCase, admin: Person, coolingMs: number) =>
      move(vouch, row, { adminId: admin.id, adminName: admin.name, coolingMs }),
    endCase: (row: RecoveryCase, to: 'stopped' | 'withdrawn' | 'refused', now: number, reason = '') => endIn(end, row, to, now, { reason }),
    refuseHeldCase: (row: RecoveryCase, staffId: string, reason: string, now: number) =>
      endIn(endHeld, row, 'refused', now, { staffId, reason }),
    /** Not before its time. */
    expireCase: (row: RecoveryCase, now: number) => endIn(endLate, row, 'expired', now),
    /** Not before its time. */
    completeCase: (row: RecoveryCase, now: number) => endIn(endCooled, row, 'completed', now),
    /** Until then the company's people cannot be changed from this account. */
    takeCareOf: (contactId: string, until: number): Write => ({ change: care, values: { id: contactId, until } }),

    addCaseEntry: (row: CaseEntry): Write => ({ change: insertEntry, values: row }),
    /** What happened to a case, oldest first. */
    listCaseEntries: (caseId: string) => find(entries, { caseId }),
    /** The open cases of a company with whom they are about, newest first. */
    listCasesOfCompany: (companyId: string) => find(ofCompany, { companyId }),
    /** How many open cases there are of others of the company. */
    countCasesOfOthers: async (companyId: string, contactId: string) => (await find(others, { companyId, contactId }))[0]?.open ?? 0,
    /** Approved by two, and the time to object is over. */
    listCooledCases: (now: number, most: number) => find(cooled, { now, most }),
    /** Nobody submitted them in time. */
    listLateCases: (now: number, most: number) => find(late, { now, most }),
  }
}
