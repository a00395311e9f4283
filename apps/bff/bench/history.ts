import { readConfig } from '../src/config.ts'
import { chainEvents } from '../src/domain/audit.ts'
import { newId } from '../src/domain/tokens.ts'
import { openHouse } from '../src/house.ts'
import type { Write } from '../src/store/store.ts'
import { furnishCompany } from './contacts.ts'
import { load, wire } from './load.ts'
import { serve } from './stage.ts'

const silent = () => undefined
const client = { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }
const frequent = ['sign-in', 'code-awaited', 'sign-out', 'code-refused', 'soap-sign-in', 'phone-changed', 'device-remembered', 'key-shown']

/** So many events of a thousand people, and one of a rare kind, the oldest of all. Gives what one event costs in a commit of its own, in ms. */
async function fill(dataDir: string, count: number) {
  const deps = await openHouse(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' }), {
    debug: silent,
    info: silent,
    warn: silent,
    error: console.error,
  })
  const start = deps.clock.now() - count * 20
  const event = (n: number): Write => {
    const contactId = `con_${(n * 7919) % 1000}`
    const kind = n === 0 ? 'case-opened' : (frequent[n % frequent.length] as string)
    const who = { contactId, companyId: 'com_1', actorId: contactId, actorName: 'Somebody' }
    return deps.store.writeEvent({ id: newId(deps, 'eve'), at: start + n * 20, ...who, kind, details: {}, client, requestId: 'bench' })
  }
  for (let n = 0; n < count; n += 5000) await deps.store.commit(Array.from({ length: Math.min(5000, count - n) }, (_, i) => event(n + i)))
  const times: number[] = []
  for (let n = 0; n < 1000; n++) {
    const began = performance.now()
    await deps.store.commit(event(count + n))
    times.push(performance.now() - began)
  }
  // Else the server would be busy with it while it is measured.
  await chainEvents(deps)
  await deps.store.close()
  return times.toSorted((a, b) => a - b)[500] as number
}

/** The activity of one company with so many events, as a whole and by topic: one request after the other on one connection. */
export async function measureHistory(port: number, count = 1_000_000) {
  const house = await furnishCompany(1000)
  const writeMs = await fill(house.dataDir, count)
  const server = await serve(house.dataDir, port)
  const rows: Record<string, unknown>[] = []
  for (const topic of ['', 'signing-in', 'programs', 'recovery', 'requests']) {
    const get = wire('GET', `/api/company/activity${topic && `?topic=${topic}`}`, port, undefined, house.cookie)
    const o = await load(port, { connections: 1, ms: 2000, expected: 200, next: () => get })
    rows.push({
      topic: topic || 'all',
      'per second': Math.round(o.perSecond),
      'p50 ms': Number(o.p50.toFixed(2)),
      'p99 ms': Number(o.p99.toFixed(2)),
      'not as expected': o.other,
    })
  }
  await server.stop()
  house.remove()
  console.log(`\nactivity of one company with ${count} events; an event in a commit of its own: ${writeMs.toFixed(2)} ms (median)`)
  console.table(rows)
}
