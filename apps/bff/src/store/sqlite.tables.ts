// The tables of SQLite, by what they are about; whoever queries them takes them from here.
export { allowances, browsers, challenges, links, sessions, trustedDevices } from './sqlite/access.ts'
export { caseEntries, caseSessions, documents, recoveryCases } from './sqlite/cases.ts'
export { announcements, invitations, type LeaverReport, leavers } from './sqlite/company.ts'
export { companies, contacts, factors, recoveryCodes } from './sqlite/people.ts'
export { apiContacts, apiPasswords, soapSessions, soapUses } from './sqlite/programs.ts'
export { auditLinks, auditWaiting, events, mails, meta } from './sqlite/records.ts'
export { calls, requestEntries, requests } from './sqlite/requests.ts'
