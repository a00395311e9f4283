import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, proof } from './fields.ts'

/** A short name for a program, such as `facturacio-erp`; the login is made from it. */
const programName = z.string().regex(/^[a-z0-9][a-z0-9-]{1,30}[a-z0-9]$/)

/** IPv4 or IPv6 addresses or networks in CIDR notation, from which alone the program may call; empty for any. */
const addresses = z.array(z.string().max(50)).max(20)

export const apiContacts = {
  'GET /api/api-contacts': endpoint({
    summary: 'The programs of this company, and whether a new one can be made here and now.',
    access: 'admin',
    reply: z.object({
      apiContacts: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          login: z.string(),
          createdAt: instant,
          createdBy: z.string(),
          active: z.boolean(),
          addresses: z.array(z.string()),
          /** When the newest password stops working; null while it has none. */
          expiresAt: instant.nullable(),
          /** Until when the password of before still works after a change; null when it does not. */
          oldPasswordUntil: instant.nullable(),
          lastUse: z.object({ at: instant, operation: z.string(), place: z.string() }).nullable(),
        }),
      ),
      /** Both must hold before one can be made: the own verification, and that of the main account. */
      checklist: z.object({ ownVerification: z.boolean(), mainAccountVerification: z.boolean() }),
      /** The address of the WSDL. */
      wsdl: z.string(),
    }),
  }),
  'POST /api/api-contacts': endpoint({
    summary: 'Make an API contact; its password is shown this once. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject({ name: programName, addresses: addresses.default([]), ...proof }),
    reply: z.object({ id: z.string(), login: z.string(), password: z.string(), expiresAt: instant }),
  }),
  'POST /api/api-contacts/:contactId/password': endpoint({
    summary: 'A new password for an API contact, shown this once; the old one works for 24 hours more. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject(proof),
    reply: z.object({ password: z.string(), expiresAt: instant, oldPasswordUntil: instant }),
  }),
  'POST /api/api-contacts/:contactId/addresses': endpoint({
    summary: 'From which addresses the program may call; empty for any. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject({ addresses, ...proof }),
    reply: z.null(),
  }),
  'POST /api/api-contacts/:contactId/remove': endpoint({
    summary: 'Remove an API contact; its passwords stop working at once. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject(proof),
    reply: z.null(),
  }),
}
