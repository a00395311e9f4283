import type { ProblemCode } from '@porta/shared'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '../deps.ts'
import { Problem } from '../domain/problem.ts'
import { type FaultCode, NotUnderstood } from './envelope.ts'
import { faultXml } from './xml.ts'

const noSuchThing = 'This cannot happen here.'

/** How a fault says each problem, in English as programs' logs are read: the cause and, where there is one, the cure. */
const faults = {
  'invalid-input': ['Client', 'A field is missing, unknown, sent twice or not as it should be.'],
  'not-json': ['Client', 'The message must be text/xml in UTF-8, without content encoding.'],
  'too-large': ['Client', 'The message is too large.'],
  'too-slow': ['Client', 'The message did not arrive in time.'],
  'other-origin': ['Client', noSuchThing],
  'duplicate-cookie': ['Client', noSuchThing],
  'not-found': ['Client', 'There is no such operation.'],
  'not-signed-in': ['Client', 'This session is unknown or has ended. Call Login again.'],
  'sign-in-refused': ['Client', 'Login and password do not match.'],
  'too-many-sign-ins': ['Client', 'Too many sign-ins were tried. Wait a little before the next one.'],
  'browser-approval-needed': [
    'Client',
    'Too many sign-ins failed from unknown places. Set a new password on the web, or use an API contact.',
  ],
  'challenge-over': ['Client', noSuchThing],
  'enrolment-needed': [
    'Client',
    'This contact has to switch login verification on. Use an API contact here; an admin of the company can make one.',
  ],
  'admins-only': ['Client', 'This is for admins of the company.'],
  'own-verification-needed': ['Client', noSuchThing],
  'main-account-verification-needed': ['Client', noSuchThing],
  'last-admin': ['Client', noSuchThing],
  'main-account-stays': ['Client', noSuchThing],
  'not-yourself': ['Client', noSuchThing],
  'already-a-contact': ['Client', noSuchThing],
  'too-many-invitations': ['Client', noSuchThing],
  'too-many-api-contacts': ['Client', noSuchThing],
  'verification-is-on': [
    'Client',
    'Login verification is on for this contact, so this interface refuses it. Use an API contact; an admin of the company can make one.',
  ],
  'address-not-allowed': ['Client', 'This address is not on the list of the API contact. An admin of the company can change the list.'],
  'password-expired': ['Client', 'The password of this API contact has expired. An admin of the company can make a new one.'],
  'not-understood': ['Client', 'The message is not a SOAP 1.1 request of this service.'],
  'code-wrong': ['Client', noSuchThing],
  'code-used': ['Client', noSuchThing],
  'code-of-old-entry': ['Client', noSuchThing],
  'phone-clock-off': ['Client', noSuchThing],
  'too-many-codes': ['Client', noSuchThing],
  'reset-required': ['Client', noSuchThing],
  'signed-out': ['Client', noSuchThing],
  'recovery-code-wrong': ['Client', noSuchThing],
  'fresh-code-needed': ['Client', noSuchThing],
  'password-needed': ['Client', noSuchThing],
  'password-wrong': ['Client', noSuchThing],
  'link-over': ['Client', noSuchThing],
  'mailed-code-wrong': ['Client', noSuchThing],
  'too-many-tries': ['Client', 'Too many calls. Wait a little before the next one.'],
  'verification-already-on': ['Client', noSuchThing],
  'verification-already-off': ['Client', noSuchThing],
  'enrolment-over': ['Client', noSuchThing],
  'key-shown-too-often': ['Client', noSuchThing],
  'key-not-shown': ['Client', noSuchThing],
  'staff-only': ['Client', noSuchThing],
  'request-closed': ['Client', noSuchThing],
  'draft-over': ['Client', noSuchThing],
  'changed-meanwhile': ['Client', noSuchThing],
  'signature-void': ['Client', noSuchThing],
  'case-not-entered': ['Client', noSuchThing],
  'case-open-already': ['Client', noSuchThing],
  'out-of-order': ['Client', noSuchThing],
  'another-person-needed': ['Client', noSuchThing],
  'not-held': ['Client', noSuchThing],
  'checklist-incomplete': ['Client', noSuchThing],
  'documents-missing': ['Client', noSuchThing],
  'document-refused': ['Client', noSuchThing],
  'too-many-documents': ['Client', noSuchThing],
  'under-care': ['Client', noSuchThing],
  busy: ['Server', 'The server is busy. Try again in a moment.'],
  unavailable: ['Server', 'This cannot be done right now. Try again later.'],
  unexpected: ['Server', 'Something went wrong on our side.'],
} as const satisfies Record<ProblemCode, [FaultCode, string]>

const versionMismatch = 'The envelope is not one of SOAP 1.1.'
const mustUnderstand = 'A header that must be understood is not known here.'

/** What HTTP itself says of a message that was not even read; faults of SOAP 1.1 travel with 500 (section 6.2). */
const statuses: Partial<Record<ProblemCode, ContentfulStatusCode>> = { 'not-json': 415, 'too-large': 413, 'too-slow': 408 }

/** Every refusal of this interface leaves here, as a fault; what was not foreseen is logged and not told. */
export function faultReply(c: Context, reason: unknown, requestId: string, log: Log) {
  const problem = reason instanceof Problem ? reason : new Problem('unexpected')
  if (problem.code === 'unexpected' || problem.code === 'unavailable') log.error({ err: reason, requestId }, 'a call failed')
  const [side, sentence] = faults[problem.code]
  const code = problem instanceof NotUnderstood ? problem.faultcode : side
  const text = code === 'VersionMismatch' ? versionMismatch : code === 'MustUnderstand' ? mustUnderstand : sentence
  const { fields, retryAfterSeconds } = problem.detail
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
  const detail = { code: problem.code, field: Object.keys(fields ?? {}), retryAfterSeconds, requestId }
  return c.body(faultXml(code, text, detail), statuses[problem.code] ?? 500, { 'content-type': 'text/xml; charset=utf-8' })
}
