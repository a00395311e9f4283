import type { Deps } from '../deps.ts'
import { signOut } from '../domain/sessions.ts'
import { answerWithCode, answerWithRecoveryCode, type DeviceCookie, findChallenge, signInWithPassword } from '../domain/sign-in.ts'
import { challengeCookie, clearCookie, sessionCookie, setCookie } from './cookies.ts'
import type { Ask, Handlers } from './mount.ts'

type AnyAsk = Pick<Ask<'POST /api/sign-out'>, 'c' | 'cookie'>

function enter(deps: Deps, { c, cookie }: AnyAsk, sessionToken: string, device: DeviceCookie | undefined) {
  setCookie(c, sessionCookie, sessionToken)
  if (cookie(challengeCookie) !== undefined) clearCookie(c, challengeCookie)
  if (device) setCookie(c, device.name, device.token, Math.floor((device.expiresAt - deps.clock.now()) / 1000))
}

export const signInRoutes = (deps: Deps) =>
  ({
    'POST /api/sign-in/password': async (ask) => {
      const answer = await signInWithPassword(deps, { ...ask.body, deviceToken: ask.cookie, visit: ask.visit })
      if (answer.next === 'code') setCookie(ask.c, challengeCookie, answer.challengeToken, deps.config.rules.challenge.lifeMs / 1000)
      else enter(deps, ask, answer.sessionToken, answer.device)
      return { next: answer.next }
    },
    'GET /api/sign-in/challenge': ({ challenge }) => findChallenge(deps, { token: challenge }),
    'POST /api/sign-in/code': async (ask) => {
      const { sessionToken, device } = await answerWithCode(deps, { ...ask.body, token: ask.challenge, visit: ask.visit })
      enter(deps, ask, sessionToken, device)
      return { next: 'home' }
    },
    'POST /api/sign-in/recovery-code': async (ask) => {
      const { sessionToken, recoveryCodesLeft } = await answerWithRecoveryCode(deps, {
        ...ask.body,
        token: ask.challenge,
        visit: ask.visit,
      })
      enter(deps, ask, sessionToken, undefined)
      return { next: 'home', recoveryCodesLeft }
    },
    'POST /api/sign-out': async ({ c, cookie, visit }) => {
      const token = cookie(sessionCookie)
      if (token) await signOut(deps, { token, visit })
      clearCookie(c, sessionCookie)
      // Not "cookies": that would also forget the remembered device.
      c.header('clear-site-data', '"cache", "storage"')
      return null
    },
  }) satisfies Partial<Handlers>
