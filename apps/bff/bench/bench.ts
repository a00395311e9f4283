// pnpm bench [people ...] [limits] [contacts] [history] [soap] [desk]: what the built product does on this machine, beside what it cannot do better than.
// Default: 1000 and 200000 people, then what limits, warnings and mails cost, long lists of contacts and of events, SOAP, and the desk. Of the desk also
// a part alone: lists, listeners, chain, scans. With `small` all that in a few minutes, to see that it runs.
// Server and load share the machine: every figure is for both together. Synchronous FULL, log level warn, one connection pool on loopback.
import { availableParallelism } from 'node:os'
import { createPasswords } from '../src/domain/password.ts'
import { hashesAtOnce } from '../src/house.ts'
import { build } from '../tasks/build.ts'
import { measureChain } from './chain.ts'
import { measureContacts } from './contacts.ts'
import { measureDesk } from './desk.ts'
import { measureHistory } from './history.ts'
import { measureLimits } from './limits.ts'
import { measureListeners } from './listeners.ts'
import { load, type Outcome, wire } from './load.ts'
import { measureScans } from './scans.ts'
import { measureSoap } from './soap.ts'
import { type Account, codeNow, furnish, password, serve } from './stage.ts'

// The same pool as the server's.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, availableParallelism()))

/** And the next two. Another one for whoever measures beside somebody else. */
const port = Number(process.env['BENCH_PORT'] ?? 3190)
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0)

/** One after the other, from the start again when all had their turn. */
function inTurn<T>(items: readonly T[]) {
  let at = 0
  return () => items[at++ % items.length] as T
}

/** One after the other, each once. */
function once<T>(items: readonly T[]) {
  let at = 0
  return () => items[at++]
}

const figures = (what: string, o: Outcome) => ({
  what,
  'per second': Math.round(o.perSecond),
  'p50 ms': Number(o.p50.toFixed(2)),
  'p99 ms': Number(o.p99.toFixed(2)),
  requests: o.count,
  'not as expected': o.other,
})

async function bareHashes(ms: number, rule: Parameters<typeof createPasswords>[0]) {
  const passwords = createPasswords(rule, hashesAtOnce)
  const end = performance.now() + ms
  const began = performance.now()
  let count = 0
  await Promise.all(
    Array.from({ length: hashesAtOnce }, async () => {
      while (performance.now() < end) {
        await passwords.hash(password)
        count++
      }
    }),
  )
  return count / ((performance.now() - began) / 1000)
}

/** Sign-ins and bare hashing in turns, so that both meet the same weather of the machine: the mean rate of each over all turns. */
async function besideBareHashes(next: () => Buffer, rule: Parameters<typeof createPasswords>[0]) {
  const signIns: Outcome[] = []
  const hashes: number[] = []
  await load(port, { connections: 16, ms: 2000, expected: 200, next })
  for (let turn = 0; turn < 8; turn++) {
    hashes.push(await bareHashes(3000, rule))
    signIns.push(await load(port, { connections: 16, ms: 3000, expected: 200, next }))
  }
  const mean = (rates: number[]) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length
  const all = signIns.toSorted((x, y) => x.perSecond - y.perSecond)[Math.floor(signIns.length / 2)] as Outcome
  return { withPassword: { ...all, perSecond: mean(signIns.map((o) => o.perSecond)) }, hashes: mean(hashes) }
}

async function measure(people: number) {
  const ready = Math.min(people / 2, 10_000)
  const house = await furnish(people, ready)
  const { config } = house.deps
  await house.deps.store.close()
  const first = await serve(house.dataDir, port)
  await first.stop()
  const server = await serve(house.dataDir, port)
  const get = (path: string, cookie: string) => wire('GET', path, port, undefined, cookie)
  const post = (path: string, body: unknown, cookie?: string) => wire('POST', path, port, body, cookie)

  // Those who look are not those who sign in: their sessions stay.
  const [watching, signingIn] = [house.withPassword.slice(0, ready / 5), house.withPassword.slice(ready / 5)]
  const me = inTurn(watching.map((account) => get('/api/me', account.sessionCookie)))
  await load(port, { connections: 16, ms: 1000, expected: 200, next: me })
  const rows = [figures('who am I', await load(port, { connections: 16, ms: 5000, expected: 200, next: me }))]

  const challenged = once(house.withCode)
  const answer = () => {
    const account = challenged()
    return account && post('/api/sign-in/code', { code: codeNow(account, config) }, `${account.challengeCookie}; ${account.browserCookie}`)
  }
  rows.push(figures('verify a code', await load(port, { connections: 16, ms: 8000, expected: 200, next: answer })))

  const signIn = (account: Account, cookie = account.browserCookie) =>
    post('/api/sign-in/password', { email: account.email, password }, cookie)
  const plain = inTurn(signingIn)
  const { withPassword, hashes } = await besideBareHashes(() => signIn(plain()), config.rules.argon2)
  rows.push(figures('sign in by password', withPassword))
  const unknown = await load(port, { connections: 16, ms: 6000, expected: 200, next: () => signIn(plain(), '') })
  rows.push(figures('sign in by password, in an unknown browser', unknown))
  const trusted = once(house.withCode)
  const onDevice = () => {
    const account = trusted()
    return account && signIn(account, `${account.deviceCookie}; ${account.browserCookie}`)
  }
  rows.push(figures('sign in on a remembered device', await load(port, { connections: 16, ms: 6000, expected: 200, next: onDevice })))

  const [probe] = await Promise.all([
    load(port, { connections: 1, ms: 6000, expected: 200, next: me, everyMs: 10 }),
    load(port, { connections: 16, ms: 6000, expected: 200, next: () => signIn(plain()) }),
  ])
  rows.push(figures('who am I, while sign-ins fill both cores', probe))

  console.log(`\n${people} people`)
  console.table(rows)
  const { now, peak } = server.memoryMb()
  console.log(
    `bare argon2id at the same settings: ${hashes.toFixed(0)} hashes/s; sign-ins reach ${((withPassword.perSecond / hashes) * 100).toFixed(0)} % of it`,
  )
  console.log(
    `cold start to the first answer: ${server.startMs.toFixed(0)} ms; memory after this load: ${now.toFixed(0)} MB, peak ${peak.toFixed(0)} MB`,
  )
  await server.stop()
  house.remove()
}

const asked = process.argv.length > 2
build(['apps/bff'])
for (const people of asked ? sizes : [1000, 200_000]) await measure(people)
const wanted = (what: string) => !asked || process.argv.includes(what)
if (wanted('limits')) await measureLimits(port)
if (wanted('contacts')) await measureContacts(port)
if (wanted('history')) await measureHistory(port)
if (wanted('soap')) await measureSoap()

const ofDesk = (what: string) => wanted('desk') || process.argv.includes(what)
const isSmall = process.argv.includes('small')
const large = { people: 200_000, requests: 100_000, open: 5000, staff: 200, ready: 10_000 }
if (ofDesk('lists')) await measureDesk(port, isSmall ? { people: 5000, requests: 3000, open: 300, staff: 50, ready: 1500 } : large)
if (ofDesk('listeners')) await measureListeners(port, isSmall ? { listeners: 20, idleMs: 5000, turns: 1 } : {})
if (ofDesk('chain')) await measureChain(port, isSmall ? { events: 1000, backlog: 10_000, turns: 1 } : {})
if (ofDesk('scans')) await measureScans(isSmall ? 1 : 5)
