import type { Deps } from '../deps.ts'
import { changePassword } from '../domain/password-change.ts'
import { checkResetLink, forgotPassword, meterPassword, resetPassword } from '../domain/password-reset.ts'
import { sessionCookie, setCookie } from './cookies.ts'
import type { Handlers } from './mount.ts'

export const passwordRoutes = (deps: Deps) =>
  ({
    'POST /api/password/forgot': async ({ body, visit }) => {
      await forgotPassword(deps, { email: body.email, visit })
      return null
    },
    'POST /api/password/reset/check': ({ body, visit }) => checkResetLink(deps, { token: body.token, visit }),
    'POST /api/password/reset': async ({ body, visit }) => {
      await resetPassword(deps, { ...body, visit })
      return null
    },
    'POST /api/password/change': async ({ who, body, visit, c }) => {
      const { sessionToken, ...reply } = await changePassword(deps, { who, ...body, code: body.code, visit })
      setCookie(c, sessionCookie, sessionToken)
      return reply
    },
    'POST /api/password/strength': ({ body, cookie, visit }) =>
      meterPassword(deps, { newPassword: body.newPassword, token: body.token, sessionToken: cookie(sessionCookie), visit }),
  }) satisfies Partial<Handlers>
