import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { caseNumber, code, instant, linkToken, mailedCode, proof, words } from './fields.ts'

/**
 * Where a case stands. `open`: the form is being signed and scans are awaited; `review`: the desk looks at it; `second-review`: one of the
 * desk has approved, another must; `cooling`: approved by two, and anyone concerned can still stop it. The others are ends.
 */
export const caseStates = ['open', 'review', 'second-review', 'cooling', 'completed', 'refused', 'stopped', 'withdrawn', 'expired'] as const
export const caseState = z.enum(caseStates)
export type CaseState = z.infer<typeof caseState>

/** Everything that can be done to a case; who may, and what comes of it, is one table in the domain. */
export const caseActions = [
  'add-document',
  'remove-document',
  'submit',
  'withdraw',
  'vouch',
  'stop',
  'claim',
  'release',
  'read-document',
  'ask-again',
  'approve',
  'refuse',
  'expire',
  'complete',
] as const
export type CaseAction = (typeof caseActions)[number]

/** What the desk checks, each time the same. `register-extract` only for companies. */
export const checkItems = [
  'number-and-fingerprint',
  'certified-signature',
  'name-and-account',
  'register-extract',
  'nobody-objects',
] as const
export const checkItem = z.enum(checkItems)
export type CheckItem = z.infer<typeof checkItem>

const document = z.object({
  id: z.string(),
  /** As the person's computer called it, without its path. */
  name: z.string(),
  type: z.enum(['pdf', 'jpeg', 'png']),
  bytes: z.int(),
  at: instant,
})

const caseEntry = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum([
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
  ]),
  /** Who did it: the person whose device is lost, the desk, another admin, somebody with a link of a mail, or nobody but time. */
  by: z.enum(['person', 'desk', 'admin', 'link', 'time']),
  /** A name, where one may be shown; else empty. */
  name: z.string(),
  text: z.string(),
})

export const recovery = {
  'POST /api/recovery-cases': endpoint({
    summary: 'The device is lost: open a case, after the right password. Everybody concerned is told by mail and can stop it.',
    access: 'challenge',
    body: z.strictObject({ forCompany: z.boolean() }),
    reply: z.object({ number: z.string(), expiresAt: instant }),
  }),
  'POST /api/recovery/code': endpoint({
    summary: 'Mail the code that opens the page of a case. The answer is the same whether there is such a case or not.',
    access: 'open',
    body: z.strictObject({ number: caseNumber }),
    reply: z.null(),
  }),
  'POST /api/recovery/enter': endpoint({
    summary: 'Open the page of a case with its number and the mailed code, for an hour in this browser.',
    access: 'open',
    body: z.strictObject({ number: caseNumber, mailedCode }),
    reply: z.null(),
  }),
  'POST /api/recovery/leave': endpoint({
    summary: 'Close the page of a case in this browser. Safe to repeat.',
    access: 'open',
    reply: z.null(),
  }),
  'GET /api/recovery/case': endpoint({
    summary: 'The case: what was received, what comes next and by when, and the form to sign.',
    access: 'case',
    reply: z.object({
      number: z.string(),
      state: caseState,
      openedAt: instant,
      name: z.string(),
      company: z.string(),
      forCompany: z.boolean(),
      /** The text to be signed before a notary, and the SHA-256 of it, in hexadecimal. */
      form: z.object({ text: z.string(), fingerprint: z.string() }),
      documents: z.array(document),
      /** The name of the admin who vouched. */
      vouchedBy: z.string().nullable(),
      /** By when the next step happens or is due: the case closes, the desk answers, the cooling-off ends. Null at the end. */
      nextBy: instant.nullable(),
      /** What the desk asked for when it sent the case back; empty when it did not. */
      askedFor: z.string(),
      reason: z.string(),
      entries: z.array(caseEntry),
      limits: z.object({ bytes: z.int(), documents: z.int(), pages: z.int() }),
    }),
  }),
  'POST /api/recovery/case/documents': endpoint({
    summary: 'Upload one scan: PDF, JPEG or PNG. The content decides which; images are written anew, PDF with active content is refused.',
    access: 'case',
    query: z.strictObject({ name: z.string().max(300) }),
    upload: true,
    reply: document,
  }),
  'DELETE /api/recovery/case/documents/:documentId': endpoint({
    summary: 'Take a scan back, as long as the case has not been submitted.',
    access: 'case',
    reply: z.null(),
  }),
  'POST /api/recovery/case/submit': endpoint({
    summary: 'Everything is there: the desk may look at it.',
    access: 'case',
    reply: z.null(),
  }),
  'POST /api/recovery/case/withdraw': endpoint({
    summary: 'The device was found: give the case up.',
    access: 'case',
    reply: z.null(),
  }),
  'POST /api/recovery/stop/check': endpoint({
    summary: 'What the link "stop this" of a mail is about.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.object({ number: z.string(), name: z.string(), company: z.string(), openedAt: instant }),
  }),
  'POST /api/recovery/stop': endpoint({
    summary: 'Stop a case with the link of a mail. Nothing changes for the account.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.null(),
  }),
  'POST /api/recovery/own/stop': endpoint({
    summary: 'Stop the case that somebody opened for this account. Needs a fresh code.',
    access: 'signed-in',
    body: z.strictObject(proof),
    reply: z.null(),
  }),

  'GET /api/company/recovery-cases': endpoint({
    summary: "The open cases of the company's people, with whether this admin may vouch.",
    access: 'admin',
    reply: z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          contact: z.object({ id: z.string(), name: z.string() }),
          state: caseState,
          openedAt: instant,
          nextBy: instant.nullable(),
          vouchedBy: z.string().nullable(),
          mayVouch: z.boolean(),
        }),
      ),
    }),
  }),
  'POST /api/company/recovery-cases/:caseId/vouch': endpoint({
    summary: 'Another admin knows that the device is really lost: shortens the wait. Needs own verification and a fresh code.',
    access: 'admin',
    body: z.strictObject({ code }),
    reply: z.null(),
  }),
  'POST /api/company/recovery-cases/:caseId/stop': endpoint({
    summary: 'An admin stops a case. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject(proof),
    reply: z.null(),
  }),

  'GET /api/desk/recovery-cases': endpoint({
    summary: 'The cases, the one that has waited longest first, fifty a page. `waiting` is what the desk has to look at.',
    access: 'staff',
    query: z.strictObject({
      state: z.enum(['waiting', 'mine', 'open', 'cooling', 'closed']).default('waiting'),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    reply: z.object({
      cases: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          company: z.string(),
          state: caseState,
          openedAt: instant,
          submittedAt: instant.nullable(),
          heldBy: z.string().nullable(),
          documents: z.int(),
          vouched: z.boolean(),
        }),
      ),
      found: z.int(),
      pages: z.int(),
      waiting: z.int(),
    }),
  }),
  'GET /api/desk/recovery-cases/:caseId': endpoint({
    summary: 'One case. Who it is about and the documents are only shown to the member of the desk who holds it.',
    access: 'staff',
    reply: z.object({
      id: z.string(),
      number: z.string(),
      company: z.string(),
      state: caseState,
      forCompany: z.boolean(),
      openedAt: instant,
      submittedAt: instant.nullable(),
      heldBy: z.string().nullable(),
      heldByMe: z.boolean(),
      /** Null for those who do not hold the case. */
      held: z
        .object({
          name: z.string(),
          email: z.string(),
          phone: z.string(),
          form: z.object({ text: z.string(), fingerprint: z.string() }),
          documents: z.array(document),
        })
        .nullable(),
      checklist: z.array(checkItem),
      vouchedBy: z.string().nullable(),
      firstApproval: z.object({ by: z.string(), mine: z.boolean(), at: instant, reason: z.string() }).nullable(),
      coolingEndsAt: instant.nullable(),
      entries: z.array(caseEntry),
      /** What this member of the desk may do now. */
      may: z.array(z.enum(['claim', 'release', 'ask-again', 'approve', 'refuse'])),
    }),
  }),
  'POST /api/desk/recovery-cases/:caseId/claim': endpoint({
    summary: 'Hold a case: one at a time looks at it. The second approval needs another person.',
    access: 'staff',
    reply: z.null(),
  }),
  'POST /api/desk/recovery-cases/:caseId/release': endpoint({
    summary: 'Let a case go, for somebody else to hold.',
    access: 'staff',
    reply: z.null(),
  }),
  'POST /api/desk/recovery-cases/:caseId/ask-again': endpoint({
    summary: 'Send a case back with what is missing; an approval that was given is gone.',
    access: 'staff',
    body: z.strictObject({ message: words(2000) }),
    reply: z.null(),
  }),
  'POST /api/desk/recovery-cases/:caseId/approve': endpoint({
    summary: 'Approve, with the whole checklist and a reason. Two different people, then the cooling-off. Needs a fresh code.',
    access: 'staff',
    body: z.strictObject({ checked: z.array(checkItem).max(10), reason: words(2000), code }),
    reply: z.object({ state: caseState }),
  }),
  'POST /api/desk/recovery-cases/:caseId/refuse': endpoint({
    summary: 'Refuse, with a reason that the person is told; during the cooling-off too. Needs a fresh code.',
    access: 'staff',
    body: z.strictObject({ reason: words(2000), code }),
    reply: z.null(),
  }),
  'GET /api/desk/recovery-cases/:caseId/documents/:documentId': endpoint({
    summary: 'One scan, only as a file to save, only for the member of the desk who holds the case; each time is logged.',
    access: 'staff',
    media: 'application/octet-stream',
    reply: z.string(),
  }),
}
