import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { client, instant } from './fields.ts'

export const trustedDevices = {
  'GET /api/trusted-devices': endpoint({
    summary: 'The remembered devices: browsers where the code is not asked for.',
    access: 'signed-in',
    reply: z.object({
      devices: z.array(
        z.object({ id: z.string(), ...client, firstSeenAt: instant, lastSeenAt: instant, expiresAt: instant, current: z.boolean() }),
      ),
    }),
  }),
  'DELETE /api/trusted-devices/:deviceId': endpoint({
    summary: 'Forget one remembered device.',
    access: 'signed-in',
    reply: z.null(),
  }),
  'DELETE /api/trusted-devices': endpoint({
    summary: 'Forget all remembered devices.',
    access: 'signed-in',
    reply: z.null(),
  }),
}
