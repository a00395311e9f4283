import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Deps } from '../src/deps.ts'
import { chainEvents, checkChain } from '../src/domain/audit.ts'
import { listCalls, lookUpCaller } from '../src/domain/calls.ts'
import { describeDeskRequest, listQueue, listStaff } from '../src/domain/desk-requests.ts'
import { describeRequest, listRequests } from '../src/domain/requests.ts'
import { findSignedIn } from '../src/domain/sessions.ts'
import { migrationsFolder } from '../src/house.ts'
import type { Engine } from '../src/store/engine.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { createStore } from '../src/store/store.ts'
import type { furnishDesk } from './desk-stage.ts'
import type { Account } from './stage.ts'

/** What is written into the query is known when it is planned; what is given at each run is not. */
const boundTo = (param: unknown) => (typeof param === 'string' || typeof param === 'number' ? param : null)

/** The engine of a house that keeps SQLite's plan of every query that is asked. */
function planning(dataDir: string) {
  const file = join(dataDir, 'porta.db')
  const engine = openSqlite(file, migrationsFolder)
  const raw = new Database(file, { readonly: true })
  const db = drizzle(raw, { casing: 'snake_case' })
  let plans: string[] = []
  const explain = (query: unknown) => {
    const { sql, params } = (query as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
    const steps = raw.prepare(`explain query plan ${sql}`).all(...params.map(boundTo)) as { detail: string }[]
    plans.push(steps.map(({ detail }) => detail).join(' | '))
  }
  const watched: Engine = {
    ...engine,
    find: (query, values) => {
      explain(query(db))
      return engine.find(query, values)
    },
  }
  return {
    store: createStore(watched),
    plansOf: async (act: () => Promise<unknown>) => {
      plans = []
      await act()
      return [...new Set(plans)]
    },
    close: () => raw.close(),
  }
}

/** A table or an index walked from end to end, or rows sorted after they were found. */
const laborious = /\bSCAN\b|TEMP B-TREE/

/** How SQLite finds what the screens of the desk and of its customers list: the plans that walk or sort, and how many others there are. */
export async function showPlans(house: Awaited<ReturnType<typeof furnishDesk>>) {
  const watched = planning(house.dataDir)
  const deps: Deps = { ...house.deps, store: watched.store }
  const signedIn = async ({ sessionCookie }: Account) => {
    const who = await findSignedIn(deps, sessionCookie.slice(sessionCookie.indexOf('=') + 1))
    if (!who) throw new Error('nobody is signed in')
    return who
  }
  const who = await signedIn(house.desk[0] as Account)
  const [member, admin] = [await signedIn(house.withCode[5] as Account), await signedIn(house.admin)]
  const client = { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }
  const visit = { client, address: '203.0.113.7', requestId: 'bench' }
  const acts: [string, () => Promise<unknown>][] = []
  for (const state of ['open', 'to-sign', 'sent', 'in-progress', 'closed'] as const)
    for (const assigned of ['anybody', 'nobody', 'me'] as const)
      for (const more of [{}, { assurance: 'code' }, { search: 'Company 77' }, { assurance: 'code', search: '77' }] as const)
        acts.push([
          ['queue', state, assigned, ...Object.keys(more)].join(' '),
          () => listQueue(deps, { who, state, assigned, page: 1, ...more }),
        ])
  acts.push(['request, for the desk', () => describeDeskRequest(deps, { who, requestId: house.someRequest })])
  acts.push(['request, for its company', () => describeRequest(deps, { who: admin, requestId: 'req_0' }).catch(() => undefined)])
  acts.push(['staff', () => listStaff(deps)])
  acts.push(['look-up', () => lookUpCaller(deps, { who, phone: house.nobodysPhone, reason: 'bench', visit })])
  acts.push(['look-ups', () => listCalls(deps, { who })])
  for (const [whose, person] of [
    ['own', member],
    ['of the company', admin],
  ] as const)
    for (const state of [undefined, 'open', 'closed'] as const)
      acts.push([`requests ${whose}, ${state ?? 'all'}`, () => listRequests(deps, { who: person, state, page: 1 })])
  for (const queue of ['waiting', 'mine', 'open', 'cooling', 'closed'] as const)
    acts.push([
      `cases ${queue}`,
      async () => {
        await deps.store.listCases(queue, who.contact.id, { limit: 50, offset: 0 })
        await deps.store.countCases(queue, who.contact.id)
      },
    ])
  acts.push(['chain', () => chainEvents(deps)], ['check of the chain', () => checkChain(deps)])

  const found = new Map<string, string[]>()
  for (const [what, act] of acts) for (const plan of await watched.plansOf(act)) found.set(plan, [...(found.get(plan) ?? []), what])
  const heavy = [...found].filter(([plan]) => laborious.test(plan))
  console.log(`\nplans of ${acts.length} lists and acts: ${found.size} different ones, ${heavy.length} of them walk over something or sort`)
  for (const [plan, asked] of heavy)
    console.log(`- ${asked.slice(0, 4).join(', ')}${asked.length > 4 ? `, … (${asked.length})` : ''}\n    ${plan}`)
  await deps.store.close()
  watched.close()
}
