import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { digest, instant, line, proof, words } from './fields.ts'

/** Where a request stands. `to-sign`: written down by the desk, nobody has signed it yet; `lapsed`: nobody did in time. */
export const requestState = z.enum(['to-sign', 'sent', 'in-progress', 'done', 'refused', 'withdrawn', 'lapsed'])
export type RequestState = z.infer<typeof requestState>

/** How it is assured that the person wanted it: a fresh code, a remembered device, the password where verification is off, or a program's own password. */
export const requestAssurance = z.enum(['code', 'trusted-device', 'password', 'program'])
export type RequestAssurance = z.infer<typeof requestAssurance>

/** How it reached the desk. */
export const requestSource = z.enum(['web', 'call', 'program'])

/** What is asked for: a subject, the service it is about (a domain, a server; may be empty) and the words. */
export const requestContent = {
  subject: line(120),
  service: z
    .string()
    .max(120)
    .refine((text) => !/[\p{C}\u2028\u2029]/u.test(text), { params: { problem: 'wrong-type' } })
    .default(''),
  text: words(5000),
}

/** What happened to a request, oldest first. `text`: a message, the reason of a refusal, or to whom of the desk it was given; else empty. */
export const requestEntry = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum([
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
  ]),
  by: z.string(),
  fromDesk: z.boolean(),
  text: z.string(),
  /** How the session of a customer's entry was proved; null for the desk's. */
  assurance: requestAssurance.nullable(),
})

const requestSummary = z.object({
  id: z.string(),
  /** Nine digits, to be read aloud in threes. */
  number: z.string(),
  subject: z.string(),
  service: z.string(),
  state: requestState,
  /** Null as long as nobody has signed. */
  assurance: requestAssurance.nullable(),
  /** Who signed, or is to sign. */
  by: z.string(),
  mine: z.boolean(),
  at: instant,
  changedAt: instant,
})

export const requests = {
  'GET /api/requests': endpoint({
    summary: 'The authorised requests of this person, and for admins those of the whole company; the newest first, fifty a page.',
    access: 'signed-in',
    query: z.strictObject({
      state: z.enum(['open', 'closed']).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    reply: z.object({ requests: z.array(requestSummary), found: z.int(), pages: z.int() }),
  }),
  'POST /api/requests': endpoint({
    summary:
      'Send an authorised request: frozen as it is and signed by the server. Needs a fresh code, or the password where verification is off.',
    access: 'signed-in',
    body: z.strictObject({ ...requestContent, ...proof }),
    reply: z.object({ id: z.string(), number: z.string() }),
  }),
  'GET /api/requests/:requestId': endpoint({
    summary: 'One request, with exactly what was signed and what happened to it.',
    access: 'signed-in',
    reply: requestSummary.extend({
      text: z.string(),
      /** The signed statement, to the letter; null as long as nobody has signed. */
      statement: z.string().nullable(),
      signedAt: instant.nullable(),
      /** Whether the signature still fits what is kept; null as long as nobody has signed. */
      signature: z.enum(['valid', 'void']).nullable(),
      digest,
      /** Until when it can be signed; null when it need not be. */
      expiresAt: instant.nullable(),
      entries: z.array(requestEntry),
      maySign: z.boolean(),
      mayWithdraw: z.boolean(),
      mayWrite: z.boolean(),
    }),
  }),
  'POST /api/requests/:requestId/sign': endpoint({
    summary: 'Sign what the desk has written down, as it was shown: `digest` says what that was. Needs a fresh code, or the password.',
    access: 'signed-in',
    body: z.strictObject({ digest, ...proof }),
    reply: z.null(),
  }),
  'POST /api/requests/:requestId/decline': endpoint({
    summary: 'Do not sign what the desk has written down.',
    access: 'signed-in',
    reply: z.null(),
  }),
  'POST /api/requests/:requestId/withdraw': endpoint({
    summary: 'Take a request back that is not done yet.',
    access: 'signed-in',
    reply: z.null(),
  }),
  'POST /api/requests/:requestId/messages': endpoint({
    summary: 'Write to the desk about a request. It changes nothing of what was signed.',
    access: 'signed-in',
    body: z.strictObject({ text: words(2000) }),
    reply: z.null(),
  }),
  'GET /api/requests/:requestId/receipt': endpoint({
    summary: 'The receipt: the signed statement with its signature, as a text file that can be checked later.',
    access: 'signed-in',
    media: 'text/plain',
    reply: z.string(),
  }),
  'POST /api/receipts/check': endpoint({
    summary: 'Whether a receipt is genuine, for anyone who holds one. An edited one is not.',
    access: 'open',
    body: z.strictObject({ receipt: z.string().max(20_000) }),
    reply: z.object({
      genuine: z.boolean(),
      /** What was signed, when it is genuine. */
      statement: z.string().nullable(),
      /** The id of the key that signed it. */
      keyId: z.string().nullable(),
    }),
  }),
  'GET /api/signing-keys': endpoint({
    summary: 'The public keys (Ed25519, RFC 8032, as PEM of SubjectPublicKeyInfo) with which receipts can be checked without asking here.',
    access: 'open',
    reply: z.object({ keys: z.array(z.object({ id: z.string(), publicKey: z.string() })) }),
  }),
}
