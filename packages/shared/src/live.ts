import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const live = {
  'GET /api/live': endpoint({
    summary:
      'Server-sent events for this person. `api-call` {contactId, operation, at} to admins when a program of the company calls; ' +
      '`request` {requestId, contactId, state, at} to the one who signs it, their admins and the desk when a request changes; ' +
      '`case` {caseId, state, at} to the desk when a recovery case changes. Whoever reads too slowly is let go and connects anew.',
    access: 'signed-in',
    media: 'text/event-stream',
    reply: z.string(),
  }),
}
