import sharp from 'sharp'
import { endOfImage, isAnimated, isForeign } from './content.ts'
import type { Limits, Refused } from './limits.ts'

/**
 * Decodes a JPEG or PNG and writes it anew: upright, eight bits, without any metadata. Nothing of the file is kept but what can
 * be seen. Refuses what is not whole, has several frames, is larger than allowed, or has something else appended.
 */
export async function writeAnew(
  bytes: Buffer,
  type: 'jpeg' | 'png',
  { pixels, side, bytes: mostBytes }: Limits,
): Promise<Buffer | Refused> {
  sharp.cache(false)
  sharp.concurrency(1)
  // No other reader of the library may be reached, whatever the bytes look like.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
  const end = endOfImage(bytes, type)
  if (end === undefined) return { refused: 'damaged' }
  if (isForeign(bytes.subarray(end)) || (type === 'png' && isAnimated(bytes))) return { refused: 'not-a-document' }
  try {
    const { width, height, format, isProgressive, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (format !== type || pages > 1) return { refused: 'not-a-document' }
    // What comes in passes over the whole picture is kept twice while it is read.
    const most = isProgressive ? pixels / 2 : pixels
    if (width > side || height > side || width * height > most) return { refused: 'too-many-pixels' }
    const image = sharp(bytes, { limitInputPixels: pixels, failOn: 'error', autoOrient: true }).toColourspace('srgb')
    // The coder that looks at the whole picture first would keep all of it in memory.
    const written = type === 'jpeg' ? image.jpeg({ quality: 90, optimizeCoding: false }) : image.png()
    const anew = await written.toBuffer()
    return anew.length > mostBytes ? { refused: 'file-too-large' } : anew
  } catch {
    return { refused: 'damaged' }
  }
}
