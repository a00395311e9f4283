import { setTimeout as delay } from 'node:timers/promises'
import { hotp, stepAt } from './codes.ts'
import { type OtpauthKey, parseOtpauth } from './otpauth.ts'
import { readQrCode } from './qr.ts'

/** One line in the app: a key with its label and the URI it came from. */
export type Entry = OtpauthKey & { uri: string }
export type Authenticator = ReturnType<typeof createAuthenticator>

/** A code of the step before is only handed out while it stays good for at least this long. */
const marginMs = 10_000

/**
 * A phone with an authenticator app. Without an entry named, the newest one is meant.
 *
 * A server takes codes of the step before, this one and the next, and each step only once: so three
 * codes come at once, and only then `next` has to wait.
 */
export function createAuthenticator({ now = Date.now, sleep = (ms: number): Promise<unknown> => delay(ms) } = {}) {
  const entries: Entry[] = []
  const lastSteps = new Map<string, number>()

  function newest(): Entry {
    const entry = entries.at(-1)
    if (!entry) throw new Error('the authenticator has no entries yet: scan a QR code first')
    return entry
  }

  /** Adds a key from its otpauth URI, as the link on a phone does. */
  function add(uri: string): Entry {
    const entry = { ...parseOtpauth(uri), uri }
    entries.push(entry)
    return entry
  }

  return {
    entries: entries as readonly Entry[],
    add,

    /** Adds the key in the picture of a QR code. */
    scan: async (image: Uint8Array): Promise<Entry> => add(await readQrCode(image)),

    /** The code of an instant, as the phone would show it then; nothing is remembered. */
    codeAt: (ms: number, entry = newest()): string => hotp(entry.secret, stepAt(ms, entry.period), entry),

    /** A code that was never handed out before; waits when the next one would be too early for the server. */
    async next(entry = newest()): Promise<string> {
      const periodMs = entry.period * 1000
      const secret = entry.secret.toString('hex')
      const current = stepAt(now(), entry.period)
      const earliest = (current + 1) * periodMs - now() > marginMs ? current - 1 : current
      const step = Math.max(earliest, (lastSteps.get(secret) ?? 0) + 1)
      // Taken before the wait: two callers at once get two steps.
      lastSteps.set(secret, step)
      while (now() < (step - 1) * periodMs) await sleep((step - 1) * periodMs - now())
      return hotp(entry.secret, step, entry)
    },
  }
}
