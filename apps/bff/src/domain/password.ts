import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Problem } from './problem.ts'

export type Passwords = ReturnType<typeof createPasswords>

// Algorithm is a const enum in the types of @node-rs/argon2 and is nothing at run time.
const argon2id = 2

/** argon2id: memory in KiB, passes, lanes; how many may wait for their turn, how long in ms; how long answers are gathered meanwhile, in ms. */
export type HashCost = { memoryCost: number; timeCost: number; parallelism: number; queue: number; waitMs: number; gatherMs: number }

/** The form in which a password is hashed and compared: Unicode NFC, nothing trimmed. */
const normal = (password: string) => password.normalize('NFC')

/**
 * Hashing, `atOnce` hashes at a time, with a bounded queue behind them, so that a storm of
 * sign-ins neither starves the other requests nor grows without end; beyond it the Problem `busy`.
 */
export function createPasswords(cost: HashCost, atOnce: number) {
  const options = { algorithm: argon2id, memoryCost: cost.memoryCost, timeCost: cost.timeCost, parallelism: cost.parallelism }
  const waiting: { start: () => void; timer: NodeJS.Timeout }[] = []
  let free = atOnce

  const enter = () => {
    if (free > 0) {
      free--
      return Promise.resolve()
    }
    if (waiting.length >= cost.queue) throw new Problem('busy', { retryAfterSeconds: 2 })
    return new Promise<void>((start, refuse) => {
      const place = {
        start,
        timer: setTimeout(() => {
          waiting.splice(waiting.indexOf(place), 1)
          refuse(new Problem('busy', { retryAfterSeconds: 2 }))
        }, cost.waitMs),
      }
      waiting.push(place)
    })
  }
  const leave = () => {
    const next = waiting.shift()
    if (!next) {
      free++
      return
    }
    clearTimeout(next.timer)
    next.start()
  }
  // Beside running hashes every wake-up of the event loop finds its caches empty, and that costs more than the work itself. So
  // while so many wait that no core falls idle, those who have their answer go on together.
  let answered: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  const goOn = () => {
    clearTimeout(timer)
    const all = answered
    answered = []
    for (const next of all) next()
  }
  const together = () => {
    if (waiting.length < atOnce) return goOn()
    if (answered.length === 0) timer = setTimeout(goOn, cost.gatherMs)
    return new Promise<void>((next) => answered.push(next))
  }
  const inTurn = async <T>(work: () => Promise<T>) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
      await together()
    }
  }

  let dummy: Promise<string> | undefined
  const hashed = (password: string) => inTurn(() => hash(normal(password), options))

  return {
    /** A PHC string of argon2id. */
    hash: hashed,
    /** Whether this is the password of that PHC string. Without one it takes as long and says no, so that a stranger cannot tell. */
    async verify(phc: string | undefined, password: string): Promise<boolean> {
      dummy ??= hash('nobody', options)
      const against = phc ?? (await dummy)
      const right = await inTurn(() => verify(against, normal(password)))
      return right && phc !== undefined
    },
    /** Whether the string was made under other parameters than today's. */
    isDated(phc: string): boolean {
      const made = parseOptions(phc)
      return made.memoryCost !== cost.memoryCost || made.timeCost !== cost.timeCost || made.parallelism !== cost.parallelism
    },
  }
}
