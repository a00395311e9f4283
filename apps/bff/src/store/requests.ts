import { and, desc, eq } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type Request = Tables['requests']['$inferSelect']

export function requestsStore({ tables: { requests, contacts }, find }: Engine) {
  const withAuthor = (db: Db) =>
    db.select({ request: requests, by: contacts.name }).from(requests).innerJoin(contacts, eq(contacts.id, requests.contactId))
  const ofCompany = (db: Db) =>
    withAuthor(db)
      .where(eq(requests.companyId, given('companyId')))
      .orderBy(desc(requests.createdAt), desc(requests.id))
      .limit(upTo(given('most')))
  const ofContact = (db: Db) =>
    withAuthor(db)
      .where(and(eq(requests.contactId, given('contactId')), eq(requests.companyId, given('companyId'))))
      .orderBy(desc(requests.createdAt), desc(requests.id))
      .limit(upTo(given('most')))
  const insert = insertInto(requests)

  return {
    /** The newest requests of a company with the name of who made them. */
    listRequestsOfCompany: (companyId: string, most: number) => find(ofCompany, { companyId, most }),
    /** Only those of one contact. */
    listRequestsOfContact: (contactId: string, companyId: string, most: number) => find(ofContact, { contactId, companyId, most }),
    addRequest: (row: Request): Write => ({ change: insert, values: row }),
  }
}
