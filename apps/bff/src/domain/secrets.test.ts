import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'
import { createSealer } from './secrets.ts'
import { hashToken, newId, newToken } from './tokens.ts'

const random = { bytes: (count: number) => randomBytes(count) }
const key = randomBytes(32)
const sealer = createSealer({ random }, { current: 'k1', keys: { k1: key } })
const secret = Buffer.from('a secret of twenty b')

describe('what is sealed', () => {
  test('opens with the same purpose, row and key, and looks different each time', () => {
    const [a, b] = [sealer.seal('totp', 'con_1|fac_1', secret), sealer.seal('totp', 'con_1|fac_1', secret)]
    expect(a).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{27}\.[\w-]{22}$/)
    expect(a).not.toBe(b)
    expect(sealer.open('totp', 'con_1|fac_1', a)).toEqual(secret)
    expect(sealer.open('totp', 'con_1|fac_1', b)).toEqual(secret)
  })

  test('does not open for another row, another purpose or under another key', () => {
    const sealed = sealer.seal('totp', 'con_1|fac_1', secret)
    const other = createSealer({ random }, { current: 'k1', keys: { k1: randomBytes(32) } })
    const renamed = createSealer({ random }, { current: 'k2', keys: { k2: key } })
    expect(() => sealer.open('totp', 'con_1|fac_2', sealed)).toThrow('unavailable')
    expect(() => sealer.open('totp', 'con_2|fac_1', sealed)).toThrow('unavailable')
    expect(() => sealer.open('password', 'con_1|fac_1', sealed)).toThrow('unavailable')
    expect(() => other.open('totp', 'con_1|fac_1', sealed)).toThrow('unavailable')
    expect(() => renamed.open('totp', 'con_1|fac_1', sealed)).toThrow('unavailable')
    expect(() => renamed.open('totp', 'con_1|fac_1', sealed.replace('.k1.', '.k2.'))).toThrow('unavailable')
  })

  test('does not open with one character changed anywhere, cut short or put together from two', () => {
    const sealed = sealer.seal('totp', 'row', secret)
    const parts = sealed.split('.')
    const other = sealer.seal('totp', 'row', secret).split('.')
    const spoilt = [
      '',
      '.',
      'v1',
      'v1.k1...',
      sealed.replace('v1.', 'v2.'),
      sealed.replace('k1', '__proto__'),
      sealed.replace('k1', 'constructor'),
      [...parts.slice(0, 4), ''].join('.'),
      [...parts.slice(0, 4), parts[4]?.slice(0, 6)].join('.'),
      ...[2, 3, 4].map((n) => parts.map((part, at) => (at === n ? `${part[0] === 'A' ? 'B' : 'A'}${part.slice(1)}` : part)).join('.')),
      ...[2, 3, 4].map((n) => parts.map((part, at) => (at === n ? other[n] : part)).join('.')),
    ]
    for (const text of spoilt) expect(() => sealer.open('totp', 'row', text), text).toThrow('unavailable')
  })

  test('under an older key still opens after a new one became current', () => {
    const sealed = sealer.seal('password', 'con_1', secret)
    const rotated = createSealer({ random }, { current: 'k2', keys: { k1: key, k2: randomBytes(32) } })
    expect(rotated.open('password', 'con_1', sealed)).toEqual(secret)
    expect(rotated.seal('password', 'con_1', secret)).toMatch(/^v1\.k2\./)
  })
})

test('tokens have 256 bits and ids 128, none comes twice, and only the hash of a token is kept', () => {
  const tokens = Array.from({ length: 10_000 }, () => newToken({ random }))
  expect(new Set(tokens).size).toBe(10_000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  expect(newId({ random }, 'ses')).toMatch(/^ses_[\w-]{22}$/)
  expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a thousand keys of the wizard are a thousand different ones of 160 bits', async () => {
  const house = await openTestHouse()
  const browser = house.browser()
  await signIn(browser, await house.person())
  const keys = new Set<string>()
  for (let n = 0; n < 1000; n++) {
    const { key: base32 } = (await browser.call('POST /api/two-factor/enrolment', {})).body as { key: string }
    expect(base32).toMatch(/^[A-Z2-7]{32}$/)
    keys.add(base32)
  }
  expect(keys.size).toBe(1000)
  expect(await rowsOf(house.engine, house.engine.tables.factors)).toHaveLength(1)
})

test('the key of the database opens what it sealed: nothing of a factor stands in the open', async () => {
  const house = await openTestHouse()
  const { phone } = await personWithVerification(house)
  const [factor] = await rowsOf(house.engine, house.engine.tables.factors)
  expect(factor?.secretSealed).toMatch(/^v1\.k1\./)
  expect(house.deps.sealer.open('totp', `${factor?.contactId}|${factor?.id}`, factor?.secretSealed ?? '')).toEqual(phone.secret)
})
