import type { ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { furnishDesk } from './desk-stage.ts'
import { load, type Outcome, wire } from './load.ts'
import { type Account, password, serve } from './stage.ts'

/** A page that watches: a socket of its own. `heard` is settled at the next event. */
function listen(port: number, account: Account) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  socket.setEncoding('utf8')
  let tell: (at: number) => void = () => undefined
  let count = 0
  const watching = new Promise<void>((done, fail) => {
    socket.on('data', (chunk: string) => {
      if (chunk.startsWith('HTTP/1.1') && !chunk.startsWith('HTTP/1.1 200')) fail(new Error(chunk.split('\r\n')[0]))
      if (chunk.includes('watching')) done()
      if (!chunk.includes('event: ')) return
      count++
      tell(performance.now())
    })
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('a listener was let go')))
  })
  socket.write(wire('GET', '/api/live', port, undefined, account.sessionCookie))
  return {
    watching,
    heard: () => new Promise<number>((done) => (tell = done)),
    count: () => count,
    close: () => new Promise<void>((done) => (socket.destroyed ? done() : socket.once('close', () => done()).destroy())),
  }
}

async function listenAll(port: number, people: readonly Account[]) {
  const all = people.map((account) => listen(port, account))
  await Promise.all(all.map(({ watching }) => watching))
  return { all, close: () => Promise.all(all.map((listener) => listener.close())) }
}

type Used = { rss: number; heapUsed: number; external: number; before: number; after: number }
const used = (child: ChildProcess) =>
  new Promise<Used>((done) => {
    child.once('message', (told) => done(told as Used))
    child.send('now')
  })
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
const kb = (bytes: number) => (bytes / 1024).toFixed(1)

/** What many watching pages cost: all of the desk, so that each of them hears of each request. */
export async function measureListeners(port: number, { listeners = 200, idleMs = 60_000, turns = 6 } = {}) {
  const house = await furnishDesk({ people: 2000, requests: 400, open: 200, staff: listeners, ready: 1000 })
  await house.deps.store.close()
  const probe = join(import.meta.dirname, 'memory-probe.ts')
  const server = await serve(house.dataDir, port, ['--expose-gc', '--import', probe])
  const { child } = server
  let at = 0
  const signIn = () => {
    const account = house.withPassword[at++ % house.withPassword.length] as Account
    return wire('POST', '/api/sign-in/password', port, { email: account.email, password }, account.browserCookie)
  }
  const signIns = (ms: number) => load(port, { connections: 16, ms, expected: 200, next: signIn })
  // Everything is compiled and every pool filled before anything is weighed.
  await signIns(3000)
  await (await listenAll(port, house.desk)).close()
  await pause(1000)

  console.log(`\n${listeners} pages that watch`)
  await used(child)
  const without = await used(child)
  await pause(idleMs)
  const idle = await used(child)
  const listening = await listenAll(port, house.desk)
  await used(child)
  const withAll = await used(child)
  await pause(idleMs)
  const watched = await used(child)
  const cpu = (from: Used, to: Used) => (to.before - from.after) / (idleMs * 1000)
  console.log(
    `memory: RSS ${(without.rss / 1e6).toFixed(0)} MB without, ${(withAll.rss / 1e6).toFixed(0)} MB with them (${kb((withAll.rss - without.rss) / listeners)} KiB each); ` +
      `heap after collection ${(without.heapUsed / 1e6).toFixed(1)} and ${(withAll.heapUsed / 1e6).toFixed(1)} MB (${kb((withAll.heapUsed - without.heapUsed) / listeners)} KiB each), ` +
      `outside of it ${kb((withAll.external - without.external) / listeners)} KiB each`,
  )
  console.log(
    `CPU in ${idleMs / 1000} s in which nothing happens: ${(100 * cpu(without, idle)).toFixed(2)} % of a core without, ${(100 * cpu(withAll, watched)).toFixed(2)} % with them`,
  )

  // An open request is given from one of the desk to another: a commit, a mark in its history, and an event for everybody who watches.
  const staff = house.desk[0] as Account
  let given = 0
  const assign = () => {
    const to = house.staffIds[given++ % 2]
    return wire('POST', `/api/desk/requests/${house.someRequest}/assignment`, port, { to }, staff.sessionCookie)
  }
  const waits: { answer: number; first: number; last: number }[] = []
  for (let turn = 0; turn < 30; turn++) {
    const heard = listening.all.map((listener) => listener.heard())
    const began = performance.now()
    const once = [assign()]
    const answered = load(port, { connections: 1, ms: 10_000, expected: 204, next: () => once.pop() })
    const times = await Promise.race([Promise.all(heard), pause(10_000).then(() => undefined)])
    if (!times) throw new Error('not everybody has heard of it')
    const answer = (await answered).p50
    waits.push({ answer, first: Math.min(...times) - began, last: Math.max(...times) - began })
    await pause(50)
  }
  const say = (of: (wait: (typeof waits)[number]) => number) =>
    `${median(waits.map(of)).toFixed(1)} ms (at most ${Math.max(...waits.map(of)).toFixed(1)})`
  console.log(
    `from the request that causes an event, commit included: first of them ${say((w) => w.first)}, answer ${say((w) => w.answer)}, last ${say((w) => w.last)}; ` +
      `from the first to the last ${say((w) => w.last - w.first)}`,
  )

  const rows: Record<string, Outcome[]> = {}
  const note = async (what: string) => {
    rows[what] = [...(rows[what] ?? []), await signIns(3000)]
  }
  await listening.close()
  for (let turn = 0; turn < turns; turn++) {
    await note('without')
    const some = await listenAll(port, house.desk)
    await note('while they watch')
    const happening = load(port, { connections: 1, ms: 3000, expected: 204, next: assign, everyMs: 100 })
    await note('while they watch ten events a second')
    await happening
    await some.close()
  }
  console.log('sign-ins by password')
  console.table(
    Object.entries(rows).map(([what, outcomes]) => ({
      what,
      'per second': Number(mean(outcomes.map((o) => o.perSecond)).toFixed(1)),
      'slowest and fastest turn': [Math.min, Math.max].map((of) => of(...outcomes.map((o) => o.perSecond)).toFixed(0)).join(' to '),
      'p99 ms': Number(median(outcomes.map((o) => o.p99)).toFixed(1)),
      'not as expected': outcomes.reduce((sum, o) => sum + o.other, 0),
    })),
  )
  await server.stop()
  house.remove()
}
