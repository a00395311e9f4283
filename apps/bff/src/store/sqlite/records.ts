import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Letter, LetterFacts } from '../../domain/letter.ts'
import { client, hash, instant } from './columns.ts'
import { contactId } from './people.ts'

export const mails = sqliteTable(
  'mails',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    address: text().notNull(),
    language: text({ enum: ['ca', 'es', 'en', 'cs'] }).notNull(),
    letter: text({ mode: 'json' }).$type<Letter>().notNull(),
    facts: text({ mode: 'json' }).$type<LetterFacts>().notNull(),
    /** The token or code that the mail carries, sealed; gone once it was delivered or its time is over. */
    secretSealed: text(),
    /** After this the mail is of no use and is not sent any more. */
    expiresAt: instant(),
    state: text({ enum: ['queued', 'sent', 'dead'] }).notNull(),
    attempts: integer().notNull(),
    nextAt: instant().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    lastError: text(),
  },
  (t) => [
    index('mails_due').on(t.nextAt).where(sql`state = 'queued'`),
    index('mails_created').on(t.createdAt),
    index('mails_contact').on(t.contactId, t.createdAt),
    index('mails_secret').on(t.expiresAt).where(sql`secret_sealed is not null`),
  ],
)

export const events = sqliteTable(
  'events',
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    contactId: contactId(),
    companyId: text().notNull().default(''),
    /** Who did it: the contact, or another person acting on the contact. */
    actorId: text().notNull(),
    actorName: text().notNull(),
    kind: text().notNull(),
    details: text({ mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    client: client(),
    requestId: text().notNull(),
  },
  (t) => [
    index('events_contact').on(t.contactId, t.at, t.id),
    index('events_company').on(t.companyId, t.at, t.id),
    index('events_company_kind').on(t.companyId, t.kind, t.at, t.id),
    index('events_at').on(t.at),
  ],
)

/** The chain over the events: each link is a keyed hash over the link before it and one event, in the order of `seq`. */
export const auditLinks = sqliteTable(
  'audit_links',
  {
    seq: integer().primaryKey(),
    eventId: text().notNull(),
    at: instant().notNull(),
    hash: hash().notNull(),
  },
  (t) => [uniqueIndex('audit_links_event').on(t.eventId)],
)

/** Events that are not in the chain yet, in the order in which they were written; a trigger of the database puts each one here, whoever wrote it. */
export const auditWaiting = sqliteTable('audit_waiting', { seq: integer().primaryKey(), eventId: text().notNull() }, (t) => [
  uniqueIndex('audit_waiting_event').on(t.eventId),
])

export const meta = sqliteTable('meta', { name: text().primaryKey(), value: text().notNull() })
