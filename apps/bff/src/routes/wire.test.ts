import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demo } from '../testing/flows.ts'
import { startServer, temporaryFolder } from '../testing/process.ts'

const [dataDir, remove] = temporaryFolder()
let server: Awaited<ReturnType<typeof startServer>>
let cookie: string
beforeAll(async () => {
  server = await startServer(dataDir, { DEMO: 'on' })
  const browser = server.browser()
  await browser.call('POST /api/sign-in/password', demo)
  cookie = `__Host-sid=${browser.cookies.get('__Host-sid')}`
})
afterAll(async () => {
  await server.stop()
  remove()
})

/** One request over a bare connection that is closed after it. */
const send = (first: string, headers: string[], body = '') =>
  server.wire([first, 'host: localhost', 'connection: close', ...headers, '', body].join('\r\n'))
const ours = () => [`origin: http://localhost:${server.port}`, 'content-type: application/json']
const status = (answer: string) => Number(answer.split(' ')[1])
const me = 'GET /api/me HTTP/1.1'
const signIn = 'POST /api/sign-in/password HTTP/1.1'

describe('a cookie on the wire', () => {
  test('is taken by its exact name only', async () => {
    expect(status(await send(me, [`cookie: ${cookie}`]))).toBe(200)
    expect(status(await send(me, [`cookie: \xa0${cookie}`]))).toBe(401)
    expect(status(await send(me, [`cookie: x=1;\xa0${cookie}`]))).toBe(401)
    expect(status(await send(me, [`cookie: \xa0__Host-sid=stolen; ${cookie}`]))).toBe(200)
  })

  test('that comes twice refuses the request, in one header or in two', async () => {
    for (const headers of [[`cookie: ${cookie}; ${cookie}`], [`cookie: ${cookie}`, `cookie: ${cookie}`]]) {
      const answer = await send(me, headers)
      expect(status(answer)).toBe(400)
      expect(answer).toContain('"code":"duplicate-cookie"')
    }
  })

  test.each(['authorization: Basic eDp5DQo=', 'x-user: a\tb=c', 'cookie: a=b\tc=d'])('%j in a header changes nothing', async (header) => {
    expect(status(await send(me, [header]))).toBe(401)
  })
})

describe('a request whose length can be read in two ways', () => {
  const chunk = '0\r\n\r\n'
  test.each([
    ['a length and chunks', ['content-length: 5', 'transfer-encoding: chunked'], chunk],
    ['two lengths', ['content-length: 5', 'content-length: 6'], '{"a":'],
    ['two lengths in one', ['content-length: 5, 6'], '{"a":'],
    ['a length that is no number', ['content-length: +5'], '{"a":'],
    ['chunks named twice', ['transfer-encoding: chunked', 'transfer-encoding: identity'], chunk],
    ['a folded header', ['x-a: 1\r\n b: 2', 'content-length: 2'], '{}'],
    ['a space before the colon', ['content-length : 2'], '{}'],
  ])('%s is refused, and what follows on the connection is not read', async (_, headers, body) => {
    const answer = await server.wire(
      [signIn, 'host: localhost', ...ours(), ...headers, '', `${body}GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n`].join('\r\n'),
    )
    expect(status(answer)).toBe(400)
    expect(answer).not.toContain('alive')
  })
})

describe('a body on the wire', () => {
  const large = 'x'.repeat(70_000)
  test('that is too large is refused, said so or in chunks, and the server goes on', async () => {
    const chunked = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`
    expect(status(await send(signIn, [...ours(), `content-length: ${large.length}`], large))).toBe(413)
    expect(status(await send(signIn, [...ours(), 'transfer-encoding: chunked'], chunked))).toBe(413)
    expect(status(await send(me, [`cookie: ${cookie}`]))).toBe(200)
  })

  test('in chunks is read as any other', async () => {
    const answer = await send(signIn, [...ours(), 'transfer-encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n')
    expect(answer).toContain('"fields":{"email":"required","password":"required"}')
  })
})

test('headers of more than 16 kB are refused', async () => {
  expect(status(await send(me, [`x-a: ${'x'.repeat(17_000)}`]))).toBe(431)
})

test.each(['TRACE', 'CONNECT', 'OPTIONS', 'PROPFIND'])('%s gives nothing away', async (method) => {
  const answer = await send(`${method} /api/me HTTP/1.1`, [`cookie: ${cookie}`])
  expect([0, 400, 403, 404, 405]).toContain(status(answer) || 0)
  expect(answer).not.toMatch(/__Host-sid|access-control-/i)
})

test('an answer has a type with its charset, no name of the software, and none of the headers that open it to other sites', async () => {
  for (const answer of [await send(me, []), await send(me, [`cookie: ${cookie}`]), await send('GET /nothing.js HTTP/1.1', [])]) {
    expect(answer).toMatch(/^content-type: application\/(problem\+)?json/im)
    expect(answer).not.toMatch(/^(server|x-powered-by|access-control-[\w-]+):/im)
    expect(answer).toMatch(/^x-content-type-options: nosniff/im)
  }
})

test('the log has one JSON line a request, with its route and without what was in its address, its headers or its body', async () => {
  const canary = 'canary-4711'
  await send(`GET /api/sessions?token=${canary} HTTP/1.1`, [`cookie: ${cookie}`, `user-agent: ${canary}`])
  await send(`GET /api/${canary} HTTP/1.1`, [])
  const body = JSON.stringify({ email: canary, password: canary })
  await send(signIn, [...ours(), `content-length: ${body.length}`], body)
  await expect.poll(() => server.output.out.match(/"route":"\/api\/sign-in\/password"/g)?.length).toBeGreaterThan(1)
  const lines = server.output.out.split('\n').filter((line) => line.startsWith('{'))
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.any(Number), msg: expect.any(String) })
  expect(lines.join('\n')).toContain('"route":"/api/sessions"')
  expect(server.output.out + server.output.err).not.toContain(canary)
  expect(server.output.out).not.toContain(cookie.slice(12))
})

describe('an old program on the wire', () => {
  const soap = 'POST /soap HTTP/1.1'
  const xml = 'content-type: text/xml'
  const envelope = (body: string) => `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${body}</e:Body></e:Envelope>`
  const login = envelope('<Login xmlns="urn:porta:soap:v1"><login>x@y</login><password>z</password></Login>')
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
  test('may send in chunks, cut anywhere', async () => {
    const body = `${chunk(login.slice(0, 50))}${chunk(login.slice(50))}0\r\n\r\n`
    expect(await send(soap, [xml, 'transfer-encoding: chunked'], body)).toContain('<code>sign-in-refused</code>')
  })
  test('is refused as soon as it has sent too much, although it never says where it ends', async () => {
    const body = chunk(' '.repeat(65_536)).repeat(5)
    expect(await send(soap, [xml, 'transfer-encoding: chunked'], body)).toContain('<code>too-large</code>')
  })
  test('is refused by the length it announces, before it sends anything', async () => {
    expect(await send(soap, [xml, 'content-length: 10485760'])).toContain('<code>too-large</code>')
  })
})
