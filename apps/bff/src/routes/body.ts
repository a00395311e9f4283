import type { Context } from 'hono'
import { Problem } from '../domain/problem.ts'

/** The body as it comes. Refuses with `too-large` from the first byte over the limit on, and with `too-slow` when it is not there in time. */
export async function* piecesOf(c: Context, maxBytes: number, withinMs: number): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  let isLate = false
  let size = 0
  const leave = () => void reader.cancel().catch(() => undefined)
  const timer = setTimeout(() => {
    isLate = true
    leave()
  }, withinMs)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (isLate) throw new Problem('too-slow')
      if (done) return
      size += value.byteLength
      if (size > maxBytes) throw new Problem('too-large')
      yield value
    }
  } finally {
    clearTimeout(timer)
    leave()
  }
}

/** What is being read, if it comes in time; else the Problem `too-slow`. */
export async function inTime<T>(reading: Promise<T>, withinMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Problem('too-slow')), withinMs)
  return await Promise.race([reading, late]).finally(() => clearTimeout(timer))
}
