import { describe, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { base32Of, codeOfStep, matchStep, otpauthUri, stepAt, stepStart } from './totp.ts'

const secret = Buffer.from('12345678901234567890')
const { totp } = rules

test('the codes are those of RFC 4226 appendix D', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  expect(codes.map((_, counter) => codeOfStep(secret, counter, totp))).toEqual(codes)
})

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('the code at %i s is that of RFC 6238 appendix B, its last six digits, zeros kept, also past 2^31 s', (seconds, eight) => {
  expect(codeOfStep(secret, stepAt(seconds * 1000, totp), totp)).toBe(eight.slice(2))
})

describe('a code', () => {
  const now = 1_111_111_111_000
  const step = stepAt(now, totp)

  test('belongs to its step within one step each way, and to none beyond', () => {
    for (const away of [-1, 0, 1]) expect(matchStep(secret, codeOfStep(secret, step + away, totp), now, totp)).toBe(step + away)
    for (const away of [-3, -2, 2, 3]) expect(matchStep(secret, codeOfStep(secret, step + away, totp), now, totp)).toBeUndefined()
  })

  test('changes exactly where a step begins', () => {
    expect(stepAt(stepStart(step, totp), totp)).toBe(step)
    expect(stepAt(stepStart(step, totp) - 1, totp)).toBe(step - 1)
  })

  test('of another length or of other characters is wrong and breaks nothing', () => {
    for (const code of ['', '1', '12345678', '０５０４７１', '\u0000\u0000\u0000\u0000\u0000\u0000', 'é50471'])
      expect(matchStep(secret, code, now, totp)).toBeUndefined()
  })

  test('is also found in the first steps of time', () => {
    expect(matchStep(secret, '755224', 0, totp)).toBe(0)
    expect(matchStep(secret, '287082', 29_999, totp)).toBe(1)
  })
})

test('the key is 160 bits, Base32 without padding, and the link carries it with issuer, login and parameters', () => {
  expect(totp.secretBytes * 8).toBe(160)
  expect(base32Of(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const uri = new URL(otpauthUri(secret, 'Porta', 'núria+1@soler.example'))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.host).toBe('totp')
  expect(decodeURIComponent(uri.pathname)).toBe('/Porta:núria+1@soler.example')
  expect([...uri.searchParams]).toEqual([
    ['secret', base32Of(secret)],
    ['issuer', 'Porta'],
    ['algorithm', 'SHA1'],
    ['digits', '6'],
    ['period', '30'],
  ])
})
