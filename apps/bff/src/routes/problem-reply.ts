import type { ProblemCode, ProblemDocument } from '@porta/shared'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '../deps.ts'
import { Problem } from '../domain/problem.ts'

/** How HTTP says each problem; the title is for people who read traffic, the screens have their own sentences. */
const replies = {
  'invalid-input': [422, 'Some fields are not as they should be.'],
  'not-json': [415, 'The body must be application/json, or what the endpoint says.'],
  'too-large': [413, 'The body is too large.'],
  'too-slow': [408, 'The body did not arrive in time.'],
  'other-origin': [403, 'This request does not come from a page of this site.'],
  'duplicate-cookie': [400, 'A cookie was sent twice.'],
  'not-found': [404, 'There is nothing here.'],
  'not-signed-in': [401, 'Nobody is signed in here.'],
  'sign-in-refused': [401, 'E-mail and password do not match.'],
  'too-many-sign-ins': [429, 'Too many sign-ins were tried; wait a little.'],
  'browser-approval-needed': [403, 'This browser has to be approved by the link in the mail that we have sent.'],
  'challenge-over': [401, 'This sign-in is over; start again with the password.'],
  'enrolment-needed': [403, 'Login verification has to be switched on first.'],
  'admins-only': [403, 'This is for admins of the company.'],
  'own-verification-needed': [403, 'Your own login verification has to be on for this.'],
  'main-account-verification-needed': [403, 'The login verification of the main account has to be on for this.'],
  'last-admin': [409, 'A company keeps at least one admin.'],
  'main-account-stays': [409, 'The main account has to be handed over first.'],
  'not-yourself': [409, 'This cannot be done to oneself.'],
  'already-a-contact': [409, 'This person is a contact of the company already, or is invited.'],
  'too-many-invitations': [429, 'Too many invitations; wait a little.'],
  'too-many-api-contacts': [409, 'The company has as many API contacts as it may have; one has to be removed first.'],
  'verification-is-on': [403, 'Login verification is on: this interface refuses this contact. Use an API contact.'],
  'address-not-allowed': [403, 'This address is not on the list of the API contact.'],
  'password-expired': [403, 'The password of this API contact has expired.'],
  'not-understood': [400, 'The message is not a SOAP 1.1 request of this service.'],
  'code-wrong': [401, 'The code is wrong.'],
  'code-used': [401, 'This code was used already; wait for the next one.'],
  'code-of-old-entry': [401, 'This code is from an old entry of the app, from before verification was switched off and on.'],
  'phone-clock-off': [401, 'This code belongs to another time: the clock of the phone is off, or the code is old.'],
  'reset-required': [403, 'Too many wrong codes from unknown browsers: the password has to be set anew first.'],
  'signed-out': [401, 'Too many wrong codes: this session has ended.'],
  'link-over': [410, 'This link was used already, or it is too old.'],
  'mailed-code-wrong': [401, 'The code from the mail is wrong.'],
  'too-many-tries': [429, 'Too many tries; wait a little.'],
  'too-many-codes': [429, 'Too many wrong codes; wait a little.'],
  'recovery-code-wrong': [401, 'The recovery code is wrong or was used already.'],
  'fresh-code-needed': [403, 'This needs a fresh code.'],
  'password-needed': [403, 'This needs the password.'],
  'password-wrong': [401, 'The password is wrong.'],
  'verification-already-on': [409, 'Login verification is on already.'],
  'verification-already-off': [409, 'Login verification is off already.'],
  'enrolment-over': [409, 'This key is no longer valid; start again.'],
  'key-shown-too-often': [429, 'The key was shown too often today.'],
  'key-not-shown': [409, 'The key is not on the screen any more.'],
  'staff-only': [403, 'This is for the support desk.'],
  'request-closed': [409, 'This request is closed: nothing more can be done with it.'],
  'draft-over': [409, 'This cannot be signed any more, or was signed already.'],
  'changed-meanwhile': [409, 'It has changed since it was on the screen; read it again.'],
  'signature-void': [409, 'The signature does not fit what is kept: nothing may be done on it.'],
  'case-not-entered': [401, 'The page of a case opens with its number and the mailed code.'],
  'case-open-already': [409, 'There is an open case already.'],
  'out-of-order': [409, 'This cannot be done as the case stands now.'],
  'another-person-needed': [409, 'Another person has to do this.'],
  'not-held': [403, 'Only who holds the case can do this.'],
  'checklist-incomplete': [422, 'The whole checklist has to be checked.'],
  'documents-missing': [409, 'A document is needed first.'],
  'document-refused': [422, 'This document cannot be taken.'],
  'too-many-documents': [429, 'Too many documents.'],
  'under-care': [403, 'After a lost device this account cannot do this for a while.'],
  busy: [503, 'The server is busy; try again in a moment.'],
  unavailable: [503, 'This cannot be done right now.'],
  unexpected: [500, 'Something went wrong on our side.'],
} as const satisfies Record<ProblemCode, [ContentfulStatusCode, string]>

/** Every refusal leaves the server here, as an RFC 9457 document; what was not foreseen is logged and not told. */
export function problemReply(c: Context, reason: unknown, requestId: string, log: Log) {
  const problem = reason instanceof Problem ? reason : new Problem('unexpected')
  if (problem.code === 'unexpected' || problem.code === 'unavailable') log.error({ err: reason, requestId }, 'a request failed')
  const [status, title] = replies[problem.code]
  const { retryAfterSeconds } = problem.detail
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
  const document: ProblemDocument = { type: 'about:blank', title, status, code: problem.code, requestId, ...problem.detail }
  c.header('cache-control', 'no-store')
  c.header('content-type', 'application/problem+json; charset=utf-8')
  return c.body(JSON.stringify(document), status)
}
