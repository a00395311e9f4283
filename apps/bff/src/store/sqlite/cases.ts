import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { hash, instant } from './columns.ts'
import { companies, contactId } from './people.ts'

export const caseId = () =>
  text()
    .notNull()
    .references(() => recoveryCases.id, { onDelete: 'cascade' })

/** Lost devices. */
export const recoveryCases = sqliteTable(
  'recovery_cases',
  {
    id: text().primaryKey(),
    /** Nine digits. */
    number: text().notNull(),
    contactId: contactId(),
    companyId: text()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    state: text({
      enum: ['open', 'review', 'second-review', 'cooling', 'completed', 'refused', 'stopped', 'withdrawn', 'expired'],
    }).notNull(),
    forCompany: integer({ mode: 'boolean' }).notNull(),
    /** The text to be certified; its fingerprint is the SHA-256 of it. */
    form: text().notNull(),
    openedAt: instant().notNull(),
    /** An open case that nobody submits closes here. */
    expiresAt: instant().notNull(),
    submittedAt: instant(),
    /** Who of the desk looks at it. */
    heldById: text(),
    heldByName: text(),
    /** Until then nobody else may take it over: some time after the holder's last act. */
    heldUntil: instant(),
    firstApproverId: text(),
    firstApproverName: text(),
    firstApprovedAt: instant(),
    firstReason: text(),
    secondApproverId: text(),
    secondApprovedAt: instant(),
    coolingEndsAt: instant(),
    vouchedById: text(),
    vouchedByName: text(),
    /** What the desk asked for when it sent the case back. */
    askedFor: text().notNull().default(''),
    reason: text().notNull().default(''),
    /** When it came to its end, whichever. */
    endedAt: instant(),
    /** The mailed code that opens its page: HMAC, until when it works, and how often it may still be tried. */
    codeMark: hash(),
    codeExpiresAt: instant(),
    codeTriesLeft: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('recovery_cases_number').on(t.number),
    // One open case of an account at a time.
    uniqueIndex('recovery_cases_open').on(t.contactId).where(sql`ended_at is null`),
    index('recovery_cases_contact').on(t.contactId, t.openedAt),
    index('recovery_cases_company').on(t.companyId, t.openedAt),
    index('recovery_cases_state').on(t.state, t.submittedAt, t.openedAt, t.id),
    index('recovery_cases_held').on(t.heldById).where(sql`held_by_id is not null`),
    index('recovery_cases_ended').on(t.endedAt, t.id).where(sql`ended_at is not null`),
  ],
)

export const caseEntries = sqliteTable(
  'case_entries',
  {
    id: text().primaryKey(),
    caseId: caseId(),
    at: instant().notNull(),
    kind: text({
      enum: [
        'opened',
        'document-added',
        'document-removed',
        'submitted',
        'claimed',
        'released',
        'vouched',
        'asked-again',
        'approved',
        'approved-again',
        'refused',
        'stopped',
        'withdrawn',
        'expired',
        'completed',
      ],
    }).notNull(),
    by: text({ enum: ['person', 'desk', 'admin', 'link', 'time'] }).notNull(),
    byName: text().notNull(),
    text: text().notNull(),
  },
  (t) => [index('case_entries_case').on(t.caseId, t.at, t.id)],
)

/** Browsers in which the page of a case is open. */
export const caseSessions = sqliteTable(
  'case_sessions',
  {
    id: text().primaryKey(),
    tokenHash: hash().notNull(),
    caseId: caseId(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('case_sessions_token').on(t.tokenHash),
    index('case_sessions_case').on(t.caseId),
    index('case_sessions_expires').on(t.expiresAt),
  ],
)

/** Scans. The file is sealed under a key of its own; the row outlives it, with the hash. */
export const documents = sqliteTable(
  'documents',
  {
    id: text().primaryKey(),
    caseId: caseId(),
    name: text().notNull(),
    type: text({ enum: ['pdf', 'jpeg', 'png'] }).notNull(),
    bytes: integer().notNull(),
    sha256: hash().notNull(),
    /** The name of the file in the folder of documents: 32 hexadecimal digits that say nothing. */
    file: text().notNull(),
    keySealed: text().notNull(),
    at: instant().notNull(),
    /** When the file was removed, and with it its key: by the person, or so long after the end of the case. */
    removedAt: instant(),
  },
  (t) => [
    index('documents_case').on(t.caseId, t.at, t.id),
    uniqueIndex('documents_file').on(t.file),
    // What is on the disk: how much it is, and what of it has to go.
    index('documents_kept').on(t.caseId, t.bytes).where(sql`removed_at is null`),
  ],
)
