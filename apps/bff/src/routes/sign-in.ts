import type { Deps } from '../deps.ts'
import { approveBrowser } from '../domain/browser.ts'
import { answerWithCode, answerWithRecoveryCode, findChallenge } from '../domain/challenge.ts'
import type { Entry } from '../domain/entry.ts'
import { burnPassword } from '../domain/half-sign-in.ts'
import { signOut } from '../domain/sessions.ts'
import { signInWithPassword } from '../domain/sign-in.ts'
import { browserCookie, challengeCookie, clearCookie, sessionCookie, setCookie } from './cookies.ts'
import type { Ask, Handlers } from './mount.ts'

type AnyAsk = Pick<Ask<'POST /api/sign-out'>, 'c' | 'cookie'>

function enter(deps: Deps, { c, cookie }: AnyAsk, { sessionToken, browserToken, device }: Entry) {
  setCookie(c, sessionCookie, sessionToken)
  if (cookie(challengeCookie) !== undefined) clearCookie(c, challengeCookie)
  keepBrowser(deps, c, browserToken)
  if (device) setCookie(c, device.name, device.token, Math.floor((device.expiresAt - deps.clock.now()) / 1000))
}

function keepBrowser(deps: Deps, c: AnyAsk['c'], token: string | undefined) {
  if (token !== undefined) setCookie(c, browserCookie, token, deps.config.rules.browser.lifeMs / 1000)
}

export const signInRoutes = (deps: Deps) =>
  ({
    'POST /api/sign-in/password': async (ask) => {
      const answer = await signInWithPassword(deps, {
        ...ask.body,
        challengeToken: ask.cookie(challengeCookie),
        deviceToken: ask.cookie,
        visit: ask.visit,
      })
      if (answer.next === 'code') setCookie(ask.c, challengeCookie, answer.challengeToken, deps.config.rules.challenge.lifeMs / 1000)
      else enter(deps, ask, answer)
      return { next: answer.next }
    },
    'GET /api/sign-in/challenge': ({ challenge }) => findChallenge(deps, { token: challenge }),
    'POST /api/sign-in/code': async (ask) => {
      enter(deps, ask, await answerWithCode(deps, { ...ask.body, token: ask.challenge, visit: ask.visit }))
      return { next: 'home' }
    },
    'POST /api/sign-in/recovery-code': async (ask) => {
      const entry = await answerWithRecoveryCode(deps, { ...ask.body, token: ask.challenge, visit: ask.visit })
      enter(deps, ask, entry)
      return { next: 'home', recoveryCodesLeft: entry.recoveryCodesLeft }
    },
    'POST /api/browsers/approve': async ({ body, visit, c }) => {
      const { browserToken } = await approveBrowser(deps, { ...body, visit })
      keepBrowser(deps, c, browserToken)
      return null
    },
    'POST /api/not-me': async ({ body, visit }) => {
      await burnPassword(deps, { ...body, visit })
      return null
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
