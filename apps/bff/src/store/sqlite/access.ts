import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { recoveryCases } from './cases.ts'
import { client, hash, instant } from './columns.ts'
import { contactId } from './people.ts'

export const challenges = sqliteTable(
  'challenges',
  {
    id: text().primaryKey(),
    tokenHash: hash().notNull(),
    contactId: contactId(),
    client: client(),
    /** Where it was opened from, as limits count: whoever opens many displaces only their own. */
    address: text().notNull().default(''),
    attemptsLeft: integer().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    closedAt: instant(),
    /** Why it closed: the sign-in was completed, or something ended it from outside. */
    outcome: text({ enum: ['completed', 'cancelled'] }),
    /** The recognised browser it was opened in, if it was one. */
    browserId: text(),
    /** The same for all challenges of one attempt to sign in: whoever completes one of them has explained the others. */
    lineage: text().notNull().default(''),
    /** When the half sign-in is to be looked at; null when there is nothing (more) to warn of. */
    warnAt: instant(),
    /** Died unconfirmed: a half sign-in. The banner shows it until the person has answered. */
    halfAt: instant(),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex('challenges_token').on(t.tokenHash),
    index('challenges_contact').on(t.contactId, t.lineage),
    index('challenges_expires').on(t.expiresAt),
    // Somebody with the right password can leave very many behind: what is open, to be warned of or to be answered is found without them.
    index('challenges_open').on(t.contactId, t.createdAt).where(sql`closed_at is null`),
    index('challenges_warn').on(t.warnAt).where(sql`warn_at is not null`),
    index('challenges_warn_contact').on(t.contactId, t.warnAt).where(sql`warn_at is not null`),
    index('challenges_half').on(t.contactId, t.createdAt).where(sql`half_at is not null and answered_at is null`),
  ],
)

/** Browsers in which a person once signed in fully: no authenticator, only a budget of their own for mistakes. */
export const browsers = sqliteTable(
  'browsers',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    tokenHash: hash().notNull(),
    client: client(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('browsers_contact_token').on(t.contactId, t.tokenHash), index('browsers_expires').on(t.expiresAt)],
)

/** What was mailed and works once: tokens of links, and the code that proves a new address. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    tokenHash: hash().notNull(),
    contactId: contactId(),
    purpose: text({ enum: ['password-reset', 'not-me', 'browser-approval', 'email-change', 'case-stop'] }).notNull(),
    /** With `email-change`: the new address. */
    email: text(),
    /** With `case-stop`: the recovery case that it stops; the contact is whoever was told. */
    caseId: text().references((): AnySQLiteColumn => recoveryCases.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    uniqueIndex('links_token').on(t.tokenHash),
    index('links_contact').on(t.contactId, t.purpose),
    index('links_expires').on(t.expiresAt),
    index('links_case').on(t.caseId).where(sql`case_id is not null`),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    tokenHash: hash().notNull(),
    contactId: contactId(),
    assurance: text({ enum: ['password', 'trusted-device', 'code'] }).notNull(),
    client: client(),
    signedInAt: instant().notNull(),
    /** The sign-in before this one, for the person to compare. */
    previousSignInAt: instant(),
    lastSeenAt: instant().notNull(),
    idleMs: integer().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_contact').on(t.contactId)],
)

export const trustedDevices = sqliteTable(
  'trusted_devices',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    selector: text().notNull(),
    verifierHash: hash().notNull(),
    /** The value before the last rotation, so that a lost answer does not look like theft. */
    previousHash: hash(),
    rotatedAt: instant().notNull(),
    client: client(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('trusted_devices_selector').on(t.selector), index('trusted_devices_contact').on(t.contactId)],
)

export const allowances = sqliteTable('allowances', {
  key: text().primaryKey(),
  used: integer().notNull(),
  windowEndsAt: instant().notNull(),
})
