import { createHash, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { openDocuments } from '../documents/documents.ts'
import { createPasswords } from '../domain/password.ts'
import { addCompany, addContact } from '../domain/people.ts'
import { placeCanary } from '../domain/readiness.ts'
import { createSealer } from '../domain/secrets.ts'
import { migrationsFolder } from '../house.ts'
import { createLive } from '../live.ts'
import { deliverNext } from '../mail/courier.ts'
import type { OutgoingMail } from '../mail/transport.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createStore } from '../store/store.ts'
import { browser } from './browser.ts'

export const password = 'a long enough password'
export const startOfTime = Date.UTC(2026, 10, 22, 12, 0, 5)

/** A folder that is made when something is written to it; whoever does that takes it away. */
const newFolder = () => join(tmpdir(), `porta-house-${randomUUID()}`)

/**
 * A whole house in memory: the real app on a real database, with a clock that stands still until moved, randomness
 * that is the same in each run, and mails that are caught. `env` are settings as an operator would give them.
 * With `place` the database is a file, that another house with another `seed` may open as well, or after a restart at that instant.
 */
export async function openTestHouse(
  env: Record<string, string> = {},
  webDist?: string,
  place: { file: string; seed: string; at?: number } = { file: ':memory:', seed: '' },
) {
  let now = place.at ?? startOfTime
  let drawn = 0
  const random = {
    bytes: (count: number) => {
      const block = () => createHash('sha256').update(`random ${place.seed}${drawn++}`).digest()
      const blocks = Array.from({ length: Math.ceil(count / 32) }, block)
      return Buffer.concat(blocks).subarray(0, count)
    },
  }
  const logged: { level: string; facts: Record<string, unknown>; message: string }[] = []
  const at = (level: string) => (facts: Record<string, unknown>, message: string) => void logged.push({ level, facts, message })
  const config = readConfig({ DATA_DIR: newFolder(), ...env })
  const engine = openSqlite(place.file, migrationsFolder)
  const store = createStore(engine)
  const sealer = createSealer({ random }, { current: 'k1', keys: { k1: createHash('sha256').update('key').digest() } })
  await placeCanary({ store, sealer })
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  const deps: Deps = {
    config,
    clock: { now: () => now },
    random,
    store,
    sealer,
    // Cheap on purpose: the real cost is tested where hashing is.
    passwords: createPasswords({ ...config.rules.argon2, memoryCost: 64, timeCost: 1 }, 2),
    live: createLive(),
    documents: openDocuments(config, random, log),
    log,
  }
  const app = createApp(deps, webDist)
  const companyId = await addCompany(deps, { name: 'Ferreteria Soler, SL', operator: false })
  let people = 0

  return {
    deps,
    app,
    engine,
    logged,
    /** Lets time go by, in ms. */
    wait: (ms: number) => {
      now += ms
    },
    now: () => now,
    /** A contact with `password`; the e-mail address is given back. */
    async person(facts: Partial<Parameters<typeof addContact>[1]> = {}) {
      const login = `person${++people}@soler.example`
      await addContact(deps, { companyId, name: `Person ${people}`, login, phone: '', role: 'member', language: 'ca', password, ...facts })
      return facts.login ?? login
    },
    /** A browser of its own, with its cookies, at an address. */
    browser: (headers: Record<string, string> = {}, address?: string) => browser(app, config.publicUrl, headers, address),
    /** Delivers what is queued and gives it. */
    async mails() {
      const caught: OutgoingMail[] = []
      const catcher = { deliver: async (mail: OutgoingMail) => void caught.push(mail), close: () => undefined }
      while (await deliverNext(deps, catcher));
      return caught
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>
