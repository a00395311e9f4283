import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { arrivals } from '../documents/arrivals.ts'
import { day, type OpenDocuments, openDocuments } from '../testing/documents.ts'
import { enterCase } from '../testing/recovery.ts'
import { dump } from '../testing/rows.ts'
import { holding, jpegScan, pdfScan, pngScan, upload } from '../testing/scans.ts'
import { saying } from '../testing/virus-scanner.ts'

const mebibyte = 1024 * 1024
let open: OpenDocuments
beforeEach(async () => {
  open = await openDocuments()
})
afterEach(() => open.close())

describe('a scan', () => {
  test('is listed with what it is and how large it is now, and is in the history and in the activity', async () => {
    const pdf = await pdfScan()
    const document = await open.add(pdf, 'C:\\Documents\\Certificat notarial.pdf')
    expect(document).toEqual({
      id: expect.stringMatching(/^doc_/),
      name: 'Certificat notarial.pdf',
      type: 'pdf',
      bytes: pdf.length,
      at: open.house.now(),
    })
    await open.add(await jpegScan(), 'photo')
    expect(await open.documents()).toEqual([document, expect.objectContaining({ name: 'photo', type: 'jpeg' })])
    const { entries } = (await open.page.call('GET /api/recovery/case')).body as { entries: { kind: string; text: string }[] }
    expect(entries.filter(({ kind }) => kind === 'document-added').map(({ text }) => text)).toEqual(['Certificat notarial.pdf', 'photo'])
    expect(await open.events('case-document-added')).toHaveLength(2)
  })

  test('lies sealed on the disk, and nothing in the database opens it or tells what is in it', async () => {
    const sent = await pdfScan()
    await open.add(sent)
    const [file = ''] = open.files()
    expect(file).toMatch(/^[0-9a-f]{32}$/)
    const sealed = readFileSync(join(open.folder, file))
    for (const part of ['%PDF', 'Catalog', 'obj']) expect(sealed.includes(part)).toBe(false)
    const [row] = await open.rows()
    expect(row?.sha256).toEqual(createHash('sha256').update(sent).digest())
    expect(row?.keySealed).toMatch(/^v1\.k1\./)
  })

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['scan\r\nset-cookie: a=b.pdf', 'scanset-cookie: a=b.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['  .hidden\u0000.pdf ', 'hidden.pdf'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
    ['', 'document.pdf'],
    ['///', 'document.pdf'],
    [`${'n'.repeat(290)}.pdf`, `${'n'.repeat(80)}…${'n'.repeat(15)}.pdf`],
    ['Číslo účtu – còpia 🙂.pdf', 'Číslo účtu – còpia 🙂.pdf'],
  ])('called %j is shown as %j', async (name, shown) => {
    expect((await open.add(await pdfScan(), name)).name).toBe(shown)
    expect(open.files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  test('with a name longer than any is refused before it is read', async () => {
    expect((await upload(open.page, await pdfScan(), 'n'.repeat(301))).problem).toMatchObject({
      code: 'invalid-input',
      fields: { name: 'too-long' },
    })
  })

  test('can be taken back: its file and its key are gone, its hash stays', async () => {
    const document = await open.add(await pdfScan())
    const params = { documentId: document.id }
    expect((await open.page.call('DELETE /api/recovery/case/documents/:documentId', undefined, params)).status).toBe(204)
    expect([await open.documents(), open.files()]).toEqual([[], []])
    const [row] = await open.rows()
    expect(row).toMatchObject({ removedAt: open.house.now(), keySealed: '', sha256: expect.any(Buffer) })
    expect((await open.page.call('DELETE /api/recovery/case/documents/:documentId', undefined, params)).problem.code).toBe('not-found')
    expect(await open.events('case-document-removed')).toHaveLength(1)
  })
})

describe('what is refused leaves nothing behind', () => {
  const nothingKept = async (work: () => Promise<unknown>) => {
    const before = await open.documents()
    await work()
    expect([await open.documents(), open.files().length]).toEqual([before, before.length])
    expect(await open.events('case-document-added')).toHaveLength(before.length)
  }

  test.each([
    ['not-a-document', async () => Buffer.from('GIF89a')],
    ['active-content', () => pdfScan({ change: holding({ S: 'JavaScript', JS: 'app.alert(1)' }) })],
    ['too-many-pages', () => pdfScan({ pages: 51 })],
    ['damaged', async () => (await jpegScan()).subarray(0, 2000)],
    ['encrypted', () => pdfScan({ change: (pdf) => pdf.encrypt({ userPassword: 'x', ownerPassword: 'y' }) })],
  ])('%s', async (reason, file) => {
    await nothingKept(async () => {
      const { status, problem } = await upload(open.page, await file(), 'scan.pdf')
      expect({ status, code: problem.code, fields: problem.fields }).toEqual({
        status: 422,
        code: 'document-refused',
        fields: { file: reason },
      })
    })
  })

  test.each([
    'application/pdf',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json',
    'application/octet-stream; x=y',
    undefined,
  ])('sent as %s', async (type) => {
    await nothingKept(async () => {
      expect((await upload(open.page, await pdfScan(), 'scan', { 'content-type': type })).problem).toMatchObject({
        status: 415,
        code: 'not-json',
      })
    })
  })

  test('packed on the way', async () => {
    expect((await upload(open.page, await pdfScan(), 'scan', { 'content-encoding': 'gzip' })).problem.status).toBe(415)
  })

  test('a byte more than ten mebibytes, said so or not', async () => {
    await nothingKept(async () => {
      const large = Buffer.alloc(10 * mebibyte + 1, '%PDF-1.7\n')
      for (const headers of [{}, { 'content-length': String(large.length) }, { 'content-length': '5' }])
        expect((await upload(open.page, large, 'scan', headers)).problem).toMatchObject({ status: 413, code: 'too-large' })
      let isRead = false
      const pull = () => {
        isRead = true
      }
      const unread = new ReadableStream({ pull }, { highWaterMark: 0 })
      const early = await upload(open.page, unread, 'scan', { 'content-length': String(10 * mebibyte + 1) })
      expect(early.problem).toMatchObject({ status: 413, fields: { file: 'file-too-large' } })
      expect(isRead).toBe(false)
    })
  })

  test('in pieces without a length, beyond ten mebibytes: the rest is not waited for', async () => {
    await nothingKept(async () => {
      let sent = 0
      const pull = (controller: ReadableStreamDefaultController) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      }
      const endless = new ReadableStream({ pull })
      expect((await upload(open.page, endless)).problem.code).toBe('too-large')
      expect(sent).toBeLessThan(11 * mebibyte)
    })
  })

  test('too slow: ended in its time, although a byte comes now and then', async () => {
    open.change({ uploadWithinMs: 300 })
    await nothingKept(async () => {
      let timer: NodeJS.Timeout | undefined
      const slow = new ReadableStream({
        start: (controller) => {
          timer = setInterval(() => controller.enqueue(Buffer.from('%')), 50)
        },
        cancel: () => clearInterval(timer),
      })
      const began = performance.now()
      expect((await upload(open.page, slow)).problem).toMatchObject({ status: 408, code: 'too-slow' })
      expect(performance.now() - began).toBeLessThan(3000)
    })
  })

  test('when the virus scanner knows it, or gives no answer', async () => {
    let says = 'stream: OK\0'
    const scanner = await saying(() => says)
    open = await openDocuments({ CLAMD_URL: scanner.url })
    await open.add(await pdfScan())
    await nothingKept(async () => {
      says = 'stream: Eicar-Test-Signature FOUND\0'
      expect((await upload(open.page, await pdfScan())).problem).toMatchObject({ code: 'document-refused', fields: { file: 'infected' } })
      scanner.close()
      expect((await upload(open.page, await pdfScan())).problem.code).toBe('unavailable')
    })
  })

  test('when its row cannot be written', async () => {
    const { store } = open.house.deps
    const { commit } = store
    store.commit = (...writes) => (writes.length > 1 ? Promise.reject(new Error('the disk is full')) : commit(...writes))
    await nothingKept(async () => expect((await upload(open.page, await pdfScan())).status).toBe(500))
    store.commit = commit
  })
})

describe('there is an end to it', () => {
  test('the eleventh scan of a case is refused, also when all come at once; one taken back makes room on another day', async () => {
    open.change({ perDay: { limit: 100, windowMs: day }, inspectWaitMs: 60_000, inspectWithinMs: 30_000 })
    const scan = await pdfScan()
    const answers = await Promise.all(Array.from({ length: 13 }, () => upload(open.page, scan)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    for (const { status, problem } of answers.filter((answer) => answer.status !== 200))
      expect([status, problem.code]).toEqual([429, 'too-many-documents'])
    expect([(await open.documents()).length, open.files().length]).toEqual([10, 10])
    const [first] = await open.documents()
    await open.page.call('DELETE /api/recovery/case/documents/:documentId', undefined, { documentId: first?.id ?? '' })
    expect((await upload(open.page, scan)).status).toBe(200)
  })

  test('ten a day, whether they are taken back or not; what was refused is none of them, but there are only so many tries', async () => {
    open.change({ perDay: { limit: 2, windowMs: day }, tries: { limit: 5, windowMs: day } })
    const [scan, bad] = [await pdfScan(), Buffer.from('no')]
    const codes = []
    for (const file of [bad, scan, scan, scan]) codes.push((await upload(open.page, file)).problem.code)
    expect(codes).toEqual(['document-refused', undefined, undefined, 'too-many-documents'])
    expect((await upload(open.page, scan)).problem).toMatchObject({ status: 429, retryAfterSeconds: day / 1000 })
    expect((await upload(open.page, scan)).problem.code).toBe('too-many-tries')
    open.house.wait(day)
    open.page = await againEntered()
    expect((await upload(open.page, scan)).status).toBe(200)
  })

  test('of all documents together: the log warns at four fifths, and beyond nothing is taken', async () => {
    const scan = await pdfScan()
    const { logged } = open.house
    const warned = () => logged.filter(({ message }) => message === 'the room for documents is running out').length
    open.change({ quotaBytes: 100 * mebibyte })
    expect([(await upload(open.page, scan)).status, warned()]).toEqual([200, 0])
    open.change({ quotaBytes: 12 * mebibyte })
    expect([(await upload(open.page, scan)).status, warned()]).toEqual([200, 1])
    open.change({ quotaBytes: 10 * mebibyte + scan.length })
    expect((await upload(open.page, scan)).problem).toMatchObject({ status: 503, code: 'unavailable' })
    expect(await open.documents()).toHaveLength(2)
  })

  test('of what is on its way in at one moment', async () => {
    open.house.deps.documents = { ...open.house.deps.documents, take: arrivals(100_000) }
    const scan = await pngScan(300, 200)
    expect(scan.length).toBeGreaterThan(100_000)
    expect((await upload(open.page, scan)).problem).toMatchObject({ status: 503, code: 'busy' })
  })
})

const againEntered = async () => {
  await open.house.browser().call('POST /api/recovery/code', { number: open.number })
  return enterCase(open.house, open.number)
}

describe('once submitted', () => {
  test('nothing is added or taken back, not even what was on its way', async () => {
    const document = await open.add(await pdfScan())
    await open.submit()
    const before = await dump(open.house.engine)
    expect((await upload(open.page, await pdfScan())).problem.code).toBe('out-of-order')
    const answer = await open.page.call('DELETE /api/recovery/case/documents/:documentId', undefined, { documentId: document.id })
    expect(answer.problem.code).toBe('out-of-order')
    expect(await dump(open.house.engine)).toBe(before)
    expect(open.files()).toHaveLength(1)
  })

  test('what arrives while the case is submitted is not kept', async () => {
    await open.add(await pdfScan())
    const scan = await pdfScan()
    const { promise: rest, resolve: go } = Promise.withResolvers<void>()
    const halves = async function* () {
      yield scan.subarray(0, 100)
      await rest
      yield scan.subarray(100)
    }
    const late = upload(open.page, ReadableStream.from(halves()) as ReadableStream)
    await open.submit()
    go()
    expect((await late).problem.code).toBe('out-of-order')
    expect(open.files()).toHaveLength(1)
  })
})
