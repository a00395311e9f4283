import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { rules } from '../src/config.ts'
import type { Deps } from '../src/deps.ts'
import type { Visit } from '../src/domain/activity.ts'
import { answerWithCode } from '../src/domain/challenge.ts'
import { warnOfHalfSignIns } from '../src/domain/half-sign-in.ts'
import { createPasswords } from '../src/domain/password.ts'
import { signInWithPassword } from '../src/domain/sign-in.ts'
import { sweep } from '../src/domain/sweep.ts'
import { hashToken } from '../src/domain/tokens.ts'
import type { Mail, Store, Write } from '../src/store/store.ts'
import { load, wire } from './load.ts'
import { type Account, codeNow, furnish, password, serve } from './stage.ts'

const turns = 5
const perTurn = 400

/** A write that is left out of its commit. */
const leftOut = {} as Write
const leavingOut = (store: Store, changed: Partial<Store>): Store => ({
  ...store,
  ...changed,
  commit: (...writes) => store.commit(writes.flat().filter((write) => write !== leftOut)),
})

/** The store of a house that limits nothing, for comparison only: allowances always granted, attempts read instead of charged. */
const withoutLimits = (store: Store) =>
  leavingOut(store, {
    takeAllowance: async () => true,
    takeNthAllowance: async () => 1,
    takeAllowances: async () => undefined,
    takeChallengeAttempt: (tokenHash, now) => store.findChallenge(tokenHash, now),
    takeCodeAttempt: (id) => store.findFactor(id),
    clearAllowance: () => leftOut,
    giveBackAllowance: () => leftOut,
  })

/** The store of a house that writes no mails. */
const withoutOutbox = (store: Store) => leavingOut(store, { queueMail: () => leftOut })

const cookieValue = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1)
const visitOf = (account: Account | undefined, requestId: string): Visit => ({
  client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' },
  address: '203.0.113.7',
  requestId,
  browserToken: account && cookieValue(account.browserCookie),
})

/** Runs so many acts, sixteen at a time; gives the CPU time of one in µs, all threads of this process counted. */
async function costOf(count: number, act: (n: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  let next = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < count) await act(next++)
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return (user + system) / count
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/**
 * What limits and outbox cost: the rules alone, without HTTP and with the cheapest hash, so that nothing else hides them. A sign-in from an
 * unknown browser that looks unlike the person's others queues a mail, and so does a code that remembers the device.
 */
async function costs() {
  const kinds = 4
  const cheap = createPasswords({ ...rules.argon2, memoryCost: 64, timeCost: 1 }, 16)
  const house = await furnish(turns * perTurn * kinds * 2, turns * perTurn * kinds, cheap)
  const { store } = house.deps
  const variants: Record<string, Deps> = {
    'with both': { ...house.deps, passwords: cheap },
    'without limits': { ...house.deps, passwords: cheap, store: withoutLimits(store) },
    'without outbox': { ...house.deps, passwords: cheap, store: withoutOutbox(store) },
    'without either': { ...house.deps, passwords: cheap, store: withoutOutbox(withoutLimits(store)) },
  }
  const signIn = (deps: Deps, account: Account, visit: Visit) =>
    signInWithPassword(deps, { email: account.email, password, deviceToken: () => undefined, challengeToken: undefined, visit })
  const found = new Map<string, number[]>()
  let used = 0
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, deps] of Object.entries(variants)) {
      const from = used
      used += perTurn
      const at = (list: Account[], n: number) => list[from + n] as Account
      const note = async (what: string, act: (n: number) => Promise<unknown>) => {
        const key = `${name}|${what}`
        found.set(key, [...(found.get(key) ?? []), await costOf(perTurn, act)])
      }
      await note('sign in, known browser', (n) => signIn(deps, at(house.withPassword, n), visitOf(at(house.withPassword, n), 'a')))
      await note('sign in, new browser, mailed', (n) => {
        const visit = visitOf(undefined, 'b')
        return signIn(deps, at(house.withPassword, n), {
          ...visit,
          address: `198.51.100.${n % 250}`,
          client: { ...visit.client, browser: 'Chrome' },
        })
      })
      await note('verify a code, device remembered and mailed', (n) => {
        const account = at(house.withCode, n)
        const ask = { token: cookieValue(account.challengeCookie), code: codeNow(account, deps.config), rememberDevice: true }
        return answerWithCode(deps, { ...ask, visit: visitOf(account, 'c') })
      })
    }
  }
  console.log('\nCPU time of one act in µs, without HTTP and with the cheapest hash, median of five turns')
  const rows: Record<string, Record<string, number>> = {}
  for (const [key, us] of found) {
    const [name = '', what = ''] = key.split('|')
    rows[name] = { ...rows[name], [what]: Math.round(median(us)) }
  }
  console.table(rows)
  await store.close()
  house.remove()
}

/** A hundred thousand sign-ins that died without a code, of twenty thousand people: recorded and mailed; and the same, long past, removed. */
async function deadChallenges() {
  const dead = 100_000
  const people = 20_000
  const house = await furnish(people, 0)
  const { deps } = house
  const now = deps.clock.now()
  let writes: Write[] = []
  for (let n = 0; n < dead; n++) {
    const id = `cha_${n}`
    const row = {
      id,
      tokenHash: hashToken(id),
      contactId: `con_${n % people}`,
      client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' },
      address: `203.0.113.${n % 250}`,
      attemptsLeft: 5,
      createdAt: now - 400_000,
      expiresAt: now - 100_000,
      closedAt: null,
      outcome: null,
      browserId: null,
      lineage: id,
      warnAt: now - 100_000,
      halfAt: null,
      answeredAt: null,
    }
    writes.push(...deps.store.openChallenge(row, { perAddress: 50, perContact: 50 }))
    if (writes.length > 5000) {
      await deps.store.commit(writes)
      writes = []
    }
  }
  await deps.store.commit(writes)
  const timed = async (what: string, act: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const began = performance.now()
    await act()
    const ms = performance.now() - began
    delay.disable()
    const [p99, most] = [delay.percentile(99) / 1e6, delay.max / 1e6]
    console.log(`${what}: ${(ms / 1000).toFixed(1)} s; the event loop waited ${p99.toFixed(0)} ms at p99, ${most.toFixed(0)} ms at most`)
  }
  console.log(`\n${dead} dead challenges of ${people} people`)
  await timed('recorded and mailed', () => warnOfHalfSignIns(deps))
  const late = { ...deps, clock: { now: () => now + 41 * 86_400_000 } }
  await timed('removed, with their mails', () => sweep(late))
  await deps.store.close()
  house.remove()
}

/** Sign-ins while ten thousand queued mails leave for the folder, until the last has left, and the same sign-ins when none is left. */
async function fullOutbox(port: number) {
  const mails = 10_000
  const house = await furnish(1000, 500)
  const { store, clock } = house.deps
  const now = clock.now()
  const row = (n: number): Mail => ({
    id: `mai_${n}`,
    contactId: `con_${n % 1000}`,
    address: `person${n % 1000}@bench.example`,
    language: 'ca',
    letter: { kind: 'key-shown' },
    facts: {
      name: 'Person',
      login: 'person@bench.example',
      at: now,
      client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' },
    },
    secretSealed: null,
    expiresAt: null,
    state: 'queued',
    attempts: 0,
    nextAt: now,
    createdAt: now,
    sentAt: null,
    lastError: null,
  })
  await store.commit(Array.from({ length: mails }, (_, n) => store.queueMail(row(n))))
  await store.close()
  const began = performance.now()
  const server = await serve(house.dataDir, port)
  const written = () => readdirSync(join(house.dataDir, 'mail')).filter((name) => name.endsWith('.eml')).length
  let at = 0
  const next = () => {
    const account = house.withPassword[at++ % house.withPassword.length] as Account
    return wire('POST', '/api/sign-in/password', port, { email: account.email, password }, account.browserCookie)
  }
  const signIns = (ms: number, isOver = () => false) =>
    load(port, { connections: 8, ms, expected: 200, next: () => (isOver() ? undefined : next()) })
  let left = mails
  const looking = setInterval(() => {
    left = mails - written()
  }, 500)
  const rows = []
  const say = (what: string, o: Awaited<ReturnType<typeof load>>) => ({
    what,
    'per second': Math.round(o.perSecond),
    'p50 ms': Math.round(o.p50),
    'p99 ms': Math.round(o.p99),
    requests: o.count,
    'not as expected': o.other,
  })
  rows.push(say('while mails leave', await signIns(600_000, () => left === 0)))
  clearInterval(looking)
  const drained = (performance.now() - began) / 1000
  rows.push(say('with an empty outbox', await signIns(10_000)))
  console.log(`\nSign-ins by password until the last of ${mails} queued mails has left, ${drained.toFixed(0)} s after the start`)
  console.table(rows)
  await server.stop()
  house.remove()
}

/** What limits, warnings and mails cost. */
export async function measureLimits(port: number) {
  await costs()
  await deadChallenges()
  await fullOutbox(port)
}
