import { allowancesStore } from './allowances.ts'
import { announcementsStore } from './announcements.ts'
import { apiContactsStore } from './api-contacts.ts'
import { auditStore } from './audit.ts'
import { browsersStore } from './browsers.ts'
import { callsStore } from './calls.ts'
import { caseAccessStore } from './case-access.ts'
import { casesStore } from './cases.ts'
import { challengesStore } from './challenges.ts'
import { companiesStore } from './companies.ts'
import { companyEventsStore } from './company-events.ts'
import { contactChangesStore } from './contact-changes.ts'
import { contactListsStore } from './contact-lists.ts'
import { contactsStore } from './contacts.ts'
import { deskCasesStore } from './desk-cases.ts'
import { deskRequestsStore } from './desk-requests.ts'
import { documentsStore } from './documents.ts'
import type { Engine, Write } from './engine.ts'
import { eventsStore } from './events.ts'
import { factorsStore } from './factors.ts'
import { halfSignInsStore } from './half-sign-ins.ts'
import { invitationsStore } from './invitations.ts'
import { leaversStore } from './leavers.ts'
import { linksStore } from './links.ts'
import { mailsStore } from './mails.ts'
import { metaStore } from './meta.ts'
import { requestEntriesStore } from './request-entries.ts'
import { requestsStore } from './requests.ts'
import { sessionsStore } from './sessions.ts'
import { soapStore } from './soap.ts'
import { trustedDevicesStore } from './trusted-devices.ts'

export type { Announcement } from './announcements.ts'
export type { ApiContact, ApiPassword } from './api-contacts.ts'
export type { KnownBrowser } from './browsers.ts'
export type { Call, Caller } from './calls.ts'
export type { CaseSession } from './case-access.ts'
export type { CaseEntry, RecoveryCase } from './cases.ts'
export type { Challenge } from './challenges.ts'
export type { ContactFilter } from './contact-lists.ts'
export type { Company, Contact } from './contacts.ts'
export type { QueueFilter } from './desk-requests.ts'
export type { CaseDocument } from './documents.ts'
export type { Write } from './engine.ts'
export type { Event } from './events.ts'
export type { Factor, RecoveryCode } from './factors.ts'
export type { Invitation } from './invitations.ts'
export type { Leaver } from './leavers.ts'
export type { Link, LinkPurpose } from './links.ts'
export type { Mail } from './mails.ts'
export type { RequestEntry } from './request-entries.ts'
export type { Request, RequestFilter } from './requests.ts'
export type { Session } from './sessions.ts'
export type { SoapSession, SoapUse } from './soap.ts'
export type { TrustedDevice } from './trusted-devices.ts'

/**
 * All that the product asks of its database. `find*` and `list*` read, `take*` spends in one guarded
 * statement that stays spent, every other verb builds writes for one `commit`.
 */
export function createStore(engine: Engine) {
  return {
    close: engine.close,
    /** All of these writes or none; a guarded write that finds nothing to change refuses the whole. */
    commit: (...writes: readonly (Write | readonly Write[])[]) => engine.commit(writes.flat()),
    ...contactsStore(engine),
    ...contactListsStore(engine),
    ...contactChangesStore(engine),
    ...companiesStore(engine),
    ...announcementsStore(engine),
    ...invitationsStore(engine),
    ...leaversStore(engine),
    ...factorsStore(engine),
    ...challengesStore(engine),
    ...halfSignInsStore(engine),
    ...sessionsStore(engine),
    ...trustedDevicesStore(engine),
    ...browsersStore(engine),
    ...linksStore(engine),
    ...allowancesStore(engine),
    ...mailsStore(engine),
    ...eventsStore(engine),
    ...auditStore(engine),
    ...companyEventsStore(engine),
    ...apiContactsStore(engine),
    ...soapStore(engine),
    ...requestsStore(engine),
    ...requestEntriesStore(engine),
    ...deskRequestsStore(engine),
    ...callsStore(engine),
    ...casesStore(engine),
    ...documentsStore(engine),
    ...caseAccessStore(engine),
    ...deskCasesStore(engine),
    ...metaStore(engine),
  }
}
export type Store = ReturnType<typeof createStore>
