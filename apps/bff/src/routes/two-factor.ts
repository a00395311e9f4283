import type { Deps } from '../deps.ts'
import { checkUp } from '../domain/check-up.ts'
import { recordCopy, showKey } from '../domain/key.ts'
import { confirmEnrolment, describeTwoFactor, renewRecoveryCodes, startEnrolment, turnOff } from '../domain/two-factor.ts'
import { sessionCookie, setCookie } from './cookies.ts'
import type { Handlers } from './mount.ts'

export const twoFactorRoutes = (deps: Deps) =>
  ({
    'GET /api/two-factor': ({ who }) => describeTwoFactor(deps, { who }),
    'POST /api/two-factor/enrolment': ({ who, body, visit }) => startEnrolment(deps, { who, password: body.password, visit }),
    'POST /api/two-factor/enrolment/confirm': async ({ who, body, visit, c }) => {
      const { sessionToken, ...reply } = await confirmEnrolment(deps, { who, ...body, visit })
      setCookie(c, sessionCookie, sessionToken)
      return reply
    },
    'POST /api/two-factor/check-up': async ({ who, body, visit }) => {
      await checkUp(deps, { who, code: body.code, visit })
      return null
    },
    'POST /api/two-factor/off': async ({ who, body, visit, c }) => {
      const { sessionToken } = await turnOff(deps, { who, code: body.code, recoveryCode: body.recoveryCode, visit })
      setCookie(c, sessionCookie, sessionToken)
      return null
    },
    'POST /api/two-factor/key': ({ who, body, visit }) => showKey(deps, { who, ...body, visit }),
    'POST /api/two-factor/copies': ({ who, body, visit }) => recordCopy(deps, { who, kind: body.kind, visit }),
    'POST /api/two-factor/recovery-codes': ({ who, body, visit }) => renewRecoveryCodes(deps, { who, code: body.code, visit }),
  }) satisfies Partial<Handlers>
