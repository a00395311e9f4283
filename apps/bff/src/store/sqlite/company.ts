import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Letter } from '../../domain/letter.ts'
import { client, hash, instant } from './columns.ts'
import { companies } from './people.ts'

export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    companyId: text()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    tokenHash: hash().notNull(),
    name: text().notNull(),
    /** Canonical, as a login. */
    email: text().notNull(),
    phone: text().notNull(),
    language: text({ enum: ['ca', 'es', 'en', 'cs'] }).notNull(),
    role: text({ enum: ['admin', 'member'] }).notNull(),
    invitedById: text().notNull(),
    invitedByName: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    uniqueIndex('invitations_company_email').on(t.companyId, t.email),
    index('invitations_expires').on(t.expiresAt),
  ],
)

/** A letter to all people of a company without verification that is under way: mailed in the order of ids, a part in each commit. */
export const announcements = sqliteTable('announcements', {
  companyId: text()
    .primaryKey()
    .references(() => companies.id, { onDelete: 'cascade' }),
  id: text().notNull(),
  letter: text({ mode: 'json' }).$type<Letter>().notNull(),
  client: client(),
  at: instant().notNull(),
  /** Whoever has an id up to this one has been told, in so many parts. */
  toldTo: text().notNull(),
  parts: integer().notNull(),
})

/** What a departing contact had and what ended; stays when the contact is long gone. */
export const leavers = sqliteTable(
  'leavers',
  {
    id: text().primaryKey(),
    companyId: text()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    contactId: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    at: instant().notNull(),
    byName: text().notNull(),
    report: text({ mode: 'json' }).$type<LeaverReport>().notNull(),
  },
  (t) => [index('leavers_company').on(t.companyId, t.at)],
)

export type LeaverReport = {
  endedSessions: number
  forgottenDevices: number
  hadVerification: boolean
  withdrawnRequests: number
  hadPhone: boolean
  apiContacts: string[]
  keysSeen: string[]
}
