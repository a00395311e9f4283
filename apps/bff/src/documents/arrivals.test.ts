import { expect, test } from 'vitest'
import { arrivals } from './arrivals.ts'

const kb = 1024
async function* pieces(...sizes: number[]) {
  for (const [n, size] of sizes.entries()) yield new Uint8Array(size).fill(n)
}
const whole = async (bytes: Buffer) => Buffer.from(bytes)

test('pieces of any size come together in their order', async () => {
  const take = arrivals(1024 * kb)
  expect(await take(pieces(), whole)).toEqual(Buffer.alloc(0))
  const sizes = [1, 0, 65_536, 3, 200_000, ...Array<number>(1000).fill(1)]
  expect(await take(pieces(...sizes), whole)).toEqual(Buffer.concat(sizes.map((size, n) => Buffer.alloc(size, n % 256))))
})

test('what is held at one moment has a limit, whoever sends it; who has to wait is told so, and room is given back', async () => {
  const take = arrivals(512 * kb)
  const { promise: later, resolve: go } = Promise.withResolvers<void>()
  const first = take(pieces(300 * kb), () => later)
  await expect(take(pieces(300 * kb), whole)).rejects.toMatchObject({ code: 'busy' })
  go()
  await first
  expect(await take(pieces(300 * kb), whole)).toHaveLength(300 * kb)
  await expect(take(pieces(300 * kb), () => Promise.reject(new Error('the work fails')))).rejects.toThrow('the work fails')
  await expect(take(broken(), whole)).rejects.toThrow('the line is cut')
  expect(await take(pieces(300 * kb), whole)).toHaveLength(300 * kb)
})

async function* broken() {
  yield new Uint8Array(300 * kb)
  throw new Error('the line is cut')
}
