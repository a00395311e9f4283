import type { Deps } from '../deps.ts'
import { draftForCaller, listCalls, lookUpCaller } from '../domain/calls.ts'
import type { Handlers } from './mount.ts'

export const deskCallRoutes = (deps: Deps) =>
  ({
    'POST /api/desk/calls': ({ who, body, visit }) => lookUpCaller(deps, { who, ...body, visit }),
    'GET /api/desk/calls': ({ who }) => listCalls(deps, { who }),
    'POST /api/desk/calls/:callId/drafts': ({ who, params, body, visit }) => draftForCaller(deps, { who, ...params, ...body, visit }),
  }) satisfies Partial<Handlers>
