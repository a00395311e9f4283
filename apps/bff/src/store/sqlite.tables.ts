import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Client, Letter, LetterFacts } from '../domain/letter.ts'

// Ids are prefixed texts, instants are milliseconds since 1970 (UTC), tokens are kept only as SHA-256.
const instant = () => integer()
const hash = () => blob({ mode: 'buffer' })
const client = () => text({ mode: 'json' }).$type<Client>().notNull()
const contactId = () =>
  text()
    .notNull()
    .references(() => contacts.id, { onDelete: 'cascade' })
const caseId = () =>
  text()
    .notNull()
    .references((): AnySQLiteColumn => recoveryCases.id, { onDelete: 'cascade' })

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
