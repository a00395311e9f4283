import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { holding, jpegScan, pdfScan, pixelBomb } from '../testing/scans.ts'
import { documentInspector } from './inspect.ts'

const app = join(import.meta.dirname, '../..')
const outDir = join(app, `node_modules/.bundle-${process.pid}`)
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

test('what `start` serves looks at documents as the sources do, and the server itself loads nothing for it', {
  timeout: 60_000,
}, async () => {
  await build({ root: app, configFile: join(app, 'vite.config.ts'), logLevel: 'error', build: { outDir } })
  const logged: unknown[] = []
  const log = (facts: unknown) => void logged.push(facts)
  const inspect = documentInspector(rules.documents, { debug: log, info: log, warn: log, error: log }, join(outDir, 'inspect-child.js'))
  const sent = await pdfScan()
  expect(await inspect(sent)).toEqual({ type: 'pdf', content: sent })
  expect((await inspect(await jpegScan())).content.includes('Exif')).toBe(false)
  expect((await inspect(pixelBomb(6400, 6250))).type).toBe('png')
  await expect(inspect(await pdfScan({ change: holding({ S: 'Launch' }) }))).rejects.toMatchObject({ code: 'document-refused' })
  expect(logged).toEqual([])
  expect(readFileSync(join(outDir, 'main.js'), 'utf8')).not.toMatch(/from ["']sharp|PDFParser/)
})
