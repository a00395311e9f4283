import type { Deps } from '../deps.ts'
import { acceptInvitation, checkInvitation, invite, listInvitations, resendInvitation, withdrawInvitation } from '../domain/invitation.ts'
import type { Handlers } from './mount.ts'

export const invitationRoutes = (deps: Deps) =>
  ({
    'GET /api/invitations': async ({ who }) => ({ invitations: await listInvitations(deps, { who }) }),
    'POST /api/invitations': ({ who, body, visit }) => {
      const { code, password, ...facts } = body
      return invite(deps, { who, ...facts, proof: { code, password }, visit })
    },
    'POST /api/invitations/:invitationId/resend': ({ who, params, visit }) => resendInvitation(deps, { who, ...params, visit }),
    'DELETE /api/invitations/:invitationId': async ({ who, params, visit }) => {
      await withdrawInvitation(deps, { who, ...params, visit })
      return null
    },
    'POST /api/invitation/check': ({ body, visit }) => checkInvitation(deps, { ...body, visit }),
    'POST /api/invitation/accept': async ({ body, visit }) => {
      await acceptInvitation(deps, { ...body, visit })
      return null
    },
  }) satisfies Partial<Handlers>
