import { z } from 'zod'
import { eventKind, eventTopic } from './activity.ts'
import { endpoint } from './endpoint.ts'
import { client, code, instant } from './fields.ts'

/** How a person would get in again if the phone were lost. */
export const wayBack = z.enum(['recovery-codes', 'another-admin', 'certified-form'])

export const company = {
  'GET /api/company/board': endpoint({
    summary: 'Who has login verification and who does not, the company rule, and who would be stuck if the phone were lost.',
    access: 'admin',
    reply: z.object({
      people: z.int(),
      on: z.int(),
      off: z.int(),
      required: z.int(),
      /** Admins with verification on: they can help the others. */
      adminsOn: z.int(),
      /** The company rule "everyone needs verification": from when it binds; null when there is none. */
      ruleFrom: instant.nullable(),
      /** The acting admin's own verification, which managing that of others needs. */
      ownVerification: z.boolean(),
      byWayBack: z.object({ 'recovery-codes': z.int(), 'another-admin': z.int(), 'certified-form': z.int() }),
      /** Those with verification on that only the certified form would help, at most fifty. */
      stuck: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), recoveryCodesLeft: z.int() })),
    }),
  }),
  'GET /api/company/board.csv': endpoint({
    summary: 'The same, one line a contact, as a file for a spreadsheet (RFC 4180, UTF-8 with byte order mark; formulas are disarmed).',
    access: 'admin',
    media: 'text/csv',
    reply: z.string(),
  }),
  'POST /api/company/rule': endpoint({
    summary: 'Everyone needs verification from a date on, or no longer. Needs own verification and a fresh code.',
    access: 'admin',
    body: z.strictObject({ from: instant.nullable(), code }),
    reply: z.null(),
  }),
  'GET /api/company/activity': endpoint({
    summary: 'What happened to the people of this company, newest first, 25 at a time.',
    access: 'admin',
    query: z.strictObject({
      contactId: z.string().max(64).optional(),
      topic: eventTopic.optional(),
      from: z.coerce.number().int().min(0).optional(),
      to: z.coerce.number().int().min(0).optional(),
      after: z.string().max(100).optional(),
    }),
    reply: z.object({
      events: z.array(
        z.object({
          id: z.string(),
          at: instant,
          kind: eventKind,
          contact: z.object({ id: z.string(), name: z.string() }),
          by: z.string().nullable(),
          details: z.record(z.string(), z.union([z.string(), z.number()])),
          ...client,
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
}
