import type { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Deps } from '../deps.ts'
import type { Env } from './mount.ts'

/** Names each request and writes one line when its answer is out: what, how it ended, how long. Never a body, a cookie or a query. */
export function logRequests({ clock, random, log }: Deps): MiddlewareHandler<Env> {
  // Unique without asking the system for randomness at each request: a random start of the process and a number.
  const start = random.bytes(6).toString('base64url')
  let count = 0
  return async (c, next) => {
    const requestId = `${start}-${(++count).toString(36)}`
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    const began = clock.now()
    const { method } = c.req
    const outgoing = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing
    outgoing?.once('finish', () => {
      log.info({ requestId, method, route: routePath(c), status: outgoing.statusCode, ms: clock.now() - began }, 'request')
    })
    await next()
  }
}
