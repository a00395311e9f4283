import type { Config } from './config.ts'
import type { Documents } from './documents/documents.ts'
import type { Passwords } from './domain/password.ts'
import type { Sealer } from './domain/secrets.ts'
import type { Random } from './domain/tokens.ts'
import type { Live } from './live.ts'
import type { Store } from './store/store.ts'

/** What a rule may use of the world; nothing in the domain takes time, randomness or settings from anywhere else. */
export type Deps = {
  config: Config
  clock: { /** Milliseconds since 1970, UTC. */ now(): number }
  random: Random
  store: Store
  sealer: Sealer
  passwords: Passwords
  live: Live
  documents: Documents
  log: Log
  /** Whether a list of leaked passwords has this one; only where the operator named such a list. It never fails. */
  isLeaked?: (password: string) => Promise<boolean>
}

export type Log = {
  [level in 'debug' | 'info' | 'warn' | 'error']: (facts: Record<string, unknown>, message: string) => void
}
