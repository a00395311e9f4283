import { afterEach, describe, expect, test } from 'vitest'
import { saying as scannerSaying, virusScannerServer } from '../testing/virus-scanner.ts'
import { virusScanner } from './clamd.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const scanner = async (answer: Parameters<typeof virusScannerServer>[0]) => {
  const server = await virusScannerServer(answer)
  closing.push(server.close)
  return server
}
const saying = async (text: string) => {
  const server = await scannerSaying(() => text)
  closing.push(server.close)
  return server
}
const content = Buffer.alloc(200_000, 'scan')

/** The pieces of INSTREAM put together again. */
function contentOf(received: Buffer) {
  expect(received.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0')
  const pieces: Buffer[] = []
  for (let at = 10; ; ) {
    const size = received.readUInt32BE(at)
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
}

test('a document that the scanner lets pass was shown to it as a whole', async () => {
  const clamd = await saying('stream: OK\0')
  await virusScanner(clamd.url, 2000)(content)
  expect(contentOf(clamd.received()).equals(content)).toBe(true)
})

test('a document that it knows is refused as infected', async () => {
  const clamd = await saying('stream: Eicar-Test-Signature FOUND\0')
  await expect(virusScanner(clamd.url, 2000)(content)).rejects.toMatchObject({
    code: 'document-refused',
    detail: { fields: { file: 'infected' } },
  })
})

describe('without a clear answer nothing passes', () => {
  test.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK, or so\0', 'OK\0', '', '\0', 'x'.repeat(5000)])('%j', async (text) => {
    const clamd = await saying(text)
    await expect(virusScanner(clamd.url, 2000)(content)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('no answer in time', async () => {
    const clamd = await scanner(() => undefined)
    await expect(virusScanner(clamd.url, 100)(content)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('an answer that is begun in time and never ended', async () => {
    const clamd = await scanner((socket) => void socket.write('stream: OK'))
    await expect(virusScanner(clamd.url, 100)(content)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('a connection that is cut', async () => {
    const clamd = await scanner((socket) => void socket.resetAndDestroy())
    await expect(virusScanner(clamd.url, 2000)(content)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('nobody there', async () => {
    await expect(virusScanner('tcp://127.0.0.1:1', 2000)(content)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
