import { type Endpoint, type EndpointKey, endpoints, problemDocument } from '@porta/shared'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addCompany } from '../domain/people.ts'
import type { Browser } from '../testing/browser.ts'
import { openOperator } from '../testing/desk.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { newestSecret } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'

const all = Object.entries(endpoints) as [EndpointKey, Endpoint][]
const withBody = all.filter(([, endpoint]) => endpoint.body)
const changing = all.filter(([key]) => !key.startsWith('GET '))
const fields = withBody.flatMap(([key, { body }]) => Object.keys(shapeOf(body)).map((field) => [key, field] as const))
const samples: Record<string, unknown> = {
  email: 'person1@soler.example',
  password: 'a long enough password',
  code: '123456',
  rememberDevice: true,
  recoveryCode: 'abcde-fghjk',
  enrolmentId: 'fac_1',
  kind: 'png',
  language: 'cs',
  token: 'A'.repeat(43),
  newPassword: 'quatre gats i un paraigua',
  phone: '972000111',
  mailedCode: '12345678',
  wasMe: true,
  name: 'facturacio-erp',
  role: 'member',
  active: true,
  required: true,
  setUpAnew: false,
  reason: 'A lost phone.',
  from: null,
  contactId: 'con_1',
  addresses: ['198.51.100.7'],
  subject: 'Another mailbox',
  service: 'soler.example',
  text: 'Please add one.',
  message: 'The second page is missing.',
  digest: 'A'.repeat(43),
  receipt: 'no receipt',
  number: '482177305',
  forCompany: false,
  to: null,
  state: 'in-progress',
  checked: ['name-and-account'],
}

function shapeOf(body: z.ZodType | undefined): Record<string, z.ZodType> {
  if (!(body instanceof z.ZodObject)) throw new Error('a body is an object')
  return body.shape
}
const bodyOf = (key: EndpointKey) => {
  const { body } = endpoints[key] as Endpoint
  return body && Object.fromEntries(Object.keys(shapeOf(body)).map((field) => [field, samples[field]]))
}
const pathOf = (key: EndpointKey, id = 'ses_1') => key.slice(key.indexOf(' ') + 1).replaceAll(/:\w+/g, encodeURIComponent(id))
const methodOf = (key: EndpointKey) => key.slice(0, key.indexOf(' '))

let house: TestHouse
let people: Record<'nobody' | 'challenged' | 'plain' | 'verified' | 'staff' | 'admin' | 'desk' | 'lost', Browser>
/** Ids of another company, by the name of the parameter. */
let foreign: Record<string, string>
beforeAll(async () => {
  house = await openTestHouse()
  const { browser: verified, email } = await personWithVerification(house)
  const [challenged, plain, staff] = [house.browser(), house.browser(), house.browser()]
  await signIn(challenged, email)
  await signIn(plain, await house.person())
  await signIn(staff, await house.person({ role: 'support' }))
  const { browser: admin } = await personWithVerification(house, false, { role: 'admin' })
  const { browser: desk } = await (await openOperator(house)).join('Núria Camps')
  people = { nobody: house.browser(), challenged, plain, verified, staff, admin, desk, lost: await withCaseOpen() }
  foreign = await elsewhere()
  // Being seen is written once a minute, and time has moved: from here on a refused request changes nothing at all.
  for (const browser of Object.values(people)) await browser.call('GET /api/me')
})

/** Somebody whose phone is lost, with the page of their case. */
async function withCaseOpen(facts: Parameters<TestHouse['person']>[0] = {}) {
  const { email } = await personWithVerification(house, false, facts)
  const browser = house.browser()
  await signIn(browser, email)
  const opened = await browser.call('POST /api/recovery-cases', { forCompany: false })
  const { number } = opened.body as { number: string }
  const mailedCode = await newestSecret(house, 'case-code')
  const entered = await browser.call('POST /api/recovery/enter', { number, mailedCode })
  if (entered.status !== 204) throw new Error(`the page of the case answered ${entered.status}`)
  return browser
}

/** Another company with a contact, a session, an invitation, a request and a recovery case. */
async function elsewhere() {
  const companyId = await addCompany(house.deps, { name: 'Elsewhere, SL', operator: false })
  const browser = house.browser()
  await signIn(browser, await house.person({ companyId, role: 'admin' }))
  const me = (await browser.call('GET /api/me')).body as { contact: { id: string } }
  const { sessions } = (await browser.call('GET /api/sessions')).body as { sessions: { id: string }[] }
  const invited = await browser.call('POST /api/invitations', { name: 'Eva', email: 'eva@else.example', language: 'ca', role: 'member' })
  const content = { subject: 'Another mailbox', service: '', text: 'Please add one.', password }
  const asked = await browser.call('POST /api/requests', content)
  await withCaseOpen({ companyId })
  return {
    contactId: me.contact.id,
    sessionId: sessions[0]?.id ?? '',
    invitationId: (invited.body as { id: string }).id,
    requestId: (asked.body as { id: string }).id,
    caseId: (await rowsOf(house.engine, house.engine.tables.recoveryCases)).find((row) => row.companyId === companyId)?.id ?? '',
    deviceId: 'dev_1',
  }
}

/** A browser that passes the gate of this access level. */
const admitted = ({ access }: Endpoint) =>
  ({ challenge: people.challenged, admin: people.admin, staff: people.desk, case: people.lost })[access as string] ?? people.verified

async function refuses(browser: Browser, key: EndpointKey, body: unknown, headers: Record<string, string | undefined> = {}) {
  const before = await dump(house.engine)
  const answer = await browser.send(methodOf(key), pathOf(key), body, headers)
  expect(await dump(house.engine)).toBe(before)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(problemDocument.strict().parse(answer.body).status).toBe(answer.status)
  return answer
}

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

describe('nobody gets further than their level of access', () => {
  const having = (...levels: Endpoint['access'][]) => all.filter(([, { access }]) => levels.includes(access)).map(([key]) => key)

  test('without a session only signing in and out are to be had, and what a mail leads to', () => {
    expect(having('open')).toEqual([
      'POST /api/sign-in/password',
      'POST /api/browsers/approve',
      'POST /api/not-me',
      'POST /api/sign-out',
      'POST /api/password/forgot',
      'POST /api/password/reset/check',
      'POST /api/password/reset',
      'POST /api/password/strength',
      'POST /api/invitation/check',
      'POST /api/invitation/accept',
      'POST /api/receipts/check',
      'GET /api/signing-keys',
      'POST /api/recovery/code',
      'POST /api/recovery/enter',
      'POST /api/recovery/leave',
      'POST /api/recovery/stop/check',
      'POST /api/recovery/stop',
    ])
    expect(having('challenge')).toEqual([
      'GET /api/sign-in/challenge',
      'POST /api/sign-in/code',
      'POST /api/sign-in/recovery-code',
      'POST /api/recovery-cases',
    ])
  })

  test.each(having('challenge'))('%s needs a challenge; a session is none', async (key) => {
    for (const browser of [people.nobody, people.plain, people.verified])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'challenge-over' })
  })

  test.each(having('enrolling', 'signed-in', 'admin', 'staff'))(
    '%s needs a session; neither a challenge nor the page of a case is one',
    async (key) => {
      const asSession = house.browser()
      asSession.cookies.set('__Host-sid', people.challenged.cookies.get('__Host-mfa') ?? '')
      const invented = house.browser()
      invented.cookies.set('__Host-sid', 'A'.repeat(43))
      const asBearer = house.browser({ authorization: `Bearer ${people.verified.cookies.get('__Host-sid')}` })
      for (const browser of [people.nobody, people.challenged, people.lost, asSession, invented, asBearer])
        expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'not-signed-in' })
    },
  )

  test.each(having('case'))('%s needs the page of a case; a session is none', async (key) => {
    const invented = house.browser()
    invented.cookies.set('__Host-case', 'A'.repeat(43))
    for (const browser of [people.nobody, people.challenged, people.verified, people.desk, invented])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'case-not-entered' })
  })

  test.each(having('admin'))('%s is for admins, not for members nor the desk', async (key) => {
    for (const browser of [people.plain, people.verified, people.desk])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 403, code: 'admins-only' })
  })

  test.each(having('admin'))('%s ends for an admin who is one no longer, or who is not active, with the next request', async (key) => {
    for (const [set, code] of [
      [{ role: 'member' as const }, 'admins-only'],
      [{ active: false }, 'not-signed-in'],
    ] as const) {
      const browser = house.browser()
      const email = await house.person({ role: 'admin' })
      await signIn(browser, email)
      await alter(house.engine, house.engine.tables.contacts, set, eq(house.engine.tables.contacts.login, email))
      expect((await refuses(browser, key, bodyOf(key))).problem.code).toBe(code)
    }
  })

  test.each(having('signed-in', 'admin', 'staff'))('%s needs staff to have verification on', async (key) => {
    expect((await refuses(people.staff, key, bodyOf(key))).problem).toMatchObject({ status: 403, code: 'enrolment-needed' })
  })
})

const ownId = async (browser: Browser) => ((await browser.call('GET /api/me')).body as { contact: { id: string } }).contact.id

describe('the act of a stranger', () => {
  test.each(all.filter(([key]) => key.includes(':')))('%s: an id of somebody else is answered as an unknown one', async (key) => {
    const name = /:(\w+)/.exec(key)?.[1] ?? ''
    const program = await house.person({ kind: 'api', login: `program-${key.length}-${house.deps.random.bytes(4).toString('hex')}` })
    const programId = (await house.deps.store.findContactByLogin(program))?.id ?? ''
    // A program is no person, and to the endpoints of programs a person is none.
    const kindred = key.includes('/api/contacts/') ? [programId] : key.includes('api-contacts') ? [await ownId(people.plain)] : []
    const answers = []
    const strange = ['ses_unknown', '__proto__', '%00', "' or 1=1 --", 'x'.repeat(5000)]
    // The desk is there for all customers: to it no request and no case is somebody else's.
    const others = foreign[name] !== undefined && !key.includes('/api/desk/') ? [foreign[name]] : []
    for (const id of [...others, ...kindred, ...strange]) {
      const path = pathOf(key, id)
      const before = await dump(house.engine)
      const { status, problem } = await admitted(endpoints[key]).send(methodOf(key), path, bodyOf(key))
      expect(await dump(house.engine)).toBe(before)
      answers.push({ ...problem, status, requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
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
