import { type Endpoint, endpoints } from '@porta/shared'
import { beforeAll, describe, expect, test } from 'vitest'
import { all, bodyOf, type Doors, openDoors, samples, shapeOf, withBody } from '../testing/doors.ts'
import { signIn } from '../testing/flows.ts'
import { openTestHouse } from '../testing/house.ts'

const changing = all.filter(([key]) => !key.startsWith('GET '))
const fields = withBody.flatMap(([key, { body }]) => Object.keys(shapeOf(body)).map((field) => [key, field] as const))

let { house, people, admitted, refuses } = {} as Doors
beforeAll(async () => {
  ;({ house, people, admitted, refuses } = await openDoors())
})

test('the server has exactly the routes that the contract declares, each with its access', () => {
  const routes = house.app.routes.filter(({ path }) => path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`)
  expect(routes.sort()).toEqual(Object.keys(endpoints).sort())
  for (const [, { access }] of all) expect(['open', 'challenge', 'enrolling', 'signed-in', 'admin', 'staff', 'case']).toContain(access)
})

describe('a change that does not come from a page of ours is refused and changes nothing', () => {
  const elsewhere: [string, Record<string, string | undefined>][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['a name that ends like ours', { origin: 'http://localhost:3000.evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['another scheme', { origin: 'https://localhost:3000' }],
    ['a null origin', { origin: 'null' }],
    ['no origin', { origin: undefined }],
    ['no origin and no fetch metadata', { origin: undefined, 'sec-fetch-site': undefined }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['fetch metadata "none"', { 'sec-fetch-site': 'none' }],
  ]
  describe.each(changing.map(([key]) => key))('%s', (key) => {
    test.each(elsewhere)('%s', async (_, headers) => {
      const answer = await refuses(admitted(endpoints[key]), key, bodyOf(key), headers)
      expect(answer.problem).toMatchObject({ status: 403, code: 'other-origin' })
      expect(answer.setCookies).toEqual([])
    })
  })
})

describe('a body that is not JSON, or too large, is refused and changes nothing', () => {
  describe.each(withBody)('%s', (key, endpoint) => {
    const body = bodyOf(key)
    test.each([
      ['text/plain', 'text/plain'],
      ['a form', 'application/x-www-form-urlencoded'],
      ['multipart', 'multipart/form-data; boundary=x'],
      ['something like JSON', 'application/json-patch+json'],
      ['no content type', undefined],
    ])('%s', async (_, type) => {
      expect((await refuses(admitted(endpoint), key, body, { 'content-type': type })).problem.code).toBe('not-json')
    })
    test('packed', async () => {
      expect((await refuses(admitted(endpoint), key, body, { 'content-encoding': 'gzip' })).problem.code).toBe('not-json')
    })
    test('broken', async () => {
      for (const text of ['', '{', '{"a":1}}', "{'code':1}", 'undefined'])
        expect((await refuses(admitted(endpoint), key, text)).problem.code).toBe('not-json')
    })
    test('too large, said so or not', async () => {
      const large = `{"x":"${'x'.repeat(65_536)}"}`
      expect((await refuses(admitted(endpoint), key, large)).problem.code).toBe('too-large')
      expect((await refuses(admitted(endpoint), key, '{}', { 'content-length': '65537' })).problem.code).toBe('too-large')
    })
    test('no object', async () => {
      for (const value of ['null', '[]', '1', '"text"', 'true']) {
        expect((await refuses(admitted(endpoint), key, value)).problem).toMatchObject({ status: 422, fields: { body: 'wrong-type' } })
      }
    })
  })
})

function wrongFor(field: string): unknown[] {
  if (field === 'from') return ['1', 1.5, true, [], {}]
  if (field === 'addresses' || field === 'checked') return [null, 1, 'x', true, {}]
  if (field === 'to') return [1, 0, true, [], {}]
  return typeof samples[field] === 'boolean' ? ['true', 1, null, [], {}] : [null, 1, 0, true, [], ['123456'], {}, { $gt: '' }]
}

describe('fields are exactly what the contract says', () => {
  test.each(fields)('%s: %s of another type', async (key, field) => {
    const endpoint = endpoints[key] as Endpoint
    const wrong = wrongFor(field)
    for (const value of wrong) {
      const answer = await refuses(admitted(endpoint), key, { ...bodyOf(key), [field]: value })
      expect(answer.problem).toMatchObject({ status: 422, code: 'invalid-input' })
      expect(Object.keys(answer.problem.fields ?? {})).toEqual([field])
    }
  })

  test.each(withBody)('%s: fields that are not listed', async (key, endpoint) => {
    const own = Object.keys(shapeOf(endpoint.body))
    for (const name of ['role', 'companyId', 'factorId', 'main', 'active', 'id', 'assurance', 'verified', 'secret', 'leftAt'].filter(
      (each) => !own.includes(each),
    )) {
      const answer = await refuses(admitted(endpoint), key, { ...bodyOf(key), [name]: 'admin' })
      expect(answer.problem).toMatchObject({ status: 422, fields: { [name]: 'unknown-field' } })
    }
  })

  test.each(withBody)('%s: names that reach into prototypes', async (key, endpoint) => {
    const rest = JSON.stringify(bodyOf(key)).slice(1)
    for (const name of ['__proto__', 'constructor', 'prototype', '__pr\\u006fto__']) {
      const answer = await refuses(admitted(endpoint), key, `{"${name}":{"role":"admin"},${rest}`)
      expect(answer.problem).toMatchObject({ status: 422, code: 'invalid-input' })
    }
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  test.each(fields)('%s: %s twice', async (key, field) => {
    const endpoint = endpoints[key] as Endpoint
    const rest = JSON.stringify(bodyOf(key)).slice(1)
    const escaped = `\\u${field.charCodeAt(0).toString(16).padStart(4, '0')}${field.slice(1)}`
    for (const name of [field, escaped]) {
      const answer = await refuses(admitted(endpoint), key, `{"${name}":${JSON.stringify(samples[field])},${rest}`)
      expect(answer.problem).toMatchObject({ status: 422, code: 'invalid-input' })
    }
  })
})

describe('what is not there', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/me/x.css'],
    ['PUT', '/api/me'],
    ['POST', '/api/me'],
    ['GET', '/api/sign-in/password'],
    ['OPTIONS', '/api/me'],
    ['GET', '/.git/config'],
    ['GET', '/api/../api/debug'],
  ])('%s %s is refused as a problem', async (method, path) => {
    expect((await people.verified.send(method, path)).problem).toMatchObject({ type: 'about:blank', status: 404, code: 'not-found' })
  })
})

describe('every answer', () => {
  test('carries the headers that keep it out of frames, caches and other origins, and none that opens it', async () => {
    const answers = [
      await people.verified.call('GET /api/me'),
      await people.nobody.call('GET /api/me'),
      await people.verified.send('POST', '/api/sign-out', undefined, { origin: 'https://evil.example' }),
      await people.verified.send('GET', '/api/nothing'),
      await people.verified.send('OPTIONS', '/api/me', undefined, {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
      }),
      await people.verified.send('PATCH', '/api/me', '{'),
    ]
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
      })
      for (const name of headers.keys()) expect(name).not.toMatch(/^(access-control-|server$|x-powered-by$)/)
    }
  })

  test('asks for https from then on, where the site is https', async () => {
    const secure = await openTestHouse({ PUBLIC_URL: 'https://porta.example' })
    const { headers } = await secure.browser().call('GET /api/me')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains; preload')
    expect((await people.nobody.call('GET /api/me')).headers.has('strict-transport-security')).toBe(false)
  })

  test('to an endpoint with a fault of ours says the request id and nothing of the inside', async () => {
    const broken = await openTestHouse()
    const browser = broken.browser()
    await signIn(browser, await broken.person())
    await broken.engine.close()
    const answer = await browser.call('GET /api/me')
    expect(answer.problem).toEqual({
      type: 'about:blank',
      title: 'Something went wrong on our side.',
      status: 500,
      code: 'unexpected',
      requestId: answer.headers.get('x-request-id'),
    })
    expect(broken.logged.at(-1)).toMatchObject({ level: 'error', facts: { requestId: answer.problem.requestId } })
    expect((await browser.send('GET', '/readyz')).body).toEqual({ status: 'not ready' })
    expect((await browser.send('GET', '/healthz')).status).toBe(200)
  })
})
