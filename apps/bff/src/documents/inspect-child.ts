// Looks at one document in a process of its own: it comes on standard input, its kind and the limits are the arguments. First a line
// says that the process is fit to work; the answer is a line of JSON, and after it the image as it was written anew.
import { buffer } from 'node:stream/consumers'
import type { DocumentType, Limits, Refused } from './limits.ts'

const [type, limits] = process.argv.slice(2) as [DocumentType, string]

async function inspector(): Promise<(bytes: Buffer, limits: Limits) => Promise<Buffer | Refused>> {
  if (type === 'pdf') return (await import('./pdf.ts')).checkPdf
  const { writeAnew } = await import('./image.ts')
  return (bytes, most) => writeAnew(bytes, type, most)
}

const inspect = await inspector()
process.stdout.write('ready\n')
const found = await inspect(await buffer(process.stdin), JSON.parse(limits))
process.stdout.write(Buffer.isBuffer(found) ? '{}\n' : `${JSON.stringify(found)}\n`)
if (Buffer.isBuffer(found)) process.stdout.write(found)
