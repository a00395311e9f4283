import { readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sweep } from '../domain/sweep.ts'
import { day, type OpenDocuments, openDocuments, type ShownDocument } from '../testing/documents.ts'
import { backIn, enterCase, openCase } from '../testing/recovery.ts'
import { jpegScan, pdfScan, pngScan, upload } from '../testing/scans.ts'

let open: OpenDocuments
beforeEach(async () => {
  open = await openDocuments()
})
afterEach(() => open.close())

describe('the desk', () => {
  let sent: Buffer
  let document: ShownDocument
  beforeEach(async () => {
    sent = await pdfScan()
    document = await open.add(sent, 'Certificat.pdf')
    await open.submit()
  })

  test('saves a scan as a file with a name of ours, which no browser shows in our place; each time is an event of the person', async () => {
    await open.claim()
    const answer = await open.read(open.nuria.browser, document.id)
    expect(answer.status).toBe(200)
    expect(answer.bytes.equals(sent)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="case-${open.number}-1.pdf"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    const policy = answer.headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'"]))
    await open.read(open.nuria.browser, document.id, { 'sec-fetch-dest': 'document' })
    const noted = await open.events('case-document-read')
    expect(noted.map(({ contactId, actorId }) => [contactId, actorId])).toEqual(Array(2).fill([open.lost.id, open.nuria.id]))
  })

  test.each(['iframe', 'frame', 'script', 'embed', 'object', 'image', 'style', 'worker', 'video', 'font'])(
    'gets nothing for a page that wants it as %s',
    async (dest) => {
      await open.claim()
      const answer = await open.read(open.nuria.browser, document.id, { 'sec-fetch-dest': dest })
      expect([answer.status, answer.problem.code]).toEqual([403, 'other-origin'])
      expect(await open.events('case-document-read')).toEqual([])
    },
  )

  test('reads only what it holds', async () => {
    expect((await open.read(open.nuria.browser, document.id)).problem.code).toBe('not-held')
    await open.claim()
    expect((await open.read(open.pavel.browser, document.id)).problem.code).toBe('not-held')
    await open.nuria.browser.call('POST /api/desk/recovery-cases/:caseId/release', undefined, { caseId: open.caseId })
    expect((await open.read(open.nuria.browser, document.id)).problem.code).toBe('not-held')
    expect(await open.events('case-document-read')).toEqual([])
  })

  test('is told the same of a document that is not there and of one of another case', async () => {
    await open.claim()
    const elsewhere = await openCase(open.house, open.second)
    const other = await enterCase(open.house, elsewhere.number)
    const foreign = (await upload(other, sent)).body as ShownDocument
    for (const id of [foreign.id, 'doc_unknown', '..%2f..%2fporta.key', 'x'.repeat(3000)])
      expect((await open.read(open.nuria.browser, id)).problem).toMatchObject({ status: 404, code: 'not-found' })
    expect((await open.read(open.nuria.browser, document.id, {}, 'cas_unknown')).problem.code).toBe('not-found')
    const taken = await other.call('DELETE /api/recovery/case/documents/:documentId', undefined, { documentId: document.id })
    expect(taken.problem.code).toBe('not-found')
    expect(open.files()).toHaveLength(2)
  })

  test('nobody else gets it: not the person, a colleague, an admin, nor who has no session', async () => {
    await open.claim()
    for (const browser of [open.lost, open.member, open.boss, open.second].map((person) => person.browser))
      expect((await open.read(browser, document.id)).problem.code).toBe('staff-only')
    expect((await open.read(open.page, document.id)).problem.code).toBe('not-signed-in')
    expect(await open.events('case-document-read')).toEqual([])
  })

  test('is told that a file is not there, was swapped or changed, and nothing of what was', async () => {
    await open.claim()
    const [file = ''] = open.files()
    const whole = readFileSync(join(open.folder, file))
    writeFileSync(join(open.folder, file), whole.with(100, (whole[100] ?? 0) ^ 1))
    expect((await open.read(open.nuria.browser, document.id)).problem.code).toBe('unavailable')
    renameSync(join(open.folder, file), join(open.folder, 'f'.repeat(32)))
    expect((await open.read(open.nuria.browser, document.id)).problem.code).toBe('unavailable')
    expect(await open.events('case-document-read')).toEqual([])
  })
})

test('two documents whose files or rows are swapped do not open', async () => {
  const one = await open.add(await pdfScan())
  const two = await open.add(await pngScan())
  await open.submit()
  await open.claim()
  const [first, second] = await open.rows()
  const path = (file = '') => join(open.folder, file)
  renameSync(path(first?.file), path('swap'))
  renameSync(path(second?.file), path(first?.file))
  renameSync(path('swap'), path(second?.file))
  for (const { id } of [one, two]) expect((await open.read(open.nuria.browser, id)).problem.code).toBe('unavailable')
})

test('a photo comes to the desk without where it was taken', async () => {
  const document = await open.add(await jpegScan())
  await open.submit()
  await open.claim()
  const { bytes, headers } = await open.read(open.nuria.browser, document.id)
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(bytes.includes('secret-camera-owner')).toBe(false)
  expect(headers.get('content-disposition')).toBe(`attachment; filename="case-${open.number}-1.jpg"`)
})

describe('in the course of time', () => {
  test('ninety days after the end a document is gone, and its key; its hash and the history stay', async () => {
    const document = await open.add(await pdfScan())
    await open.submit()
    await open.claim()
    await open.nuria.browser.call(
      'POST /api/desk/recovery-cases/:caseId/refuse',
      { reason: 'No stamp.', ...open.nuria.proof() },
      { caseId: open.caseId },
    )
    const kept = open.rows
    open.house.wait(90 * day - 1000)
    await sweep(open.house.deps)
    expect([open.files().length, (await kept())[0]?.removedAt]).toEqual([1, null])
    open.house.wait(day + 1000)
    await sweep(open.house.deps)
    expect(open.files()).toEqual([])
    expect((await kept())[0]).toMatchObject({ id: document.id, removedAt: open.house.now(), keySealed: '', sha256: expect.any(Buffer) })
    await backIn(open.nuria)
    expect((await open.read(open.nuria.browser, document.id)).status).not.toBe(200)
  })

  test('a case that goes on keeps its documents', async () => {
    await open.add(await pdfScan())
    await open.submit()
    open.house.wait(399 * day)
    await sweep(open.house.deps)
    expect(open.files()).toHaveLength(1)
  })

  test('what was being written when a server died is cleared away, and nothing that has a row', async () => {
    await open.add(await pdfScan())
    const [kept = ''] = open.files()
    const stray = [`${'a'.repeat(32)}.part`, 'b'.repeat(32)]
    const fresh = 'c'.repeat(32)
    for (const name of [...stray, fresh]) writeFileSync(join(open.folder, name), 'x')
    const seconds = (open.house.now() - 3_700_000) / 1000
    for (const name of [...stray, kept]) utimesSync(join(open.folder, name), seconds, seconds)
    utimesSync(join(open.folder, fresh), seconds + 3000, seconds + 3000)
    await sweep(open.house.deps)
    expect(open.files().sort()).toEqual([fresh, kept].sort())
  })
})
