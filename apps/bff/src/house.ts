import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Config } from './config.ts'
import type { Deps, Log } from './deps.ts'
import { openDocuments } from './documents/documents.ts'
import { createPasswords } from './domain/password.ts'
import { isReady, placeCanary } from './domain/readiness.ts'
import { createSealer } from './domain/secrets.ts'
import { makeKeyring, readKeyring } from './keyring.ts'
import { leakChecker } from './leaked-passwords.ts'
import { createLive } from './live.ts'
import { openSqlite } from './store/sqlite.ts'
import { createStore } from './store/store.ts'

/** One for each core, and one more that waits in the thread pool: no core has to wait until our thread hands out the next. */
export const hashesAtOnce = availableParallelism() + 1
/** The folder of migrations; the same seen from src/ and from the bundle in dist/. */
export const migrationsFolder = join(import.meta.dirname, '../migrations/sqlite')

/** Only what is missing is made with all its parents: under some file systems Node would try that for ever. */
function makeFolder(path: string) {
  if (existsSync(path)) return
  try {
    mkdirSync(path, { recursive: !existsSync(dirname(resolve(path))), mode: 0o700 })
  } catch (reason) {
    throw new Error(`DATA_DIR cannot be made: ${reason instanceof Error ? reason.message : reason}`)
  }
}

/**
 * Opens the house that DATA_DIR holds, for the server and for commands: database migrated, key read or, in an empty
 * house, made. Throws one clear line when the key does not fit the database: nothing is served with a wrong key.
 */
export async function openHouse(config: Config, log: Log): Promise<Deps> {
  // Whatever is written there is for this user only.
  process.umask(0o077)
  makeFolder(config.dataDir)
  const random = { bytes: (count: number) => randomBytes(count) }
  const store = createStore(openSqlite(join(config.dataDir, 'porta.db'), migrationsFolder))
  const keyFile = join(config.dataDir, 'porta.key')
  const isNew = (await store.findMeta('canary')) === undefined
  const ring = readKeyring(keyFile) ?? (isNew ? makeKeyring(keyFile, random) : undefined)
  if (!ring) throw new Error(`the key file ${keyFile} is missing, and the database was sealed with it`)
  const sealer = createSealer({ random }, ring)
  await placeCanary({ store, sealer })
  if (!(await isReady({ store, sealer }))) throw new Error(`the key file ${keyFile} is not the one that the database was sealed with`)
  const passwords = createPasswords(config.rules.argon2, hashesAtOnce)
  const { leakedPasswordsUrl, rules } = config
  const leaks = leakedPasswordsUrl ? { isLeaked: leakChecker(leakedPasswordsUrl, rules.password.leakTimeoutMs, log) } : {}
  return {
    config,
    clock: { now: () => Date.now() },
    random,
    store,
    sealer,
    passwords,
    live: createLive(),
    documents: openDocuments(config, random, log),
    log,
    ...leaks,
  }
}
