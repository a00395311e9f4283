import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import type { Link } from './links.ts'
import { given, insertInto, upTo } from './statements.ts'

export type CaseSession = Tables['caseSessions']['$inferSelect']

/** The ways to a case: the mailed code, the browsers in which its page is open, and the links that stop it. */
export function caseAccessStore({ tables: { recoveryCases, caseSessions, links, contacts }, find, take }: Engine) {
  const setCode = (db: Db) =>
    db
      .update(recoveryCases)
      .set({ codeMark: given('mark') as never, codeExpiresAt: given('expiresAt'), codeTriesLeft: given('tries') })
      .where(eq(recoveryCases.id, given('id')))
  const tryCode = (db: Db) =>
    db
      .update(recoveryCases)
      .set({ codeTriesLeft: sql`${recoveryCases.codeTriesLeft} - 1` })
      .where(
        and(
          eq(recoveryCases.number, given('number')),
          gt(recoveryCases.codeExpiresAt, given('now')),
          gt(recoveryCases.codeTriesLeft, 0),
          isNotNull(recoveryCases.codeMark),
        ),
      )
      .returning()
  const useCode = (db: Db) =>
    db
      .update(recoveryCases)
      .set({ codeMark: null, codeExpiresAt: null, codeTriesLeft: 0 })
      .where(and(eq(recoveryCases.id, given('id')), eq(recoveryCases.codeMark, given('mark'))))
  const insertSession = insertInto(caseSessions)
  const session = (db: Db) =>
    db
      .select()
      .from(caseSessions)
      .where(and(eq(caseSessions.tokenHash, given('tokenHash')), gt(caseSessions.expiresAt, given('now'))))
      .limit(upTo(1))
  const endSession = (db: Db) => db.delete(caseSessions).where(eq(caseSessions.tokenHash, given('tokenHash')))
  const prune = (db: Db) => db.delete(caseSessions).where(lte(caseSessions.expiresAt, given('now')))

  const insertLink = insertInto(links)
  const ofCase = eq(links.caseId, given('caseId'))
  const dropLinks = (db: Db) => db.delete(links).where(ofCase)
  const prolong = (db: Db) =>
    db
      .update(links)
      .set({ expiresAt: given('until') })
      .where(and(ofCase, isNull(links.usedAt), gt(links.expiresAt, given('now')), lte(links.expiresAt, given('until'))))
  const subject = {
    id: contacts.id,
    companyId: contacts.companyId,
    name: contacts.name,
    login: contacts.login,
    language: contacts.language,
  }
  const told = (db: Db) =>
    db
      .select(subject)
      .from(contacts)
      .where(
        and(
          inArray(
            contacts.id,
            db
              .select({ id: links.contactId })
              .from(links)
              .where(and(isNotNull(links.caseId), ofCase)),
          ),
          eq(contacts.active, true),
        ),
      )
  const colleagues = (db: Db) =>
    db
      .select(subject)
      .from(contacts)
      .where(
        and(
          eq(contacts.companyId, given('companyId')),
          eq(contacts.kind, 'person'),
          isNull(contacts.leftAt),
          eq(contacts.active, true),
          ne(contacts.role, 'admin'),
        ),
      )
      .orderBy(contacts.sortName, contacts.id)
      .limit(upTo(given('most')))

  return {
    /** The code of before works no longer. */
    setCaseCode: (id: string, code: { mark: Buffer; expiresAt: number; tries: number }): Write => ({
      change: setCode,
      values: { id, ...code },
    }),
    /** Spends a try of the code that was mailed for this number; undefined when there is none. One statement, so that a burst cannot overspend. */
    takeCaseCodeTry: async (number: string, now: number) => (await take(tryCode, { number, now }))[0],
    /** A mailed code opens one browser. */
    useCaseCode: (id: string, mark: Buffer): Write => ({ change: useCode, values: { id, mark }, rows: 1, orElse: 'mailed-code-wrong' }),
    addCaseSession: (row: CaseSession): Write => ({ change: insertSession, values: row }),
    findCaseSession: async (tokenHash: Buffer, now: number) => (await find(session, { tokenHash, now }))[0],
    endCaseSession: (tokenHash: Buffer): Write => ({ change: endSession, values: { tokenHash } }),
    removeDeadCaseSessions: (now: number): Write => ({ change: prune, values: { now } }),

    /** Unlike other links, as many as there are cases and mails. */
    addStopLink: (row: Link): Write => ({ change: insertLink, values: row }),
    removeStopLinks: (caseId: string): Write => ({ change: dropLinks, values: { caseId } }),
    /** Links that still work do so at least until then. */
    prolongStopLinks: (caseId: string, until: number, now: number): Write => ({ change: prolong, values: { caseId, until, now } }),
    /** Who was mailed a link that stops it, and is still active. */
    listToldOfCase: (caseId: string) => find(told, { caseId }),
    /** Active people of a company who are not admins, by name, so many. */
    listColleagues: (companyId: string, most: number) => find(colleagues, { companyId, most }),
  }
}
