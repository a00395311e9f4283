import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { rules } from '../src/config.ts'
import { documentInspector } from '../src/documents/inspect.ts'

const megabyte = 1024 * 1024
const silent = () => undefined
const log = { debug: silent, info: silent, warn: console.warn, error: console.error }

/** A photograph with much detail: of twelve million pixels, as good as fits into so many bytes. */
async function photograph(most: number, width = 4000, height = 3000): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 25 }
  const pixels = await sharp({ create: { width, height, channels: 3, background: '#777', noise } })
    .raw()
    .toBuffer()
  const raw = { width, height, channels: 3 as const }
  let best: Buffer = Buffer.alloc(0)
  for (let [low, high] = [1, 100]; low <= high; ) {
    const quality = Math.floor((low + high) / 2)
    const jpeg = await sharp(pixels, { raw }).jpeg({ quality }).toBuffer()
    if (jpeg.length <= most) {
      low = quality + 1
      if (jpeg.length > best.length) best = jpeg
    } else high = quality - 1
  }
  return best
}

/** A sheet of paper in colour, scanned very finely: 8000 × 5000 pixels, a few marks on white. */
function sheet(): Promise<Buffer> {
  const [width, height] = [8000, 5000]
  const pixels = Buffer.alloc(width * height * 3, 255)
  for (let n = 0; n < pixels.length; n += 3 * (1 + ((n * 7919) % 97))) pixels.fill((n * 31) % 200, n, n + 3)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer()
}

/** So many pages, on each of them a scan of its own; about so many bytes in all. */
async function bundle(pages: number, most: number): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page++) {
    const scan = await pdf.embedJpg(await photograph(Math.floor((0.98 * most) / pages), 1000, 1400))
    pdf.addPage([595, 842]).drawImage(scan, { width: 595, height: 842 })
  }
  return Buffer.from(await pdf.save())
}

/** The most memory (VmHWM, in MB) that a process started by this one has had until `stop`. */
function watchChildren() {
  let most = 0
  const look = () => {
    for (const task of readdirSync('/proc/self/task'))
      for (const pid of readOr(`/proc/self/task/${task}/children`).split(' ').filter(Boolean))
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0))
  }
  const timer = setInterval(look, 2)
  return () => {
    clearInterval(timer)
    return (most * 1024) / 1e6
  }
}
function readOr(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** What it costs to look at a large document, in the process that does it, as built. */
export async function measureScans(times = 5) {
  const inspect = documentInspector(rules.documents, log, join(import.meta.dirname, '../dist/inspect-child.js'))
  const kinds = {
    'JPEG, 12 million pixels': await photograph(rules.documents.bytes),
    'PNG, 40 million pixels': await sheet(),
    'PDF, 50 pages': await bundle(rules.documents.pages, rules.documents.bytes),
    'the smallest PNG': await sharp({ create: { width: 1, height: 1, channels: 3, background: '#777' } })
      .png()
      .toBuffer(),
  }
  const rows = []
  for (const [what, bytes] of Object.entries(kinds)) {
    const took: number[] = []
    const peaks: number[] = []
    let outcome = 'taken'
    for (let n = 0; n < times; n++) {
      const stop = watchChildren()
      const began = performance.now()
      await inspect(bytes).catch((problem: { detail?: { fields?: { file?: string } } }) => {
        outcome = problem.detail?.fields?.file ?? String(problem)
      })
      took.push(performance.now() - began)
      peaks.push(stop())
    }
    took.sort((a, b) => a - b)
    rows.push({
      what,
      MiB: Number((bytes.length / megabyte).toFixed(1)),
      'ms, median': Math.round(took[Math.floor(times / 2)] ?? Number.NaN),
      'ms, most': Math.round(took.at(-1) ?? Number.NaN),
      'peak MB': Math.round(Math.max(...peaks)),
      outcome,
    })
  }
  console.log(
    `\nlooking at documents, each in a process of its own (${rules.documents.atOnce} at once at most, ${rules.documents.inspectWithinMs / 1000} s each)`,
  )
  console.table(rows)
}
