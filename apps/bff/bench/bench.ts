// pnpm bench [people ...] [limits] [contacts] [soap]: what the built product does on this machine, beside what it cannot do better than.
// Default: 1000 and 200000 people, then what limits, warnings and mails cost, long lists of contacts, and SOAP.
// Server and load share the machine: every figure is for both together. Synchronous FULL, log level warn, one connection pool on loopback.
import { availableParallelism } from 'node:os'
import { createPasswords } from '../src/domain/password.ts'
import { hashesAtOnce } from '../src/house.ts'
import { build } from '../tasks/build.ts'
import { measureContacts } from './contacts.ts'
import { measureLimits } from './limits.ts'
import { load, type Outcome, wire } from './load.ts'
import { measureSoap } from './soap.ts'
import { type Account, codeNow, furnish, password, serve } from './stage.ts'

// The same pool as the server's.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, availableParallelism()))

const port = 3190
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
if (wanted('soap')) await measureSoap()
