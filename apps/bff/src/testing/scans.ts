import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Browser } from './browser.ts'

/** A picture with some detail. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })

/** As a phone writes it: on its side, with the place where it was taken. */
export const jpegScan = (width = 640, height = 480) =>
  picture(width, height)
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret-camera-owner' }, IFD3: { GPSLatitude: '41/1 58/1 59/1', GPSLongitude: '2/1 49/1 17/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
export const pngScan = (width = 320, height = 200) => picture(width, height).png().toBuffer()

/** A PDF of so many pages; `change` adds whatever else a test wants in it. */
export async function pdfScan({ pages = 1, change = () => undefined, objectStreams = true }: PdfFacts = {}): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page++) pdf.addPage([300, 400]).drawText(`Sheet ${page + 1}`)
  change(pdf)
  return Buffer.from(await pdf.save({ useObjectStreams: objectStreams }))
}
type PdfFacts = { pages?: number; change?: (pdf: PDFDocument) => void; objectStreams?: boolean }

/** Adds an object that nothing refers to. */
export const holding =
  (literal: Record<string, unknown>) =>
  (pdf: PDFDocument): void =>
    void pdf.context.register(pdf.context.obj(literal as never) as PDFObject)

/** A ZIP archive with one file, stored, as any program would open it. */
export function zipArchive(): Buffer {
  const name = Buffer.from('a.txt')
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name])
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.alloc(2), header, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

function chunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey PNG made by hand: a few kilobytes that unfold to as many pixels as it says. */
export function pixelBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 100_000_000)), { level: 9 })
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** The same picture twice, one after the other. */
export function animatedPng(png: Buffer): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(2, 0)
  const firstChunk = 8 + 25
  return Buffer.concat([png.subarray(0, firstChunk), chunk('acTL', control), png.subarray(firstChunk)])
}

/** Sends one file as the page of a case does. */
export const upload = (page: Browser, file: Uint8Array | ReadableStream, name = 'scan', headers: Record<string, string | undefined> = {}) =>
  page.send('POST', `/api/recovery/case/documents?name=${encodeURIComponent(name)}`, file, {
    'content-type': 'application/octet-stream',
    ...headers,
  })
