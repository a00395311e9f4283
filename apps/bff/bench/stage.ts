import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../src/config.ts'
import type { Deps } from '../src/deps.ts'
import { factorBinding } from '../src/domain/codes.ts'
import { plainForm } from '../src/domain/findable.ts'
import type { Passwords } from '../src/domain/password.ts'
import { sealPassword } from '../src/domain/password-check.ts'
import { openSession } from '../src/domain/sessions.ts'
import { hashToken, newId, newToken } from '../src/domain/tokens.ts'
import { codeOfStep, stepAt } from '../src/domain/totp.ts'
import { deviceCookieName, rememberDevice } from '../src/domain/trusted-device.ts'
import { openHouse } from '../src/house.ts'
import type { Contact, Write } from '../src/store/store.ts'

export const password = 'a long enough password'
export type Account = {
  email: string
  sessionCookie: string
  deviceCookie: string
  challengeCookie: string
  browserCookie: string
  secret: Buffer
}

const silent = () => undefined
const visit = { client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }, address: '203.0.113.7', requestId: 'bench' }

/** A house on disk with so many people; every second one has verification on. Gives the first `ready` of each kind with all it takes to act for them; `hashing` when not the product's own cost. */
export async function furnish(people: number, ready: number, hashing?: Pick<Passwords, 'hash'>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'porta-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const deps = await openHouse(config, { debug: silent, info: silent, warn: silent, error: console.error })
  const phc = await (hashing ?? deps.passwords).hash(password)
  const withPassword: Account[] = []
  const withCode: Account[] = []
  let writes: Write[] = []
  for (let n = 0; n < people; n++) {
    if (n % 10 === 0)
      writes.push(
        deps.store.addCompany({
          id: `com_${n / 10}`,
          name: `Company ${n / 10}`,
          operator: false,
          ruleFrom: null,
          ruleReminded: null,
          createdAt: 0,
        }),
      )
    const hasCode = n % 2 === 1
    const list = hasCode ? withCode : withPassword
    const account = addPerson(deps, n, phc, hasCode, list.length < ready, writes)
    if (account) list.push(account)
    if (writes.length > 5000) {
      await deps.store.commit(writes)
      writes = []
    }
  }
  await deps.store.commit(writes)
  return { deps, dataDir, withPassword, withCode, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** The number of a person (E.164), as a mobile phone's in Spain. */
export const phoneOf = (n: number) => `+34${600_000_000 + n}`

/** One person more, with all it takes to act for them where `isReady`; `as` where they are not a member of the company of their ten. */
export function addPerson(
  deps: Deps,
  n: number,
  phc: string,
  hasCode: boolean,
  isReady: boolean,
  writes: Write[],
  as: Partial<Pick<Contact, 'companyId' | 'role' | 'phone'>> = {},
): Account | undefined {
  const now = deps.clock.now()
  const id = `con_${n}`
  const email = `person${n}@bench.example`
  const contact: Contact = {
    id,
    companyId: `com_${Math.floor(n / 10)}`,
    kind: 'person',
    login: email,
    name: `Person ${n}`,
    phone: phoneOf(n),
    language: 'ca',
    role: 'member',
    main: false,
    active: true,
    passwordSealed: sealPassword(deps, id, phc),
    factorId: null,
    trustPausedAt: null,
    mustEnrolSince: null,
    sortName: plainForm(`Person ${n}`),
    leftAt: null,
    careUntil: null,
    createdAt: now,
    lastSignInAt: null,
    ...as,
  }
  writes.push(deps.store.addContact(contact))
  const secret = deps.random.bytes(20)
  if (hasCode) {
    const factorId = newId(deps, 'fac')
    writes.push(
      ...deps.store.addPendingFactor({
        id: factorId,
        contactId: id,
        type: 'totp',
        secretSealed: deps.sealer.seal('totp', factorBinding(id, factorId), secret),
        lastStep: -1,
        lastCodeAt: null,
        failures: 0,
        blockedUntil: 0,
        recentFailures: 0,
        recentEndsAt: 0,
        resetRequiredAt: null,
        checkedUpAt: null,
        seenByName: null,
        toldStep: null,
        createdAt: now,
        expiresAt: now + 600_000,
        activatedAt: null,
        retiredAt: null,
        copiesUntil: 0,
      }),
      deps.store.activateFactor(factorId, now, 0),
      deps.store.pointToFactor(id, factorId),
    )
  }
  if (!isReady) return undefined
  const session = openSession(deps, { contact, company: undefined }, 'code', visit, now)
  const device = rememberDevice(deps, contact, visit, now)
  const challenge = newToken(deps)
  const browser = newToken(deps)
  const seen = { client: visit.client, createdAt: now, lastSeenAt: now, expiresAt: now + deps.config.rules.browser.lifeMs }
  writes.push(...session.writes, ...(device.writes.slice(0, 2) as Write[]))
  writes.push(...deps.store.addBrowser({ id: newId(deps, 'bro'), contactId: id, tokenHash: hashToken(browser), ...seen }, 20))
  writes.push(
    ...deps.store.openChallenge(
      {
        id: newId(deps, 'cha'),
        tokenHash: hashToken(challenge),
        contactId: id,
        client: visit.client,
        address: visit.address,
        attemptsLeft: 5,
        createdAt: now,
        expiresAt: now + 3_600_000,
        closedAt: null,
        outcome: null,
        browserId: null,
        lineage: id,
        warnAt: now + 3_600_000,
        halfAt: null,
        answeredAt: null,
      },
      { perAddress: 5, perContact: 50 },
    ),
  )
  return {
    email,
    sessionCookie: `__Host-sid=${session.token}`,
    deviceCookie: `${deviceCookieName(deps, id)}=${device.token}`,
    challengeCookie: `__Host-mfa=${challenge}`,
    browserCookie: `__Host-bid=${browser}`,
    secret,
  }
}

/** The code of the step of now. */
export const codeNow = ({ secret }: Account, config: Config) => codeOfStep(secret, stepAt(Date.now(), config.rules.totp), config.rules.totp)

/**
 * Starts the built server on a house and waits until it answers; `startMs` is from the spawn of the process to the first answer.
 * With `flags` for its Node it has a channel for messages, too.
 */
export async function serve(
  dataDir: string,
  port: number,
  flags: readonly string[] = [],
): Promise<{ child: ChildProcess; startMs: number; memoryMb: () => { now: number; peak: number }; stop: () => Promise<void> }> {
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, '../dist/main.js')], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit', ...(flags.length > 0 ? ['ipc' as const] : [])],
  })
  // Where the bench fails it is not left behind, to answer in the next one's place.
  process.once('exit', () => child.kill())
  for (;;) {
    const alive = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (alive) break
    if (child.exitCode !== null) throw new Error('the server did not start')
    await new Promise((done) => setTimeout(done, 5))
  }
  const startMs = performance.now() - began
  const field = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1000
  return {
    child,
    startMs,
    memoryMb: () => ({ now: field('VmRSS'), peak: field('VmHWM') }),
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}
