import type { Deps } from '../deps.ts'
import { Problem } from '../domain/problem.ts'
import { channelOf, findStillSignedIn, maySee } from '../domain/watching.ts'
import type { LiveEvent } from '../live.ts'
import { sessionCookie } from './cookies.ts'
import { openEventStream } from './event-stream.ts'
import type { Handlers } from './mount.ts'

/**
 * Server-sent events for a page that watches. Whether the person may still see them is asked at each event and now and then;
 * watching does not count as being there, so a page left open keeps no session alive.
 */
export function liveRoutes(deps: Deps) {
  const { beatMs, checkMs, perSession, unsent } = deps.config.rules.live
  const enter = countedBySession(perSession, checkMs)
  return {
    'GET /api/live': async ({ who, cookie, c }) => {
      // Nobody would read, or ever leave, the stream behind an answer without a body.
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
      const token = cookie(sessionCookie) ?? ''
      const channel = channelOf(who)
      const leave = enter(who.session.id)
      const stream = openEventStream(c, unsent, () => {
        clearInterval(beat)
        clearInterval(watch)
        stop()
        leave()
      })
      /** Whoever is signed out, or is of the desk now or no longer, is let go; a page that may watch connects anew. */
      const check = async () => {
        const still = await findStillSignedIn(deps, token)
        if (still && channelOf(still) === channel) return still
        stream.end()
        return undefined
      }
      // What comes while it is asked shares the answer: a burst of events asks once.
      let waiting: LiveEvent[] = []
      const passOn = async () => {
        const still = await check()
        const events = waiting
        waiting = []
        for (const event of events) if (still && maySee(still, event)) stream.send(event.kind, dataOf(event))
      }
      const orEnd = (work: Promise<unknown>) => void work.catch(() => stream.end())
      const beat = setInterval(() => stream.comment('beat'), beatMs)
      const watch = setInterval(() => orEnd(check()), checkMs)
      const stop = deps.live.subscribe(channel, {
        onEvent: (event) => {
          if (waiting.push(event) === 1) orEnd(passOn())
        },
        onClose: () => stream.end(),
      })
      stream.comment('watching')
      return stream.answer()
    },
  } satisfies Partial<Handlers>
}

const dataOf = ({ kind: _, ...data }: LiveEvent) => data

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
