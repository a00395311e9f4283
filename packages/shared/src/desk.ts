import { z } from 'zod'
import { role } from './account.ts'
import { endpoint } from './endpoint.ts'
import { code, digest, instant, line, words, wordsOrNone } from './fields.ts'
import { requestAssurance, requestContent, requestEntry, requestSource, requestState } from './requests.ts'

const deskRequest = z.object({
  id: z.string(),
  number: z.string(),
  company: z.string(),
  /** Masked as long as nobody has signed what was written down in a call. */
  by: z.string(),
  subject: z.string(),
  service: z.string(),
  state: requestState,
  assurance: requestAssurance.nullable(),
  source: requestSource,
  assignedTo: z.string().nullable(),
  at: instant,
  changedAt: instant,
})

/** The answer to a look-up: one line for each contact with that number. Names are masked. */
const call = z.object({
  id: z.string(),
  at: instant,
  /** As people read it, such as +34 972 00 01 11. */
  phone: z.string(),
  reason: z.string(),
  contacts: z.array(
    z.object({
      contactId: z.string(),
      /** First and last letter of each word. */
      maskedName: z.string(),
      company: z.string(),
      role,
      main: z.boolean(),
      verification: z.enum(['on', 'off']),
      /** Whether this number may give orders on this call: only where verification is off, and not in the time of care after a lost device. */
      accepted: z.boolean(),
      careUntil: instant.nullable(),
      /** The newest request that was written down in this call for this contact. */
      request: z.object({ id: z.string(), state: requestState, expiresAt: instant.nullable(), digest }).nullable(),
    }),
  ),
})

export const desk = {
  'GET /api/desk/requests': endpoint({
    summary: 'The requests of all customers, the one that has waited longest first, fifty a page.',
    access: 'staff',
    query: z.strictObject({
      state: z.enum(['open', 'to-sign', 'sent', 'in-progress', 'closed']).default('open'),
      assigned: z.enum(['me', 'nobody', 'anybody']).default('anybody'),
      assurance: requestAssurance.optional(),
      /** The beginning of a number, or a part of a company's name. */
      search: z.string().max(100).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    reply: z.object({
      requests: z.array(deskRequest),
      found: z.int(),
      pages: z.int(),
      /** Of all that is open: how many, how many are mine, and how many nobody's. */
      open: z.int(),
      mine: z.int(),
      nobodys: z.int(),
    }),
  }),
  'GET /api/desk/requests/:requestId': endpoint({
    summary: 'One request, with exactly what was signed and whether the signature still holds.',
    access: 'staff',
    reply: deskRequest.extend({
      text: z.string(),
      statement: z.string().nullable(),
      signedAt: instant.nullable(),
      signature: z.enum(['valid', 'void']).nullable(),
      digest,
      expiresAt: instant.nullable(),
      entries: z.array(requestEntry),
      assignedToId: z.string().nullable(),
      /** A draft of this member of the desk, which can still be changed. */
      mayRedraft: z.boolean(),
      /** The account was helped after a lost device, and is looked after until then. */
      careUntil: instant.nullable(),
    }),
  }),
  'GET /api/desk/staff': endpoint({
    summary: 'The people of the desk, to whom a request can be given.',
    access: 'staff',
    reply: z.object({ staff: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
  'POST /api/desk/requests/:requestId/assignment': endpoint({
    summary: 'Give an open request to somebody of the desk, or to nobody.',
    access: 'staff',
    body: z.strictObject({ to: z.string().max(64).nullable() }),
    reply: z.null(),
  }),
  'POST /api/desk/requests/:requestId/messages': endpoint({
    summary: 'Write to the customer about a request; mailed as a notice.',
    access: 'staff',
    body: z.strictObject({ text: words(2000) }),
    reply: z.null(),
  }),
  'POST /api/desk/requests/:requestId/state': endpoint({
    summary:
      'Work on a request, finish it, or refuse it with a reason. `digest` says what was on the screen; a void signature is refused. ' +
      'Done and refused need a fresh code.',
    access: 'staff',
    body: z.strictObject({
      state: z.enum(['in-progress', 'done', 'refused']),
      reason: wordsOrNone(2000).default(''),
      digest,
      code: code.optional(),
    }),
    reply: z.null(),
  }),
  'POST /api/desk/calls': endpoint({
    summary: 'Who has this phone number, in any spelling of it, and whether it may give orders. Each look-up is logged and counted.',
    access: 'staff',
    body: z.strictObject({ phone: z.string().min(1).max(40), reason: line(200) }),
    reply: call,
  }),
  'GET /api/desk/calls': endpoint({
    summary: 'The last twenty look-ups of this member of the desk, newest first.',
    access: 'staff',
    reply: z.object({ calls: z.array(call) }),
  }),
  'POST /api/desk/calls/:callId/drafts': endpoint({
    summary: "Write a change down in the caller's words. It appears in the caller's client area at once, to be signed there.",
    access: 'staff',
    body: z.strictObject({ contactId: z.string().max(64), ...requestContent }),
    reply: z.object({ requestId: z.string(), expiresAt: instant, digest }),
  }),
  'POST /api/desk/requests/:requestId/draft': endpoint({
    summary: 'Change what was written down and is not signed yet; whoever has the old words on the screen cannot sign them any more.',
    access: 'staff',
    body: z.strictObject(requestContent),
    reply: z.object({ expiresAt: instant, digest }),
  }),
  'POST /api/desk/requests/:requestId/cancel': endpoint({
    summary: 'Take back what was written down and is not signed yet.',
    access: 'staff',
    reply: z.null(),
  }),
}
