import type { Deps } from '../deps.ts'
import { changeLanguage, describeMe } from '../domain/account.ts'
import { askEmailChange, confirmEmailChange, giveUpEmailChange } from '../domain/email-change.ts'
import { changePhone } from '../domain/phone.ts'
import { endOtherSessions, endSession, listSessions } from '../domain/sessions.ts'
import { deviceCookieName, forgetAllDevices, forgetDevice, listTrustedDevices } from '../domain/trusted-device.ts'
import { sessionCookie, setCookie } from './cookies.ts'
import type { Handlers } from './mount.ts'

export const accountRoutes = (deps: Deps) =>
  ({
    'GET /api/me': async ({ who }) => describeMe(deps, who),
    'PATCH /api/me': async ({ who, body, visit }) => {
      await changeLanguage(deps, { who, language: body.language, visit })
      return null
    },
    'POST /api/me/phone': ({ who, body: { phone, ...proof }, visit }) => changePhone(deps, { who, phone, proof, visit }),
    'POST /api/me/email': ({ who, body: { email, ...proof }, visit }) => askEmailChange(deps, { who, email, proof, visit }),
    'POST /api/me/email/confirm': async ({ who, body, visit, c }) => {
      const { sessionToken, ...reply } = await confirmEmailChange(deps, { who, mailedCode: body.mailedCode, visit })
      setCookie(c, sessionCookie, sessionToken)
      return reply
    },
    'DELETE /api/me/email': async ({ who }) => {
      await giveUpEmailChange(deps, { who })
      return null
    },
    'GET /api/sessions': async ({ who }) => ({ sessions: await listSessions(deps, who) }),
    'DELETE /api/sessions/:sessionId': async ({ who, params, visit }) => {
      await endSession(deps, { who, sessionId: params.sessionId, visit })
      return null
    },
    'POST /api/sessions/end-others': ({ who, body, visit }) => endOtherSessions(deps, { who, proof: body, visit }),
    'GET /api/trusted-devices': async ({ who, cookie }) => ({
      devices: await listTrustedDevices(deps, { who, token: cookie(deviceCookieName(deps, who.contact.id)) }),
    }),
    'DELETE /api/trusted-devices/:deviceId': async ({ who, params, visit }) => {
      await forgetDevice(deps, { who, deviceId: params.deviceId, visit })
      return null
    },
    'DELETE /api/trusted-devices': async ({ who, visit }) => {
      await forgetAllDevices(deps, { who, visit })
      return null
    },
  }) satisfies Partial<Handlers>
