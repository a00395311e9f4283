import type { Deps } from '../deps.ts'
import { assignRequest, changeState, describeDeskRequest, listQueue, listStaff, writeToCustomer } from '../domain/desk-requests.ts'
import { cancelDraft, redraft } from '../domain/request-drafts.ts'
import type { Handlers } from './mount.ts'

export const deskRequestRoutes = (deps: Deps) =>
  ({
    'GET /api/desk/requests': ({ who, query }) => listQueue(deps, { who, ...query }),
    'GET /api/desk/requests/:requestId': ({ who, params }) => describeDeskRequest(deps, { who, ...params }),
    'GET /api/desk/staff': async () => ({ staff: await listStaff(deps) }),
    'POST /api/desk/requests/:requestId/assignment': async ({ who, params, body, visit }) => {
      await assignRequest(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/desk/requests/:requestId/messages': async ({ who, params, body, visit }) => {
      await writeToCustomer(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/desk/requests/:requestId/state': async ({ who, params, body, visit }) => {
      await changeState(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/desk/requests/:requestId/draft': ({ who, params, body, visit }) => redraft(deps, { who, ...params, ...body, visit }),
    'POST /api/desk/requests/:requestId/cancel': async ({ who, params, visit }) => {
      await cancelDraft(deps, { who, ...params, visit })
      return null
    },
  }) satisfies Partial<Handlers>
