import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { hash, instant } from './columns.ts'
import { contactId, contacts } from './people.ts'

/** What only a program has; its row in contacts has kind `api`. */
export const apiContacts = sqliteTable('api_contacts', {
  contactId: text()
    .primaryKey()
    .references(() => contacts.id, { onDelete: 'cascade' }),
  createdById: text().notNull(),
  createdByName: text().notNull(),
  /** Addresses or networks it may call from; empty for any. */
  addresses: text({ mode: 'json' }).$type<string[]>().notNull(),
})

/** Generated passwords of programs: 190 bits, kept as HMAC; after a change two work side by side for a day. */
export const apiPasswords = sqliteTable(
  'api_passwords',
  {
    id: text().primaryKey(),
    contactId: contactId(),
    secretHash: hash().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('api_passwords_contact').on(t.contactId)],
)

export const soapSessions = sqliteTable(
  'soap_sessions',
  {
    id: text().primaryKey(),
    tokenHash: hash().notNull(),
    contactId: contactId(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('soap_sessions_token').on(t.tokenHash), index('soap_sessions_contact').on(t.contactId)],
)

/** The last call of each contact and operation, so that it can be said what would stop working. */
export const soapUses = sqliteTable(
  'soap_uses',
  { contactId: contactId(), operation: text().notNull(), place: text().notNull(), address: text().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.contactId, t.operation] })],
)
