import { expect, test } from 'vitest'
import { createAuthenticator } from './authenticator.ts'
import { hotp, stepAt } from './codes.ts'

const uri = (secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', account = 'anna') =>
  `otpauth://totp/Porta:${account}?secret=${secret}&issuer=Porta`
const start = 60_000_000_000

/** A phone whose clock only moves when it waits, and a server that takes each step once. */
function phoneAndServer(intoStepMs: number) {
  let ms = start + intoStepMs
  const waits: number[] = []
  const phone = createAuthenticator({
    now: () => ms,
    sleep: async (delay) => {
      waits.push(delay)
      ms += delay
    },
  })
  const { secret } = phone.add(uri())
  let last = -1
  const takes = (code: string) => {
    const current = stepAt(ms)
    const step = [current - 1, current, current + 1].find((step) => step > last && hotp(secret, step) === code)
    if (step !== undefined) last = step
    return step !== undefined
  }
  return { phone, takes, waits }
}

test('three codes come without waiting, and the fourth waits only as long as it must', async () => {
  const { phone, takes, waits } = phoneAndServer(10_000)
  for (let n = 0; n < 3; n++) expect(takes(await phone.next())).toBe(true)
  expect(waits).toEqual([])
  expect(takes(await phone.next())).toBe(true)
  expect(waits).toEqual([20_000])
})

test('shortly before a step ends the code of the step before is not handed out', async () => {
  const { phone, takes, waits } = phoneAndServer(21_000)
  for (let n = 0; n < 2; n++) expect(takes(await phone.next())).toBe(true)
  expect(waits).toEqual([])
  expect(await phone.next()).toHaveLength(6)
  expect(waits).toEqual([9_000])
})

test('two askers at once get two codes', async () => {
  const { phone, takes } = phoneAndServer(10_000)
  const codes = await Promise.all([phone.next(), phone.next()])
  expect(new Set(codes).size).toBe(2)
  expect(codes.map(takes)).toEqual([true, true])
})

test('the same key scanned twice is still one key', async () => {
  const { phone } = phoneAndServer(10_000)
  const again = phone.add(uri())
  expect(await phone.next(again)).not.toBe(await phone.next(phone.entries[0]))
})

test('entries are told apart, and the newest is meant by default', async () => {
  const phone = createAuthenticator({ now: () => start })
  const old = phone.add(uri('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'))
  const young = phone.add(uri())
  expect(phone.codeAt(start)).toBe(phone.codeAt(start, young))
  expect(phone.codeAt(start)).not.toBe(phone.codeAt(start, old))
})

test('an empty authenticator says so', async () => {
  await expect(createAuthenticator().next()).rejects.toThrow('no entries yet')
})
