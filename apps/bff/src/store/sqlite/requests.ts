import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from './columns.ts'
import { companies, contactId, contacts } from './people.ts'

/** Authorised requests. What was signed stands in `statement` and never changes; the other columns are for lists. */
export const requests = sqliteTable(
  'requests',
  {
    id: text().primaryKey(),
    /** Nine digits, to be read aloud. */
    number: text().notNull().default(''),
    companyId: text()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    /** Who signed it, or is to sign it. */
    contactId: contactId(),
    subject: text().notNull(),
    service: text().notNull(),
    text: text().notNull(),
    state: text({ enum: ['to-sign', 'sent', 'in-progress', 'done', 'refused', 'withdrawn', 'lapsed'] }).notNull(),
    source: text({ enum: ['web', 'call', 'program'] })
      .notNull()
      .default('program'),
    /** How it was assured: signed with a code, from a trusted device, with verification off, or by a program; null as long as nobody has signed. */
    assurance: text({ enum: ['code', 'trusted-device', 'password', 'program'] }),
    /** Exactly what was signed, and the Ed25519 signature (base64url) under the key of that id. */
    statement: text(),
    signature: text(),
    keyId: text(),
    signedAt: instant(),
    /** Who of the desk wrote it down, in which call, and until when it can be signed. */
    draftedById: text(),
    callId: text(),
    expiresAt: instant(),
    assignedToId: text(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull().default(0),
  },
  (t) => [
    // With all that the customer's lists are counted by.
    index('requests_company').on(t.companyId, t.createdAt, t.id, t.state, t.expiresAt),
    index('requests_contact').on(t.contactId, t.companyId, t.createdAt, t.id, t.state, t.expiresAt),
    uniqueIndex('requests_number').on(t.number).where(sql`number <> ''`),
    // The queue of the desk, what is somebody's of it, and what is over; they hold all that it is counted and searched by.
    index('requests_open')
      .on(t.createdAt, t.id, t.assignedToId, t.state, t.expiresAt, t.assurance, t.number, t.companyId)
      .where(sql`state in ('to-sign', 'sent', 'in-progress')`),
    index('requests_assigned')
      .on(t.assignedToId, t.createdAt, t.id, t.state, t.expiresAt, t.assurance, t.number, t.companyId)
      .where(sql`state in ('to-sign', 'sent', 'in-progress')`),
    index('requests_closed')
      .on(t.changedAt, t.id, t.assignedToId, t.state, t.assurance, t.number, t.companyId)
      .where(sql`state in ('done', 'refused', 'withdrawn', 'lapsed')`),
    index('requests_closed_assigned')
      .on(t.assignedToId, t.changedAt, t.id, t.state, t.assurance, t.number, t.companyId)
      .where(sql`state in ('done', 'refused', 'withdrawn', 'lapsed')`),
    index('requests_to_sign').on(t.contactId, t.expiresAt).where(sql`state = 'to-sign'`),
    index('requests_lapse').on(t.expiresAt).where(sql`state = 'to-sign'`),
    index('requests_call').on(t.callId).where(sql`call_id is not null`),
  ],
)

/** What happened to a request, and what was written about it. */
export const requestEntries = sqliteTable(
  'request_entries',
  {
    id: text().primaryKey(),
    requestId: text()
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    kind: text({
      enum: [
        'drafted',
        'redrafted',
        'signed',
        'declined',
        'lapsed',
        'assigned',
        'unassigned',
        'message',
        'in-progress',
        'done',
        'refused',
        'withdrawn',
      ],
    }).notNull(),
    byId: text().notNull(),
    byName: text().notNull(),
    fromDesk: integer({ mode: 'boolean' }).notNull(),
    text: text().notNull(),
    assurance: text({ enum: ['code', 'trusted-device', 'password', 'program'] }),
  },
  (t) => [index('request_entries_request').on(t.requestId, t.at, t.id)],
)

/** Look-ups of callers by the desk. */
export const calls = sqliteTable(
  'calls',
  {
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** E.164. */
    phone: text().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
    /** The ids of the contacts with that number, at most a few. */
    found: text({ mode: 'json' }).$type<string[]>().notNull(),
  },
  (t) => [index('calls_staff').on(t.staffId, t.at, t.id), index('calls_at').on(t.at)],
)
