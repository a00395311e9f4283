import { describe, expect, test } from 'vitest'
import { decodeBase32 } from './base32.ts'
import { type HashName, hotp, stepAt, totp } from './codes.ts'

const digitsOf = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length))

test('the codes of RFC 4226 appendix D', () => {
  const expected = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  expect(expected.map((_, counter) => hotp(digitsOf(20), counter))).toEqual(expected)
})

describe('the codes of RFC 6238 appendix B', () => {
  const vectors: [number, string, string, string][] = [
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ]
  // Errata 2866: the seeds of SHA-256 and SHA-512 are 32 and 64 bytes long.
  const seeds: [HashName, number][] = [
    ['sha1', 20],
    ['sha256', 32],
    ['sha512', 64],
  ]
  for (const [column, [hash, length]] of seeds.entries())
    test(hash, () => {
      for (const [seconds, ...codes] of vectors) expect(totp(digitsOf(length), seconds * 1000, { digits: 8, hash })).toBe(codes[column])
    })
})

test('a step begins at its first millisecond', () => {
  expect([29_999, 30_000, 59_999, 60_000].map((ms) => stepAt(ms))).toEqual([0, 1, 1, 2])
})

test('Base32 as in RFC 4648 section 10, and as people type it', () => {
  const vectors = { MY: 'f', MZXQ: 'fo', MZXW6: 'foo', MZXW6YQ: 'foob', MZXW6YTB: 'fooba', 'MZXW6YTBOI======': 'foobar' }
  for (const [text, plain] of Object.entries(vectors)) expect(decodeBase32(text).toString()).toBe(plain)
  expect(decodeBase32('mzxw 6ytb-oi').toString()).toBe('foobar')
  expect(() => decodeBase32('MZXW1')).toThrow('"1" is no letter')
})
