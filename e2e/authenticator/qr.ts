import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// Without its file at hand zxing-wasm would fetch it from a CDN.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

/** The texts of all QR codes in a PNG or JPEG. */
export async function readQrCodes(image: Uint8Array): Promise<string[]> {
  if (!isPng(image) && !isJpeg(image)) throw new Error('not a PNG or JPEG image')
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true })
  return found.filter((code) => code.isValid).map((code) => code.text)
}

/** The text of the one QR code in a PNG or JPEG. */
export async function readQrCode(image: Uint8Array): Promise<string> {
  const [text, another] = await readQrCodes(image)
  if (text === undefined) throw new Error('no QR code in the image')
  if (another !== undefined) throw new Error('more than one QR code in the image')
  return text
}

const isPng = (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])
const isJpeg = (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff])
const startsWith = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
