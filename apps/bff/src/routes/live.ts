import { streamSSE } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import { Problem } from '../domain/problem.ts'
import { findStillSignedIn } from '../domain/watching.ts'
import type { LiveEvent } from '../live.ts'
import { sessionCookie } from './cookies.ts'
import type { Handlers } from './mount.ts'

/**
 * Server-sent events for a page that watches. Whether the person may still see them is asked at each event and now and then;
 * watching does not count as being there, so a page left open keeps no session alive.
 */
export function liveRoutes(deps: Deps) {
  const { beatMs, checkMs, perSession } = deps.config.rules.live
  const enter = countedBySession(perSession, checkMs)
  return {
    'GET /api/live': async ({ who, cookie, c }) => {
      // Nobody would read, or ever leave, the stream behind an answer without a body.
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
      const token = cookie(sessionCookie) ?? ''
      const leave = enter(who.session.id)
      const answer = streamSSE(c, async (stream) => {
        const { promise: left, resolve: end } = Promise.withResolvers<void>()
        // A stream that breaks is as good as left.
        const orEnd = (work: Promise<unknown>) => void work.catch(() => end())
        const check = async () => {
          const still = await findStillSignedIn(deps, token)
          if (!still) end()
          return still
        }
        const send = async ({ kind, ...data }: LiveEvent) => {
          if ((await check())?.contact.role === 'admin') await stream.writeSSE({ event: kind, data: JSON.stringify(data) })
        }
        const stop = deps.live.subscribe(who.company.id, { onEvent: (event) => orEnd(send(event)), onClose: end })
        const beat = setInterval(() => orEnd(stream.write(': beat\n\n')), beatMs)
        const watch = setInterval(() => orEnd(check()), checkMs)
        stream.onAbort(end)
        orEnd(stream.write(': watching\n\n'))
        await left
        clearInterval(beat)
        clearInterval(watch)
        stop()
        leave()
      })
      answer.headers.set('cache-control', 'no-store')
      // A stream ends with its connection: a server that stops need not wait for the next request on it.
      answer.headers.set('connection', 'close')
      // A proxy that collects answers would hold the events back.
      answer.headers.set('x-accel-buffering', 'no')
      return answer
    },
  } satisfies Partial<Handlers>
}

/** At most so many streams of one session at a time: a page that opens them in a loop harms only itself. */
function countedBySession(most: number, waitMs: number) {
  const open = new Map<string, number>()
  return (sessionId: string) => {
    const count = open.get(sessionId) ?? 0
    if (count >= most) throw new Problem('too-many-tries', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
    open.set(sessionId, count + 1)
    return () => {
      const left = (open.get(sessionId) ?? 1) - 1
      if (left > 0) open.set(sessionId, left)
      else open.delete(sessionId)
    }
  }
}
