import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/process.ts'
import { openVault, type Vault } from './vault.ts'

const removals: (() => void)[] = []
afterAll(() => {
  for (const remove of removals) remove()
})
const content = Buffer.from('A scan that says who lives where. '.repeat(50))
let drawn = 0
const random = { bytes: (count: number) => createHash('shake256', { outputLength: count }).update(String(drawn++)).digest() }
let folder: string
let vault: Vault
beforeEach(() => {
  const [parent, remove] = temporaryFolder()
  removals.push(remove)
  folder = join(parent, 'documents')
  vault = openVault(folder, random)
})
const all = async (before: number) => (await Array.fromAsync(vault.listWrittenBefore(before))).sort()

test('a document lies sealed, for its owner only, under a name that says nothing, and comes back as it was', async () => {
  const { file, key } = await vault.write('doc_1', content)
  expect(file).toMatch(/^[0-9a-f]{32}$/)
  expect(readdirSync(folder)).toEqual([file])
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const sealed = readFileSync(join(folder, file))
  expect(sealed.includes('who lives where')).toBe(false)
  expect(sealed.includes(key)).toBe(false)
  expect(await vault.read(file, 'doc_1', key)).toEqual(content)
})

test('the same document twice has another name and other bytes', async () => {
  const [one, two] = [await vault.write('doc_1', content), await vault.write('doc_1', content)]
  expect(one.file).not.toBe(two.file)
  expect(one.key.equals(two.key)).toBe(false)
  expect(readFileSync(join(folder, one.file)).equals(readFileSync(join(folder, two.file)))).toBe(false)
})

test('a file that was swapped, changed, cut off or taken away does not open, nor one of another document', async () => {
  const [one, two] = [await vault.write('doc_1', content), await vault.write('doc_2', Buffer.from('another'))]
  const refused = (file: string, id: string, key: Buffer) =>
    expect(vault.read(file, id, key)).rejects.toMatchObject({ code: 'unavailable' })
  await refused(one.file, 'doc_2', one.key)
  await refused(one.file, 'doc_1', two.key)
  renameSync(join(folder, two.file), join(folder, one.file))
  await refused(one.file, 'doc_1', one.key)
  await refused(two.file, 'doc_2', two.key)
  const three = await vault.write('doc_3', content)
  const sealed = readFileSync(join(folder, three.file))
  for (const changed of [sealed.subarray(0, -1), sealed.subarray(0, 10), Buffer.alloc(0), sealed.with(40, (sealed[40] ?? 0) ^ 1)]) {
    writeFileSync(join(folder, three.file), changed)
    await refused(three.file, 'doc_3', three.key)
  }
})

test('removing can be repeated, and what is there is listed by its age, without what is not ours', async () => {
  expect(await all(Number.MAX_SAFE_INTEGER)).toEqual([])
  const [one, two] = [await vault.write('doc_1', content), await vault.write('doc_2', content)]
  writeFileSync(join(folder, 'README'), '')
  writeFileSync(join(folder, `${'a'.repeat(32)}.part`), '')
  utimesSync(join(folder, one.file), 1000, 1000)
  utimesSync(join(folder, `${'a'.repeat(32)}.part`), 1000, 1000)
  expect(await all(2_000_000)).toEqual([one.file, `${'a'.repeat(32)}.part`].sort())
  await vault.remove(two.file)
  await vault.remove(two.file)
  expect(await all(Number.MAX_SAFE_INTEGER)).toEqual([one.file, `${'a'.repeat(32)}.part`].sort())
})

test('a document that does not come to lie there whole leaves nothing of it behind', async () => {
  const always = openVault(folder, { bytes: (count) => Buffer.alloc(count, 7) })
  // Where its name would have to go, something stands in the way.
  mkdirSync(join(folder, '07'.repeat(16)), { recursive: true })
  await expect(always.write('doc_1', content)).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['07'.repeat(16)])
})

test('a disk that takes nothing leaves nothing behind', async () => {
  await vault.write('doc_1', content)
  chmodSync(folder, 0o500)
  if (process.getuid?.() !== 0) await expect(vault.write('doc_2', content)).rejects.toThrow()
  chmodSync(folder, 0o700)
  writeFileSync(join(folder, 'stands in the way'), '')
  const broken = openVault(join(folder, 'stands in the way'), random)
  await expect(broken.write('doc_2', content)).rejects.toThrow()
  expect(await all(Number.MAX_SAFE_INTEGER)).toHaveLength(1)
})
