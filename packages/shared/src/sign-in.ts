import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { code, email, instant, linkToken, recoveryCode, typedPassword } from './fields.ts'

export const signIn = {
  'POST /api/sign-in/password': endpoint({
    summary:
      'Sign in with e-mail and password. Verification off, or a remembered device: a session. Otherwise a challenge that a code answers.',
    access: 'open',
    body: z.strictObject({ email, password: typedPassword }),
    reply: z.object({ next: z.enum(['home', 'code', 'enrol']) }),
  }),
  'GET /api/sign-in/challenge': endpoint({
    summary: 'The challenge that awaits a code in this browser.',
    access: 'challenge',
    reply: z.object({ email: z.string(), expiresAt: instant, mayRemember: z.boolean() }),
  }),
  'POST /api/sign-in/code': endpoint({
    summary: 'Answer the challenge with a code of the authenticator app; optionally remember this device for 30 days.',
    access: 'challenge',
    body: z.strictObject({ code, rememberDevice: z.boolean().default(false) }),
    reply: z.object({ next: z.enum(['home']) }),
  }),
  'POST /api/sign-in/recovery-code': endpoint({
    summary: 'Answer the challenge with one of the recovery codes; each works once.',
    access: 'challenge',
    body: z.strictObject({ recoveryCode }),
    reply: z.object({ next: z.enum(['home']), recoveryCodesLeft: z.int() }),
  }),
  'POST /api/browsers/approve': endpoint({
    summary: 'Open the link of a browser approval: this browser may try the password again. It signs nobody in.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.null(),
  }),
  'POST /api/not-me': endpoint({
    summary:
      'Answer a warning mail with "this was not me": the password stops working, sessions end, devices are forgotten, a reset is mailed.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.null(),
  }),
  'POST /api/sign-out': endpoint({
    summary: 'End this session. Safe to repeat.',
    access: 'open',
    reply: z.null(),
  }),
}
