import { z } from 'zod'

/** Every "no" of the product. A new code does not compile until HTTP and every language can say it. */
export const problemCodes = [
  // what was sent
  'invalid-input',
  'not-json',
  'too-large',
  'too-slow',
  'other-origin',
  'duplicate-cookie',
  'not-found',
  // signing in
  'not-signed-in',
  'sign-in-refused',
  'too-many-sign-ins',
  'browser-approval-needed',
  'challenge-over',
  'enrolment-needed',
  // the company's people
  'admins-only',
  'own-verification-needed',
  'main-account-verification-needed',
  'last-admin',
  'main-account-stays',
  'not-yourself',
  'already-a-contact',
  'too-many-invitations',
  'too-many-api-contacts',
  // programs
  'verification-is-on',
  'address-not-allowed',
  'password-expired',
  'not-understood',
  // codes and proofs
  'code-wrong',
  'code-used',
  'code-of-old-entry',
  'phone-clock-off',
  'too-many-codes',
  'reset-required',
  'signed-out',
  'recovery-code-wrong',
  'fresh-code-needed',
  'password-needed',
  'password-wrong',
  // links and codes that came by mail
  'link-over',
  'mailed-code-wrong',
  'too-many-tries',
  // login verification
  'verification-already-on',
  'verification-already-off',
  'enrolment-over',
  'key-shown-too-often',
  'key-not-shown',
  // requests, calls and the desk
  'staff-only',
  'request-closed',
  'draft-over',
  'changed-meanwhile',
  'signature-void',
  // lost devices
  'case-not-entered',
  'case-open-already',
  'out-of-order',
  'another-person-needed',
  'not-held',
  'checklist-incomplete',
  'documents-missing',
  'document-refused',
  'too-many-documents',
  'under-care',
  // the server itself
  'busy',
  'unavailable',
  'unexpected',
] as const
export const problemCode = z.enum(problemCodes)
export type ProblemCode = z.infer<typeof problemCode>

/** What is wrong with one field; the web puts it into words beside the field. */
export const fieldProblems = [
  'required',
  'too-short',
  'too-long',
  'not-a-code',
  'not-a-choice',
  'not-an-email',
  'not-a-phone-number',
  'unknown-field',
  'wrong-type',
  // a new password that is refused, by reason
  'too-common',
  'too-easy-to-guess',
  'holds-your-own-words',
  'in-a-data-leak',
  'same-as-now',
  // a document that is refused, by reason
  'not-a-document',
  'file-too-large',
  'damaged',
  'encrypted',
  'active-content',
  'too-many-pages',
  'too-many-pixels',
  'infected',
] as const
export const fieldProblem = z.enum(fieldProblems)
export type FieldProblem = z.infer<typeof fieldProblem>

/** The body of every refusal: RFC 9457 problem details, `application/problem+json`. */
export const problemDocument = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: problemCode,
  requestId: z.string(),
  fields: z.record(z.string(), fieldProblem).optional(),
  /** Whole seconds to wait before the same request can succeed; also the Retry-After header. */
  retryAfterSeconds: z.int().min(1).max(1_000_000_000).optional(),
  /** With `phone-clock-off`: by how many minutes, at least one; positive when the phone is ahead of the server. */
  phoneAheadMinutes: z.int().optional(),
})
export type ProblemDocument = z.infer<typeof problemDocument>
