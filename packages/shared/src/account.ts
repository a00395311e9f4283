import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { assurance, client, instant, language, mailedCode, newEmail, proof } from './fields.ts'

export const role = z.enum(['admin', 'member', 'support'])
export type Role = z.infer<typeof role>

export const account = {
  'GET /api/me': endpoint({
    summary: 'Who is signed in here.',
    access: 'enrolling',
    reply: z.object({
      contact: z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        phone: z.string(),
        language,
        role,
        /** The contact that stands for the company itself. */
        main: z.boolean(),
      }),
      company: z.object({
        id: z.string(),
        name: z.string(),
        /** The operator's own company: its people are the desk, and those who look after the desk. */
        operator: z.boolean(),
      }),
      /** Of the operator's desk. */
      staff: z.boolean(),
      /** After a lost device was helped with: until then the company's people cannot be changed from here; null when there is no such time. */
      careUntil: instant.nullable(),
      verification: z.enum(['on', 'off']),
      /** Verification has to be switched on before anything else. */
      mustEnrol: z.boolean(),
      assurance,
      signedInAt: instant,
      /** The sign-in before this one; null when this is the first. */
      previousSignInAt: instant.nullable(),
    }),
  }),
  'PATCH /api/me': endpoint({
    summary: 'Change the language of screens and mails.',
    access: 'enrolling',
    body: z.strictObject({ language }),
    reply: z.null(),
  }),
  'POST /api/me/phone': endpoint({
    summary:
      'Change the phone number, or remove it with an empty one. Needs a fresh code, or the password where verification is off. Other sessions end.',
    access: 'signed-in',
    body: z.strictObject({ phone: z.string().max(40), ...proof }),
    reply: z.object({ phone: z.string(), endedSessions: z.int() }),
  }),
  'POST /api/me/email': endpoint({
    summary:
      'Ask to change the e-mail address: a code is mailed to the new one, a notice to the old one. Needs a fresh code, or the password.',
    access: 'signed-in',
    body: z.strictObject({ email: newEmail, ...proof }),
    reply: z.object({ email: z.string(), expiresAt: instant }),
  }),
  'POST /api/me/email/confirm': endpoint({
    summary: 'Change the e-mail address with the code that was mailed to the new one. Other sessions and remembered devices end.',
    access: 'signed-in',
    body: z.strictObject({ mailedCode }),
    reply: z.object({ email: z.string(), endedSessions: z.int() }),
  }),
  'DELETE /api/me/email': endpoint({
    summary: 'Give up a change of the e-mail address that is not confirmed.',
    access: 'signed-in',
    reply: z.null(),
  }),
  'GET /api/notices': endpoint({
    summary: 'What the person should look at after signing in.',
    access: 'signed-in',
    reply: z.object({
      /** Sign-ins with the right password that nobody confirmed with a code, newest first, at most five; until the person has answered. */
      halfSignIns: z.array(z.object({ at: instant, ...client })),
      /** How many there are in all. */
      halfSignInCount: z.int(),
      /** Two weeks after switching verification on, once: type a code to be sure that it still works. */
      checkUp: z.boolean(),
      /** Unused recovery codes; null while verification is off. */
      recoveryCodesLeft: z.int().nullable(),
      /** The new address that awaits its mailed code. */
      emailChange: z.object({ email: z.string(), expiresAt: instant }).nullable(),
      /** Requests that the desk has written down in this person's words and that await their signature. */
      toSign: z.array(z.object({ id: z.string(), subject: z.string(), expiresAt: instant })),
      /** Somebody said that this person's device is lost, and the case is open: stop it if it was not you. */
      recoveryCase: z.object({ number: z.string(), openedAt: instant }).nullable(),
      /** Open cases of others of the company; only admins have any. */
      companyCases: z.int(),
    }),
  }),
  'POST /api/notices/half-sign-ins': endpoint({
    summary: 'Answer the banner with "it was me": it goes away, and remembered devices are trusted again.',
    access: 'signed-in',
    body: z.strictObject({ wasMe: z.literal(true) }),
    reply: z.null(),
  }),
}
