import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { hash, instant } from './columns.ts'

export const contactId = () =>
  text()
    .notNull()
    .references(() => contacts.id, { onDelete: 'cascade' })

export const companies = sqliteTable(
  'companies',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** The operator's own company: its contacts are the staff. */
    operator: integer({ mode: 'boolean' }).notNull(),
    /** From then on everyone of the company needs login verification; null when there is no such rule. */
    ruleFrom: instant(),
    /** The days before `ruleFrom` of the last reminder sent; null when none was. */
    ruleReminded: integer(),
    createdAt: instant().notNull(),
  },
  // The operator's, of which there is one.
  (t) => [index('companies_operator').on(t.id).where(sql`operator = 1`)],
)

export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey(),
    companyId: text()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['person', 'api'] }).notNull(),
    /** Canonical (trim, NFC, lower case); a person's is the e-mail address. */
    login: text().notNull(),
    name: text().notNull(),
    phone: text().notNull(),
    language: text({ enum: ['ca', 'es', 'en', 'cs'] }).notNull(),
    role: text({ enum: ['admin', 'member', 'support'] }).notNull(),
    main: integer({ mode: 'boolean' }).notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
    /** PHC string of argon2id, sealed. */
    passwordSealed: text(),
    /** The active factor; null means that login verification is off. The one truth about ON and OFF. */
    factorId: text().references((): AnySQLiteColumn => factors.id),
    /** Since when remembered devices are not believed: a sign-in had the right password and no code, and the person has not answered yet. */
    trustPausedAt: instant(),
    /** An admin asked for it: login verification comes before anything else from the next sign-in on. */
    mustEnrolSince: instant(),
    /** The name as lists are sorted and searched: lower case, without accents. */
    sortName: text().notNull().default(''),
    /** Has left the company: the row stays for the history, the login is free again. */
    leftAt: instant(),
    /** After a lost device was helped with: until then the company's people cannot be changed from this account. */
    careUntil: instant(),
    createdAt: instant().notNull(),
    lastSignInAt: instant(),
  },
  (t) => [
    uniqueIndex('contacts_login').on(t.login),
    // The first and the second give the order of the list; the first also holds what the search reads, so that it touches only the rows it shows.
    index('contacts_company').on(t.companyId, t.kind, t.leftAt, t.sortName, t.id, t.login, t.phone),
    index('contacts_email').on(t.companyId, t.kind, t.leftAt, t.login, t.id),
    index('contacts_verification').on(t.companyId, t.kind, t.leftAt, t.factorId, t.id),
    index('contacts_admins').on(t.companyId, t.kind, t.leftAt, t.active).where(sql`role = 'admin'`),
    index('contacts_phone').on(t.phone).where(sql`phone <> ''`),
    // Each factor that goes is looked for here (foreign key).
    index('contacts_factor').on(t.factorId).where(sql`factor_id is not null`),
  ],
)

export const factors = sqliteTable(
  'factors',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    type: text({ enum: ['totp'] }).notNull(),
    secretSealed: text().notNull(),
    /** The last accepted time step (RFC 6238 section 5.2: a code counts once). */
    lastStep: integer().notNull(),
    lastCodeAt: instant(),
    /** Codes charged since the last right one, and until when no further one is looked at. */
    failures: integer().notNull(),
    blockedUntil: instant().notNull(),
    /** Wrong codes from unknown browsers in a window that a right code does not clear. */
    recentFailures: integer().notNull().default(0),
    recentEndsAt: instant().notNull().default(0),
    /** The step of a code that was refused as belonging to a later time: it is not accepted when its time comes. */
    toldStep: integer(),
    /** From then on no code from an unknown browser is looked at, until the password is set anew. */
    resetRequiredAt: instant(),
    /** The check-up two weeks after ON was passed or put off. */
    checkedUpAt: instant(),
    /** The admin who saw the key while setting it up for the contact. */
    seenByName: text(),
    createdAt: instant().notNull(),
    /** A pending factor dies here unless it was activated. */
    expiresAt: instant().notNull(),
    activatedAt: instant(),
    retiredAt: instant(),
    /** While the key is on the screen, copies of it may be taken until here. */
    copiesUntil: instant().notNull(),
  },
  (t) => [index('factors_contact').on(t.contactId)],
)

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    codeHash: hash().notNull(),
    createdAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [uniqueIndex('recovery_codes_hash').on(t.contactId, t.codeHash)],
)
