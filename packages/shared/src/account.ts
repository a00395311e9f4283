import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { assurance, instant, language } from './fields.ts'

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
      company: z.object({ id: z.string(), name: z.string() }),
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
}
