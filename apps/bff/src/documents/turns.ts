import { Problem } from '../domain/problem.ts'

/** Work of which so much goes on at once; the rest waits for its turn, at most `waitMs`, and is then refused with `busy`. */
export function turnsOf(atOnce: number, waitMs: number) {
  const waiting: (() => void)[] = []
  let free = atOnce

  const enter = () => {
    if (free > 0) {
      free--
      return Promise.resolve()
    }
    return new Promise<void>((start, refuse) => {
      const turn = () => {
        clearTimeout(timer)
        start()
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        refuse(new Problem('busy', { retryAfterSeconds: 5 }))
      }, waitMs)
      waiting.push(turn)
    })
  }
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter()
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
