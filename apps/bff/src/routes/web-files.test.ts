import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/house.ts'

const dist = mkdtempSync(join(tmpdir(), 'porta-dist-'))
const page = '<!doctype html><html lang="ca"><head><title>Porta</title></head><body></body></html>'
const script = 'console.log("à")'
let house: TestHouse

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'))
  mkdirSync(join(dist, '.vite'))
  const files: Record<string, string | Buffer> = {
    'index.html': page,
    'assets/app-1a2b.js': script,
    'assets/app-1a2b.js.br': brotliCompressSync(script),
    'assets/app-1a2b.js.gz': gzipSync(script),
    'assets/app-1a2b.js.map': '{}',
    'robots.txt': 'User-agent: *',
    '.vite/manifest.json': JSON.stringify({ 'src/i18n/messages/cs/common.ts': { file: 'assets/cs-1.js' } }),
    'notes.bak': 'secret',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content)
  house = await openTestHouse({}, dist)
})
afterAll(() => rmSync(dist, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}) =>
  house.app.request(path, { headers: { 'accept-encoding': 'identity', ...headers } })

describe('the page', () => {
  test('is the same at every address of the product, is kept by no cache, and may run only our own scripts', async () => {
    for (const path of ['/', '/sign-in', '/account/two-factor?x=1', '/a/b/c']) {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(page)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      const policy = answer.headers.get('content-security-policy')
      for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
        expect(policy).toContain(rule)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    }
  })

  test.each([
    [{}, 'ca'],
    [{ 'accept-language': 'de-DE,cs;q=0.9' }, 'cs'],
    [{ 'accept-language': 'en-US' }, 'en'],
    [{ 'accept-language': 'cs', cookie: 'lang=es' }, 'es'],
    [{ cookie: 'lang="><script>' }, 'ca'],
  ])('speaks the language of %j', async (headers, language) => {
    const text = await (await get('/', headers as Record<string, string>)).text()
    expect(text).toContain(`<html lang="${language}"`)
    expect(text.includes('/assets/cs-1.js')).toBe(language === 'cs')
    expect(text).not.toContain('<script>')
  })

  test('comes packed to whoever can unpack it', async () => {
    const answer = await get('/', { 'accept-encoding': 'gzip, deflate, br' })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(page)
    expect((await get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip')
  })

  test('has no body for HEAD', async () => {
    const answer = await house.app.request('/', { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })
})

describe('a file', () => {
  test('with a hash in its name is kept for ever, any other is asked for again', async () => {
    const hashed = await get('/assets/app-1a2b.js')
    expect(await hashed.text()).toBe(script)
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const plain = await get('/robots.txt')
    expect(plain.headers.get('cache-control')).toBe('no-cache')
    const etag = plain.headers.get('etag') ?? ''
    expect((await get('/robots.txt', { 'if-none-match': etag })).status).toBe(304)
    expect((await get('/robots.txt', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test.each([
    '/assets/app-0000.js',
    '/assets/app-1a2b.js.map',
    '/assets/app-1a2b.js.br',
    '/.vite/manifest.json',
    '/.env',
    '/.git/config',
    '/notes.bak',
    '/index.html',
    '/..%2f..%2fetc%2fpasswd.txt',
    '/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/x.css',
    '/api/me/x.css',
    '/api/unknown',
    '/main.ts',
    '/favicon.ico',
  ])('%s is not there, and that is said as a problem, never with the page', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  })
})

describe('a form sent before the scripts were there', () => {
  const post = (path: string, origin = 'http://localhost:3000') =>
    house.app.request(path, { method: 'POST', headers: { origin }, body: new URLSearchParams({ password: 'secret' }) })

  test('goes back to the same page with nothing in the address', async () => {
    const answer = await post('/sign-in?next=x')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in')
  })

  test('from another site is refused', async () => {
    expect((await post('/sign-in', 'https://evil.example')).status).toBe(403)
  })

  test.each([
    '//evil.example',
    '///evil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/%2f%2fevil.example',
    '/%0d%0aset-cookie:x=1',
    '/\\evil.example',
  ])('%s never leads to another site', async (path) => {
    const answer = await post(`http://localhost:3000${path}`)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect(new URL(location, 'http://localhost:3000').origin).toBe('http://localhost:3000')
    expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
  })
})
