import type { Deps } from '../deps.ts'
import { askCaseCode, enterCase, leaveCase } from '../domain/case-entry.ts'
import { openCase } from '../domain/case-opening.ts'
import { checkStopLink, stopByLink, stopCompanyCase, stopOwnCase } from '../domain/case-stop.ts'
import { listCompanyCases, vouch } from '../domain/case-vouch.ts'
import { describeCase, submitCase, withdrawCase } from '../domain/recovery-case.ts'
import { caseCookie, clearCookie, setCookie } from './cookies.ts'
import type { Handlers } from './mount.ts'

export const recoveryRoutes = (deps: Deps) =>
  ({
    'POST /api/recovery-cases': ({ challenge, body, visit }) => openCase(deps, { token: challenge, ...body, visit }),
    'POST /api/recovery/code': async ({ body, visit }) => {
      await askCaseCode(deps, { ...body, visit })
      return null
    },
    'POST /api/recovery/enter': async ({ body, visit, c }) => {
      const { token } = await enterCase(deps, { ...body, visit })
      setCookie(c, caseCookie, token, deps.config.rules.recovery.sessionMs / 1000)
      return null
    },
    'POST /api/recovery/leave': async ({ cookie, c }) => {
      const token = cookie(caseCookie)
      if (token) await leaveCase(deps, { token })
      clearCookie(c, caseCookie)
      return null
    },
    'GET /api/recovery/case': ({ caseId }) => describeCase(deps, { caseId }),
    'POST /api/recovery/case/submit': async ({ caseId, visit }) => {
      await submitCase(deps, { caseId, visit })
      return null
    },
    'POST /api/recovery/case/withdraw': async ({ caseId, visit }) => {
      await withdrawCase(deps, { caseId, visit })
      return null
    },
    'POST /api/recovery/stop/check': ({ body, visit }) => checkStopLink(deps, { ...body, visit }),
    'POST /api/recovery/stop': async ({ body, visit }) => {
      await stopByLink(deps, { ...body, visit })
      return null
    },
    'POST /api/recovery/own/stop': async ({ who, body, visit }) => {
      await stopOwnCase(deps, { who, proof: body, visit })
      return null
    },
    'GET /api/company/recovery-cases': async ({ who }) => ({ cases: await listCompanyCases(deps, who) }),
    'POST /api/company/recovery-cases/:caseId/vouch': async ({ who, params, body, visit }) => {
      await vouch(deps, { who, ...params, ...body, visit })
      return null
    },
    'POST /api/company/recovery-cases/:caseId/stop': async ({ who, params, body, visit }) => {
      await stopCompanyCase(deps, { who, ...params, proof: body, visit })
      return null
    },
  }) satisfies Partial<Handlers>
