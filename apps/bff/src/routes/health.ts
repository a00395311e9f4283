import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { isReady } from '../domain/readiness.ts'
import type { Env } from './mount.ts'

/** For whoever watches the process: alive, and able to serve (database and key). */
export function mountHealth(app: Hono<Env>, deps: Deps) {
  app.get('/healthz', (c) => {
    c.header('cache-control', 'no-store')
    return c.json({ status: 'alive' })
  })
  app.get('/readyz', async (c) => {
    c.header('cache-control', 'no-store')
    return (await isReady(deps)) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503)
  })
}
