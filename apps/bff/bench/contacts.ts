import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { plainForm } from '../src/domain/findable.ts'
import { openSession } from '../src/domain/sessions.ts'
import { openHouse } from '../src/house.ts'
import type { Contact, Write } from '../src/store/store.ts'
import { load, type Outcome, wire } from './load.ts'
import { serve } from './stage.ts'

const silent = () => undefined
const visit = { client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }, address: '203.0.113.7', requestId: 'bench' }
const given = ['Núria', 'Jordi', 'Montserrat', 'Pavel', 'Aina', 'Šárka', 'Íñigo', 'Pere', 'Lucía', 'Tomáš']
const family = ['Soler', 'Puig', 'Ferrer', 'Novák', 'García', 'Žižka', 'Camps', 'Peña', 'Roca', 'Dvořáková']

/** A company of so many people on disk, and the cookie of one of its admins. */
export async function furnishCompany(people: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'porta-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const deps = await openHouse(config, { debug: silent, info: silent, warn: silent, error: console.error })
  const now = deps.clock.now()
  await deps.store.commit(
    deps.store.addCompany({ id: 'com_1', name: 'Soler, SL', operator: false, ruleFrom: null, ruleReminded: null, createdAt: 0 }),
  )
  const contactOf = (n: number): Contact => {
    const name = `${given[n % 10]} ${family[Math.floor(n / 10) % 10]} ${n}`
    return {
      id: `con_${n}`,
      companyId: 'com_1',
      kind: 'person',
      login: `person${n}@bench.example`,
      name,
      sortName: plainForm(name),
      phone: `+34972${String(n).padStart(6, '0')}`,
      language: 'ca',
      role: n === 0 ? 'admin' : 'member',
      main: n === 0,
      active: true,
      passwordSealed: null,
      factorId: null,
      trustPausedAt: null,
      mustEnrolSince: null,
      leftAt: null,
      careUntil: null,
      createdAt: now,
      lastSignInAt: now - ((n * 7919) % 1_000_000),
    }
  }
  let writes: Write[] = []
  for (let n = 0; n < people; n++) {
    writes.push(deps.store.addContact(contactOf(n)))
    if (writes.length === 5000 || n === people - 1) {
      await deps.store.commit(writes)
      writes = []
    }
  }
  const session = openSession(deps, { contact: contactOf(0), company: undefined }, 'code', visit, now)
  await deps.store.commit(session.writes)
  await deps.store.close()
  return { dataDir, cookie: `__Host-sid=${session.token}`, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** The contacts page of companies of these sizes: one request after the other on one connection. */
export async function measureContacts(port: number, sizes: readonly number[] = [10, 1000, 100_000]) {
  const rows: Record<string, unknown>[] = []
  for (const people of sizes) {
    const house = await furnishCompany(people)
    const server = await serve(house.dataDir, port)
    const lastPage = Math.max(1, Math.ceil(people / 50))
    for (const [what, query] of [
      ['first page', ''],
      ['last page', `?page=${lastPage}`],
      ['by last sign-in', '?sort=last-sign-in&order=down'],
      ['search, few found', '?search=zizka%20999'],
      ['search, nothing found', '?search=nobody%20here'],
      ['search by phone', '?search=972000009'],
    ] as const) {
      const get = wire('GET', `/api/contacts${query}`, port, undefined, house.cookie)
      const o: Outcome = await load(port, { connections: 1, ms: 2000, expected: 200, next: () => get })
      rows.push({
        people,
        what,
        'per second': Math.round(o.perSecond),
        'p50 ms': Number(o.p50.toFixed(2)),
        'p99 ms': Number(o.p99.toFixed(2)),
        'not as expected': o.other,
      })
    }
    const board = wire('GET', '/api/company/board', port, undefined, house.cookie)
    const o = await load(port, { connections: 1, ms: 2000, expected: 200, next: () => board })
    rows.push({
      people,
      what: 'board',
      'per second': Math.round(o.perSecond),
      'p50 ms': Number(o.p50.toFixed(2)),
      'p99 ms': Number(o.p99.toFixed(2)),
    })
    await server.stop()
    house.remove()
  }
  console.log('\ncontacts of one company')
  console.table(rows)
}
