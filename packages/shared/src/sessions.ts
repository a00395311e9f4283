import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { assurance, client, instant, proof } from './fields.ts'

export const sessions = {
  'GET /api/sessions': endpoint({
    summary: 'The sessions of this person, newest first.',
    access: 'signed-in',
    reply: z.object({
      sessions: z.array(z.object({ id: z.string(), ...client, signedInAt: instant, lastSeenAt: instant, assurance, current: z.boolean() })),
    }),
  }),
  'DELETE /api/sessions/:sessionId': endpoint({
    summary: 'End one session.',
    access: 'signed-in',
    reply: z.null(),
  }),
  'POST /api/sessions/end-others': endpoint({
    summary: 'End all sessions but this one. Needs a fresh code, or the password where verification is off.',
    access: 'signed-in',
    body: z.strictObject(proof),
    reply: z.object({ ended: z.int() }),
  }),
}
