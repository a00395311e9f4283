import type { Deps } from '../deps.ts'
import { describeDeskCase, listDeskCases } from '../domain/case-queue.ts'
import { approveCase, askAgain, claimCase, refuseCase, releaseCase } from '../domain/desk-cases.ts'
import type { Handlers } from './mount.ts'

export const deskCaseRoutes = (deps: Deps) =>
  ({
    'GET /api/desk/recovery-cases': ({ who, query }) => listDeskCases(deps, { who, ...query }),
    'GET /api/desk/recovery-cases/:caseId': ({ who, params }) => describeDeskCase(deps, { who, ...params }),
    'POST /api/desk/recovery-cases/:caseId/claim': async ({ who, params, visit }) => {
      await claimCase(deps, { who, ...params, visit })
      return null
    },
    'POST /api/desk/recovery-cases/:caseId/release': async ({ who, params, visit }) => {
      await releaseCase(deps, { who, ...params, visit })
      return null
    },
    'POST /api/desk/recovery-cases/:caseId/ask-again': async ({ who, params, body, visit }) => {
      await askAgain(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/desk/recovery-cases/:caseId/approve': ({ who, params, body, visit }) =>
      approveCase(deps, { who, ...params, ...body, visit }),
    'POST /api/desk/recovery-cases/:caseId/refuse': async ({ who, params, body, visit }) => {
      await refuseCase(deps, { who, ...params, ...body, visit })
      return null
    },
  }) satisfies Partial<Handlers>
