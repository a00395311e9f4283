import type { APIResponse } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { expectProblem, newClient, sendPassword, setCookiesOf } from '../flows/http.ts'
import { origin } from '../product.ts'

const email = 'nobody@example.test'

test('healthz and readyz answer', async ({ request }) => {
  expect((await request.get('/healthz')).status()).toBe(200)
  expect((await request.get('/readyz')).status()).toBe(200)
})

test.describe('what is sent is checked before anything else', () => {
  test.use({ extraHTTPHeaders: { origin } })

  test('an unknown field is refused, and named', async ({ request }) => {
    const response = await request.post('/api/sign-in/password', { data: { email, password: 'x', role: 'admin' } })
    await expectProblem(response, 422, 'invalid-input')
    expect((await response.json()).fields).toEqual({ role: 'unknown-field' })
  })

  for (const wrong of [[email], { $gt: '' }, 7, null, true])
    test(`${JSON.stringify(wrong)} is no e-mail and no password`, async ({ request }) => {
      const asEmail = await request.post('/api/sign-in/password', { data: { email: wrong, password: 'x' } })
      await expectProblem(asEmail, 422, 'invalid-input')
      expect((await asEmail.json()).fields).toEqual({ email: 'wrong-type' })
      await expectProblem(await request.post('/api/sign-in/password', { data: { email, password: wrong } }), 422, 'invalid-input')
    })

  test('a body that is no object, or no JSON, is refused', async ({ request }) => {
    const headers = { 'content-type': 'application/json' }
    await expectProblem(await request.post('/api/sign-in/password', { headers, data: Buffer.from('[]') }), 422, 'invalid-input')
    const broken = Buffer.from('{"email":')
    await expectProblem(await request.post('/api/sign-in/password', { headers, data: broken }), 415, 'not-json')
    const twice = Buffer.from('{"email":"a@example.test","password":"x","email":"b@example.test"}')
    await expectProblem(await request.post('/api/sign-in/password', { headers, data: twice }), 422, 'invalid-input')
  })

  test('a body that is too large is refused', async ({ request }) => {
    const data = { email, password: 'x'.repeat(200_000) }
    await expectProblem(await request.post('/api/sign-in/password', { data }), 413, 'too-large')
  })

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    test(`${type} is refused`, async ({ request }) => {
      const data = Buffer.from(JSON.stringify({ email, password: 'x' }))
      await expectProblem(await request.post('/api/sign-in/password', { headers: { 'content-type': type }, data }), 415, 'not-json')
    })

  test('an unknown path of the API is a named 404', async ({ request }) => {
    await expectProblem(await request.get('/api/nothing-here'), 404, 'not-found')
  })
})

test('another site cannot change anything, whatever it sends', async ({ playwright, account }) => {
  for (const foreign of ['https://evil.example', 'null', `${origin}.evil.example`]) {
    const client = await newClient(playwright, { origin: foreign })
    await expectProblem(await sendPassword(client, account), 403, 'other-origin')
    await client.dispose()
  }
  const sibling = await newClient(playwright, { 'sec-fetch-site': 'same-site' })
  await expectProblem(await sendPassword(sibling, account), 403, 'other-origin')
  await sibling.dispose()
})

test('a browser may not read the answers from another site', async ({ request }) => {
  for (const path of ['/', '/api/me'])
    expect(Object.keys((await request.get(path)).headers()).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('the same headers guard the pages, the API and what does not exist', async ({ request }) => {
  for (const path of ['/sign-in', '/api/me', '/api/nothing-here', '/nothing-here.js', '/healthz']) {
    const response = await request.get(path)
    await test.step(path, () => expectGuarded(response))
  }
})

function expectGuarded(response: APIResponse) {
  const headers = response.headers()
  const policy = headers['content-security-policy'] ?? ''
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(rule)
  expect(policy).toMatch(/base-uri 'none'.*require-trusted-types-for 'script'|sandbox/)
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toMatch(/no-referrer|same-origin/)
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
}

test('pages and answers are not kept by anybody, files with a hash for ever', async ({ request, page }) => {
  for (const path of ['/sign-in', '/api/me']) expect((await request.get(path)).headers()['cache-control']).toContain('no-store')
  const script = page.waitForResponse((response) => response.url().endsWith('.js'))
  await page.goto('/sign-in')
  expect((await script).headers()['cache-control']).toMatch(/immutable/)
})

test('an unknown file is a 404 and never the page', async ({ request }) => {
  for (const path of ['/assets/nothing.js', '/.git/config', '/..%2f..%2fpackage.json', '/favicon.png', '/server.map'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('every cookie of the session is closed to scripts and to other sites', async ({ playwright, account }) => {
  const client = await newClient(playwright)
  const response = await sendPassword(client, account)
  const cookies = setCookiesOf(response)
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/)
    for (const flag of [/; *Secure/i, /; *HttpOnly/i, /; *SameSite=Strict/i, /; *Path=\/(;|$)/i]) expect(cookie).toMatch(flag)
    expect(cookie).not.toMatch(/; *Domain/i)
    const value = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))
    if (value) expect(await response.text()).not.toContain(value)
  }
  await client.dispose()
})
