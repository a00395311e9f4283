import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeKeyring, readKeyring } from './keyring.ts'

const folder = mkdtempSync(join(tmpdir(), 'porta-key-'))
afterAll(() => rmSync(folder, { recursive: true }))
const random = { bytes: (count: number) => randomBytes(count) }

test('a new key file is for its owner only, is read back as it was made, and is never overwritten', () => {
  const file = join(folder, 'deeper/porta.key')
  expect(readKeyring(file)).toBeUndefined()
  const made = makeKeyring(file, random)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'deeper')).mode & 0o777).toBe(0o700)
  expect(readKeyring(file)).toEqual(made)
  expect(made.keys['k1']).toHaveLength(32)
  const before = readFileSync(file, 'utf8')
  expect(() => makeKeyring(file, random)).toThrow('EEXIST')
  expect(readFileSync(file, 'utf8')).toBe(before)
})

const key = randomBytes(32).toString('base64url')

test.each([
  ['nothing', ''],
  ['no JSON', 'key'],
  ['another shape', '{"current":"k1"}'],
  ['more than it should', JSON.stringify({ current: 'k1', keys: { k1: key }, more: 1 })],
  ['a short key', JSON.stringify({ current: 'k1', keys: { k1: key.slice(0, 20) } })],
  ['a current key that is not there', JSON.stringify({ current: 'k2', keys: { k1: key } })],
  ['a current key out of the prototype', JSON.stringify({ current: 'constructor', keys: { k1: key } })],
])('a key file with %s is refused in one line that names the file and not the key', (_, text) => {
  const file = join(folder, 'bad.key')
  writeFileSync(file, text)
  expect(() => readKeyring(file)).toThrow(/^the key file \S+bad\.key [^\n]+$/)
  expect(() => readKeyring(file)).not.toThrow(key.slice(0, 20))
})

test('a key file with more than one key uses the current one and keeps the others', () => {
  const file = join(folder, 'two.key')
  const [k1, k2] = [randomBytes(32), randomBytes(32)]
  writeFileSync(file, JSON.stringify({ current: 'k2', keys: { k1: k1.toString('base64url'), k2: k2.toString('base64url') } }))
  expect(readKeyring(file)).toEqual({ current: 'k2', keys: { k1, k2 } })
})
