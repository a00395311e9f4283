import type { DocumentType } from './limits.ts'

const starts: [DocumentType, Buffer[]][] = [
  ['pdf', [Buffer.from('%PDF-1.'), Buffer.from('%PDF-2.')]],
  ['jpeg', [Buffer.from([0xff, 0xd8, 0xff])]],
  ['png', [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]],
]

/** What a file says it is, by its first bytes alone; undefined for everything that is not taken. Names and media types say nothing. */
export const typeOf = (bytes: Buffer): DocumentType | undefined =>
  starts.find(([, all]) => all.some((start) => bytes.subarray(0, start.length).equals(start)))?.[0]

/**
 * Whether the file is a ZIP archive as well: those are read from their end, where a record of 22 bytes says how long the comment
 * after it is (APPNOTE 4.3.16), so that any file can be one besides.
 */
export function endsAsZip(bytes: Buffer): boolean {
  const end = bytes.subarray(-(22 + 0xffff))
  const record = end.indexOf('PK\x05\x06', 0, 'latin1')
  return record >= 0 && end.length - record >= 22
}

const foreign = ['%PDF-', 'PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a', '7z\xbc\xaf', '\x7fELF']

/** Whether something else is appended that a browser or a shell would take for its own: pages, scripts, archives, other documents. */
export function isForeign(tail: Buffer): boolean {
  const text = tail.toString('latin1')
  return (
    foreign.some((mark) => text.includes(mark)) || /<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php)|^(?:#!|MZ)/i.test(text)
  )
}

/** Where the picture in a JPEG or PNG file ends; undefined when it does not. What phones append (depth, motion) comes after. */
export function endOfImage(bytes: Buffer, type: 'jpeg' | 'png'): number | undefined {
  return type === 'png' ? endOfPng(bytes) : endOfJpeg(bytes)
}

/** PNG (ISO/IEC 15948 section 5.3): chunks of length, name, data and check sum, the last one named IEND. */
function endOfPng(bytes: Buffer) {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end <= bytes.length ? end : undefined
    at = end
  }
  return undefined
}

/** JPEG (ITU-T T.81 annex B): segments with their length, and after SOS coded data up to the next marker that is neither stuffed nor a restart. */
function endOfJpeg(bytes: Buffer) {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) return at + 2
    if (at + 3 >= bytes.length) return undefined
    at += 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xda) at = nextMarker(bytes, at)
  }
  return undefined
}

function nextMarker(bytes: Buffer, from: number) {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/** Whether a PNG has several frames (APNG): then it names them before its first pixels. */
export function isAnimated(png: Buffer): boolean {
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const name = png.toString('latin1', at + 4, at + 8)
    if (name === 'acTL') return true
    if (name === 'IDAT') return false
  }
  return false
}
