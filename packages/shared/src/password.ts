import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { code, email, linkToken, newPassword, typedPassword } from './fields.ts'
import { fieldProblem } from './problem.ts'

export const password = {
  'POST /api/password/forgot': endpoint({
    summary: 'Mail a link to set a new password, if there is such a person. The answer is the same either way.',
    access: 'open',
    body: z.strictObject({ email }),
    reply: z.null(),
  }),
  'POST /api/password/reset/check': endpoint({
    summary: 'Whether the link of a mail still works, and for whom it is.',
    access: 'open',
    body: z.strictObject({ token: linkToken }),
    reply: z.object({ email: z.string() }),
  }),
  'POST /api/password/reset': endpoint({
    summary: 'Set a new password by the link of a mail. Signs nobody in and leaves login verification as it is; all sessions end.',
    access: 'open',
    body: z.strictObject({ token: linkToken, newPassword }),
    reply: z.null(),
  }),
  'POST /api/password/change': endpoint({
    summary:
      'Change the password: the current one, and a fresh code where verification is on. All other sessions end, devices are forgotten.',
    access: 'signed-in',
    body: z.strictObject({ password: typedPassword, code: code.optional(), newPassword }),
    reply: z.object({ endedSessions: z.int() }),
  }),
  'POST /api/password/strength': endpoint({
    summary: 'How strong a password would be, from 0 to 4, and why it would be refused. By a session or by the link of a mail.',
    access: 'open',
    body: z.strictObject({ newPassword: typedPassword, token: linkToken.optional() }),
    reply: z.object({ score: z.int().min(0).max(4), refusal: fieldProblem.nullable() }),
  }),
}
