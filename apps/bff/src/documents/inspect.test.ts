import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { rules } from '../config.ts'
import { temporaryFolder } from '../testing/process.ts'
import { animatedPng, holding, jpegScan, pdfScan, pixelBomb, pngScan, zipArchive } from '../testing/scans.ts'
import { documentInspector } from './inspect.ts'

const logged: { message: string; facts: Record<string, unknown> }[] = []
const log = (facts: Record<string, unknown>, message: string) => void logged.push({ message, facts })
const logs = { debug: log, info: log, warn: log, error: log }
const inspect = documentInspector(rules.documents, logs)
const refusal = (content: Buffer | Promise<Buffer>, look = inspect) =>
  Promise.resolve(content)
    .then(look)
    .then(
      ({ type }) => `taken as ${type}`,
      (problem: { code?: string; detail?: { fields?: { file?: string } } }) => problem.detail?.fields?.file ?? problem.code,
    )

describe('an image', () => {
  test('is written anew: upright, without where and by whom it was taken, and without anything else that cannot be seen', async () => {
    const sent = await jpegScan()
    expect(sent.includes('secret-camera-owner')).toBe(true)
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const { type, content } = await inspect(sent)
    expect(type).toBe('jpeg')
    const { width, height, exif, icc, xmp, orientation } = await sharp(content).metadata()
    expect({ width, height, exif, icc, xmp, orientation }).toEqual({ width: 480, height: 640 })
    expect(content.includes('secret-camera-owner')).toBe(false)
    expect(content.includes('Exif')).toBe(false)
  })

  test('keeps what can be seen', async () => {
    const sent = await pngScan()
    const { type, content } = await inspect(sent)
    expect(type).toBe('png')
    expect((await sharp(content).raw().toBuffer()).equals(await sharp(sent).raw().toBuffer())).toBe(true)
  })

  test('loses what a phone appends, and is refused with what a browser or a shell would open', async () => {
    const photo = await jpegScan()
    const { content } = await inspect(Buffer.concat([photo, Buffer.from('\0\0\0\x18ftypmp42 motion'), await jpegScan(32, 32)]))
    expect(content.includes('ftypmp42')).toBe(false)
    const tails = ['<html><script>alert(1)</script>', '\n< SVG onload=x>', '<?php', 'x%PDF-1.7', '#!/bin/sh', 'MZ\x90\0'].map((t) =>
      Buffer.from(t),
    )
    for (const tail of [...tails, zipArchive()]) {
      expect(await refusal(Buffer.concat([photo, tail]))).toBe('not-a-document')
      expect(await refusal(Buffer.concat([await pngScan(), tail]))).toBe('not-a-document')
    }
  })

  test('of more pixels than are allowed is refused before it is unfolded', async () => {
    expect(await refusal(pixelBomb(30_000, 30_000))).toBe('too-many-pixels')
    expect(await refusal(pixelBomb(10_001, 100))).toBe('too-many-pixels')
    expect(await refusal(pixelBomb(6400, 6251))).toBe('too-many-pixels')
    expect(await refusal(pixelBomb(6400, 6250))).toBe('taken as png')
    const twice = sharp(pixelBomb(5000, 4001)).jpeg({ progressive: true })
    expect(await refusal(twice.toBuffer())).toBe('too-many-pixels')
  })

  test('that says less than it has is not unfolded any further', async () => {
    const lying = pixelBomb(9000, 9000)
    const header = pixelBomb(90, 90).subarray(0, 33)
    expect(await refusal(Buffer.concat([header, lying.subarray(33)]))).toMatch(/damaged|taken as png/)
  })

  test('that is cut off, broken or has several frames is refused', async () => {
    const [photo, drawing] = [await jpegScan(), await pngScan()]
    expect(await refusal(photo.subarray(0, photo.length - 20))).toBe('damaged')
    expect(await refusal(photo.subarray(0, 3))).toBe('damaged')
    expect(await refusal(Buffer.concat([photo.subarray(0, 400), Buffer.from([0xff, 0xd9])]))).toBe('damaged')
    expect(await refusal(drawing.subarray(0, drawing.length - 20))).toBe('damaged')
    const broken = Buffer.from(drawing)
    broken.fill(0, 200, 4000)
    expect(await refusal(broken)).toBe('damaged')
    expect(await refusal(animatedPng(drawing))).toBe('not-a-document')
  })
})

describe('what it is called says nothing', () => {
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
  test.each([
    ['GIF', () => picture.gif().toBuffer()],
    ['WebP', () => picture.webp().toBuffer()],
    ['TIFF', () => picture.tiff().toBuffer()],
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a ZIP archive', async () => zipArchive()],
    ['a program', async () => readFileSync(process.execPath).subarray(0, 10_000)],
    ['text', async () => Buffer.from('Bon dia')],
    ['nothing', async () => Buffer.alloc(0)],
    ['something before a PDF', async () => Buffer.concat([Buffer.from('\n'), await pdfScan()])],
    ['a PDF of another age', async () => Buffer.from((await pdfScan()).toString('latin1').replace('%PDF-1.', '%PDF-3.'), 'latin1')],
  ])('%s is refused', async (_, file) => {
    expect(await refusal(file())).toBe('not-a-document')
  })
})

describe('the process that looks', () => {
  const bad = join(import.meta.dirname, '../testing/bad-inspector.ts')
  const look = (change: { atOnce?: number; inspectWaitMs?: number; inspectWithinMs?: number } = {}, child = bad) =>
    documentInspector({ ...rules.documents, ...change }, logs, child)
  const wellKnown = async () => ({ pdf: await pdfScan(), jpeg: await jpegScan(8, 8), png: await pngScan(8, 8) })

  test('gives a PDF back as it came, to the byte', async () => {
    const sent = await pdfScan({ pages: 2 })
    expect(await inspect(sent)).toEqual({ type: 'pdf', content: sent })
    expect(await refusal(pdfScan({ change: holding({ JS: 'x' }) }))).toBe('active-content')
  })

  test('that hangs is ended in its time, and the document is refused', async () => {
    const began = performance.now()
    expect(await refusal((await wellKnown()).pdf, look({ inspectWithinMs: 1500 }))).toBe('damaged')
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('that wants more memory than it may have dies of it, and the document is refused', async () => {
    expect(await refusal((await wellKnown()).jpeg, look())).toBe('damaged')
    expect(logged.at(-1)).toMatchObject({ message: 'a document was too much for the process that looked at it' })
  })

  test('that cannot do its work refuses nothing: nobody knows what the document is', async () => {
    expect(await refusal((await wellKnown()).png, look())).toBe('unavailable')
    expect(await refusal((await wellKnown()).png, look({}, '/nowhere.ts'))).toBe('unavailable')
    expect(logged.at(-1)).toMatchObject({ message: 'no document can be looked at' })
  })

  test.each([
    ['no JSON', '{oops'],
    ['no object', 'null'],
    ['a reason that is none of ours', '{"refused":"<b>"}'],
    ['a reason that is no text', '{"refused":{}}'],
  ])('that answers with %s refuses the document, and takes nobody along', async (_, answer) => {
    const [folder, remove] = temporaryFolder()
    const child = join(folder, 'liar.js')
    writeFileSync(child, `process.stdin.resume().on('end', () => process.stdout.write(${JSON.stringify(`ready\n${answer}\n`)}))`)
    expect(await refusal((await wellKnown()).pdf, look({}, child))).toBe('damaged')
    remove()
  })

  test('is one of so few at once; who waits too long for a turn is told that the server is busy', async () => {
    const { pdf } = await wellKnown()
    const slow = look({ atOnce: 2, inspectWithinMs: 2000, inspectWaitMs: 300 })
    expect((await Promise.all([pdf, pdf, pdf, pdf].map((file) => refusal(file, slow)))).sort()).toEqual([
      'busy',
      'busy',
      'damaged',
      'damaged',
    ])
    const patient = look({ atOnce: 1 }, join(import.meta.dirname, 'inspect-child.ts'))
    expect(await Promise.all([pdf, pdf, pdf].map((file) => refusal(file, patient)))).toEqual(Array(3).fill('taken as pdf'))
  })
})
