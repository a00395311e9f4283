import type { Deps } from '../deps.ts'
import { answerHalfSignIns } from '../domain/half-sign-in.ts'
import { listActivity } from '../domain/history.ts'
import { listNotices } from '../domain/notices.ts'
import type { Handlers } from './mount.ts'

export const activityRoutes = (deps: Deps) =>
  ({
    'GET /api/activity': ({ who, query }) => listActivity(deps, { who, ...query }),
    'GET /api/notices': ({ who }) => listNotices(deps, who),
    'POST /api/notices/half-sign-ins': async ({ who, visit }) => {
      await answerHalfSignIns(deps, { who, visit })
      return null
    },
  }) satisfies Partial<Handlers>
