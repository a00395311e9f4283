import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import type { Deps } from '../src/deps.ts'
import { note } from '../src/domain/activity.ts'
import { chainEvents } from '../src/domain/audit.ts'
import { load, type Outcome, wire } from './load.ts'
import { type Account, furnish, password, serve } from './stage.ts'

const visit = { client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }, address: '203.0.113.7', requestId: 'bench' }
const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** A house whose events wait for no chain: for comparison only. */
function withoutChain(dataDir: string) {
  const raw = new Database(join(dataDir, 'porta.db'))
  raw.exec('drop trigger events_wait_for_the_chain')
  raw.close()
}

/** Runs an act: its time and CPU time (all threads of this process) in ms, and how long the event loop had to wait at most. */
async function costOf(act: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const before = process.cpuUsage()
  const began = performance.now()
  await act()
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  delay.disable()
  return { ms, cpu: (user + system) / 1000, wait: delay.max / 1e6 }
}

/** So many events of people, as sign-ins write them; each commit holds `together` of them. */
async function writeEvents({ store, ...deps }: Deps, count: number, together: number) {
  const now = deps.clock.now()
  for (let n = 0; n < count; n += together)
    await store.commit(
      Array.from({ length: Math.min(together, count - n) }, (_, more) => {
        const person = (n + more) % 100
        const contact = { id: `con_${person}`, companyId: `com_${Math.floor(person / 10)}`, name: `Person ${person}` }
        return note({ store, ...deps }, contact, 'sign-in', visit, now + n + more, { how: 'password' })
      }),
    )
}

/** Writing and chaining alone, without HTTP; and what has waited long, as after an upgrade of a house with many events. */
async function alone(events: number, backlog: number) {
  const [chained, bare] = [await furnish(100, 0), await furnish(100, 0)]
  withoutChain(bare.dataDir)
  const cost = { noted: [] as number[], bare: [] as number[], chained: [] as number[], rate: [] as number[] }
  for (let turn = 0; turn < 5; turn++) {
    cost.bare.push((await costOf(() => writeEvents(bare.deps, events, 10))).cpu)
    cost.noted.push((await costOf(() => writeEvents(chained.deps, events, 10))).cpu)
    const { cpu, ms } = await costOf(() => chainEvents(chained.deps))
    cost.chained.push(cpu)
    cost.rate.push(events / (ms / 1000))
  }
  const us = (ms: number[]) => ((1000 * mean(ms)) / events).toFixed(0)
  console.log(
    `chained: ${mean(cost.rate).toFixed(0)} events/s; CPU of one event: ${us(cost.bare)} µs to write it, ${us(cost.noted)} µs with the mark that it waits, ${us(cost.chained)} µs to chain it`,
  )
  await writeEvents(chained.deps, backlog, 5000)
  const { ms, wait } = await costOf(() => chainEvents(chained.deps))
  console.log(
    `${backlog} events that have waited: chained in ${(ms / 1000).toFixed(1)} s (${(backlog / (ms / 1000)).toFixed(0)}/s); the event loop waited ${wait.toFixed(0)} ms at most`,
  )
  for (const house of [chained, bare]) {
    await house.deps.store.close()
    house.remove()
  }
}

/** Two servers of the same size, one without the chain, by turns. */
async function besideSignIns(port: number, turns: number, ms: number) {
  const houses = [await furnish(1000, 500), await furnish(1000, 500)] as const
  for (const house of houses) await house.deps.store.close()
  withoutChain(houses[1].dataDir)
  const servers = [await serve(houses[0].dataDir, port), await serve(houses[1].dataDir, port + 1)]
  const signIns = houses.map((house, n) => {
    let at = 0
    const next = () => {
      const account = house.withPassword[at++ % house.withPassword.length] as Account
      return wire('POST', '/api/sign-in/password', port + n, { email: account.email, password }, account.browserCookie)
    }
    return (forMs: number) => load(port + n, { connections: 16, ms: forMs, expected: 200, next })
  })
  const outcomes: Outcome[][] = [[], []]
  for (const signIn of signIns) await signIn(2000)
  for (let turn = 0; turn < turns; turn++)
    for (const n of turn % 2 === 0 ? [0, 1] : [1, 0]) outcomes[n]?.push(await (signIns[n] as (typeof signIns)[number])(ms))
  const rows = ['with the chain', 'without it'].map((what, n) => {
    const all = outcomes[n] ?? []
    const rates = all.map(({ perSecond }) => perSecond)
    return {
      what,
      'per second': Number(mean(rates).toFixed(1)),
      'slowest and fastest turn': `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`,
      'p99 ms': Number(mean(all.map(({ p99 }) => p99)).toFixed(1)),
      'not as expected': all.reduce((sum, { other }) => sum + other, 0),
    }
  })
  console.log('sign-ins by password, on two servers by turns')
  console.table(rows)
  for (const server of servers) await server.stop()
  for (const house of houses) house.remove()
}

/** What the audit chain costs, alone and beside sign-ins. */
export async function measureChain(port: number, { events = 10_000, backlog = 200_000, turns = 8, ms = 3000 } = {}) {
  console.log('\nthe audit chain')
  await alone(events, backlog)
  await besideSignIns(port, turns, ms)
}
