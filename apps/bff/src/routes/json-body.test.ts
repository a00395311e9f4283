import type { Context } from 'hono'
import { describe, expect, test } from 'vitest'
import { readJson } from './json-body.ts'

/** A request as far as the reader looks at it. */
const sent = (body: string | ReadableStream, headers: Record<string, string> = {}) => {
  const raw = new Request('http://localhost/', {
    method: 'POST',
    body: typeof body === 'string' ? new Blob([body]).stream() : body,
    duplex: 'half',
  } as RequestInit)
  const all: Record<string, string | undefined> = { 'content-type': 'application/json', ...headers }
  return { req: { raw, header: (name: string) => all[name], text: () => raw.text() } } as unknown as Context
}
const read = (body: string | ReadableStream, headers?: Record<string, string>) =>
  readJson(sent(body, headers), { bodyBytes: 65_536, bodyWithinMs: 100 })
const refusal = (body: string, headers?: Record<string, string>) =>
  read(body, headers).then(
    () => 'read',
    (reason: { code?: string }) => reason.code,
  )

describe('a body', () => {
  test('is read as it was sent, with or without a charset', async () => {
    const body = { text: 'Núria "Ñ" \\ é 🙂', list: [1, { a: null }] }
    expect(await read(JSON.stringify(body))).toEqual(body)
    expect(await read('{"a":1}', { 'content-type': 'Application/JSON; charset=utf-8' })).toEqual({ a: 1 })
  })

  test('of exactly the limit is read, one byte more is not, and the rest of a stream is not waited for', async () => {
    const exact = `"${'x'.repeat(65_534)}"`
    expect(await refusal(exact)).toBe('read')
    expect(await refusal(`${exact} `)).toBe('too-large')
    expect(await refusal('"é"'.padEnd(65_536, ' '))).toBe('too-large')
    let isCancelled = false
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000)),
      cancel: () => {
        isCancelled = true
      },
    })
    await expect(read(endless)).rejects.toMatchObject({ code: 'too-large' })
    expect(isCancelled).toBe(true)
  })

  test('that is not there in time is refused, with a length or without, although a byte comes now and then', async () => {
    const slow = () => {
      let timer: NodeJS.Timeout | undefined
      const start = (controller: ReadableStreamDefaultController) => {
        timer = setInterval(() => controller.enqueue(new Uint8Array([32])), 20)
      }
      return new ReadableStream({ start, cancel: () => clearInterval(timer) })
    }
    for (const headers of [{}, { 'content-length': '9000' }])
      await expect(read(slow(), headers)).rejects.toMatchObject({ code: 'too-slow' })
  })

  test.each([
    ['the same key twice', '{"a":1,"a":2}'],
    ['the same key twice, once in escapes', '{"a":1,"\\u0061":2}'],
    ['the same key twice, deep inside', '[{"b":{"a":1,"c":[{}],"a":2}}]'],
    ['deeper than sixteen', `${'['.repeat(17)}${']'.repeat(17)}`],
    ['more than a hundred keys', JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`k${n}`, n])))],
  ])('with %s is refused', async (_, body) => {
    expect(await refusal(body)).toBe('invalid-input')
  })

  test.each([
    ['the same key in two objects', '[{"a":1},{"a":2}]'],
    ['the same text as key and as value', '{"a":"a","b":"a"}'],
    ['colons, braces and quotes inside strings', '{"a":"x\\":{\\"a\\":1}[[[","b":":"}'],
    ['sixteen deep', `${'['.repeat(16)}${']'.repeat(16)}`],
  ])('with %s is read', async (_, body) => {
    expect(await refusal(body)).toBe('read')
  })

  test('made to keep the reader busy is refused in no time', async () => {
    const nasty = [
      `{"a":"${'\\"'.repeat(32_000)}`,
      '"'.repeat(65_000),
      '['.repeat(65_000),
      `${'{"a":'.repeat(10_000)}`,
      '"\\'.repeat(32_000),
    ]
    for (const body of nasty) {
      const began = performance.now()
      expect(await refusal(body)).toMatch(/not-json|invalid-input/)
      expect(performance.now() - began).toBeLessThan(200)
    }
  })
})
