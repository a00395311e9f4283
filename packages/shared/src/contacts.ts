import { z } from 'zod'
import { role } from './account.ts'
import { endpoint } from './endpoint.ts'
import { code, instant, language, linkToken, newEmail, newPassword, proof } from './fields.ts'
import { key } from './two-factor.ts'

/** What an admin sees of a contact's login verification: on, off, to be switched on at the next sign-in, or on with a key that an admin has seen. */
export const verificationState = z.enum(['on', 'off', 'required', 'seen'])

/** A person's name: what is printed in lists, mails and letters; no control characters, no line breaks. */
export const personName = z
  .string()
  .max(120)
  .refine((text) => text.trim() !== '', { params: { problem: 'required' } })
  .refine((text) => !/\p{C}/u.test(text), { params: { problem: 'wrong-type' } })

const contact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  language,
  role,
  main: z.boolean(),
  active: z.boolean(),
  lastSignInAt: instant.nullable(),
  verification: verificationState,
})

/** Why a person does an act to another's account; mailed to the one concerned and kept. */
const reason = z
  .string()
  .max(500)
  .refine((text) => text.trim() !== '', { params: { problem: 'required' } })

export const contacts = {
  'GET /api/contacts': endpoint({
    summary:
      'The people of this company: searched, sorted, fifty a page. Members see names and addresses only of themselves: this is for admins.',
    access: 'admin',
    query: z.strictObject({
      search: z.string().max(100).optional(),
      sort: z.enum(['name', 'email', 'last-sign-in']).default('name'),
      order: z.enum(['up', 'down']).default('up'),
      verification: z.enum(['on', 'off']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
    }),
    reply: z.object({
      contacts: z.array(contact),
      /** How many match, and how many people there are in all and with verification on. */
      found: z.int(),
      people: z.int(),
      withVerification: z.int(),
      pages: z.int(),
    }),
  }),
  'GET /api/contacts/:contactId': endpoint({
    summary: 'One contact, with what an admin needs to decide.',
    access: 'admin',
    reply: contact.extend({
      createdAt: instant,
      verificationSince: instant.nullable(),
      /** Who has seen the key while setting it up, when it was not only the contact. */
      seenBy: z.string().nullable(),
      recoveryCodesLeft: z.int().nullable(),
      sessions: z.int(),
      trustedDevices: z.int(),
      /** The last call that this contact made to the SOAP interface in the last 30 days. */
      soapUse: z.object({ at: instant, operation: z.string(), place: z.string() }).nullable(),
    }),
  }),
  'PATCH /api/contacts/:contactId': endpoint({
    summary: 'Change name, phone or language of a contact. The phone gives orders in the name of the company: it needs a fresh code.',
    access: 'admin',
    body: z.strictObject({ name: personName.optional(), phone: z.string().max(40).optional(), language: language.optional(), ...proof }),
    reply: contact,
  }),
  'POST /api/contacts/:contactId/role': endpoint({
    summary: 'Make a contact an admin, or a member again. Needs a fresh code; the last admin and the main account stay.',
    access: 'admin',
    body: z.strictObject({ role: z.enum(['admin', 'member']), ...proof }),
    reply: z.null(),
  }),
  'POST /api/contacts/:contactId/active': endpoint({
    summary: 'Deactivate a contact, who then cannot sign in, or activate again. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject({ active: z.boolean(), ...proof }),
    reply: z.null(),
  }),
  'POST /api/contacts/:contactId/end-sessions': endpoint({
    summary: 'End all sessions of a contact and forget the devices. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject(proof),
    reply: z.object({ ended: z.int() }),
  }),
  'POST /api/contacts/:contactId/leave': endpoint({
    summary: 'A contact leaves for good: sessions, trust, key, requests and phone authority end, and a report remains. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject(proof),
    reply: z.object({ reportId: z.string() }),
  }),
  'GET /api/leavers': endpoint({
    summary: 'The contacts that have left, newest first, each with the report of what ended.',
    access: 'admin',
    reply: z.object({
      leavers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          at: instant,
          by: z.string(),
          endedSessions: z.int(),
          forgottenDevices: z.int(),
          hadVerification: z.boolean(),
          withdrawnRequests: z.int(),
          hadPhone: z.boolean(),
          /** API contacts this person made, which go on working: to be looked at. */
          apiContacts: z.array(z.string()),
          /** People whose key this person has seen as an admin: to be renewed. */
          keysSeen: z.array(z.string()),
        }),
      ),
    }),
  }),
  'POST /api/company/main-account': endpoint({
    summary: 'Hand the role of the main account over to another active admin. Needs a fresh code.',
    access: 'admin',
    body: z.strictObject({ contactId: z.string().max(64), ...proof }),
    reply: z.null(),
  }),

  'POST /api/contacts/:contactId/verification/enrolment': endpoint({
    summary: "Switch a contact's verification on here and now: a key for the contact's phone. Needs the admin's own fresh code.",
    access: 'admin',
    body: z.strictObject({ code }),
    reply: z.object({ enrolmentId: z.string(), expiresAt: instant, ...key }),
  }),
  'POST /api/contacts/:contactId/verification/enrolment/confirm': endpoint({
    summary: "Confirm with a code of the contact's phone. The key counts as seen by the admin, and the contact is asked to renew it.",
    access: 'admin',
    body: z.strictObject({ enrolmentId: z.string().max(64), code }),
    reply: z.object({ endedSessions: z.int() }),
  }),
  'POST /api/contacts/:contactId/verification/require': endpoint({
    summary:
      'From the next sign-in on the contact must switch verification on before anything else; or no longer. Needs the own fresh code.',
    access: 'admin',
    body: z.strictObject({ required: z.boolean(), code }),
    reply: z.null(),
  }),
  'POST /api/contacts/:contactId/verification/off': endpoint({
    summary:
      "Switch a contact's verification off, with a reason; or reset it, so that it has to be set up anew at the next sign-in. Needs the own fresh code.",
    access: 'admin',
    body: z.strictObject({ reason, setUpAnew: z.boolean(), code }),
    reply: z.null(),
  }),

  'GET /api/invitations': endpoint({
    summary: 'The invitations that nobody has accepted yet.',
    access: 'admin',
    reply: z.object({
      invitations: z.array(
        z.object({ id: z.string(), name: z.string(), email: z.string(), role, by: z.string(), at: instant, expiresAt: instant }),
      ),
    }),
  }),
  'POST /api/invitations': endpoint({
    summary: 'Invite a person by mail; the link works for 24 hours and sets the password. Inviting an admin needs a fresh code.',
    access: 'admin',
    body: z.strictObject({
      name: personName,
      email: newEmail,
      phone: z.string().max(40).default(''),
      language,
      role: z.enum(['admin', 'member']),
      ...proof,
    }),
    reply: z.object({ id: z.string(), expiresAt: instant }),
  }),
  'POST /api/invitations/:invitationId/resend': endpoint({
    summary: 'Mail the invitation again with a new link; the old one stops working.',
    access: 'admin',
    reply: z.object({ expiresAt: instant }),
  }),
  'DELETE /api/invitations/:invitationId': endpoint({
    summary: 'Withdraw an invitation.',
    access: 'admin',
    reply: z.null(),
  }),
  'POST /api/invitation/check': endpoint({
    summary: 'Whether the link of an invitation still works, and what it is for.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.object({ name: z.string(), email: z.string(), company: z.string(), by: z.string() }),
  }),
  'POST /api/invitation/accept': endpoint({
    summary: 'Accept an invitation by setting a password. Signs nobody in.',
    access: 'open',
    body: z.strictObject({ token: linkToken, newPassword }),
    reply: z.null(),
  }),
}
