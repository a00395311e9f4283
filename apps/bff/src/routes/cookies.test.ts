import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../testing/browser.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { dump } from '../testing/rows.ts'
import { readCookies } from './cookies.ts'

describe('cookies are read to the letter', () => {
  test('by the exact name, spaces and tabs round it dropped', () => {
    const cookie = readCookies('a=1;\tb=2 ; c = 3;d==4=;e;=5')
    expect(['a', 'b', 'c', 'd', 'e'].map(cookie)).toEqual(['1', '2', '3', '=4=', undefined])
    expect(readCookies(undefined)('a')).toBeUndefined()
  })

  test.each(['\u00a0__Host-sid', '\u2003__Host-sid', '\u000b__Host-sid', '__host-sid', '__Host-sid\u00a0', '__Host-sid.', 'x__Host-sid'])(
    '%j is not our cookie',
    (name) => {
      expect(readCookies(`${name}=stolen`)('__Host-sid')).toBeUndefined()
      expect(readCookies(`${name}=stolen; __Host-sid=mine`)('__Host-sid')).toBe('mine')
    },
  )

  test('one of ours that comes twice refuses the request, one of others does not', () => {
    expect(() => readCookies('__Host-sid=a; __Host-sid=a')).toThrow('duplicate-cookie')
    expect(() => readCookies('__Host-td-12345678=a; x=1; __Host-td-12345678=b')).toThrow('duplicate-cookie')
    expect(readCookies('lang=cs; lang=es')('lang')).toBe('cs')
  })

  test('names of the prototype are names like others', () => {
    expect(readCookies('a=1')('__proto__')).toBeUndefined()
    expect(readCookies('constructor=1')('constructor')).toBe('1')
  })
})

describe('every cookie of a whole life with the product', () => {
  let house: TestHouse
  const answers: Answer[] = []
  beforeAll(async () => {
    house = await openTestHouse()
    const { browser, email, phone } = await personWithVerification(house, true)
    answers.push(await browser.call('POST /api/sign-out'))
    answers.push(await browser.call('POST /api/sign-in/password', { email, password: 'a long enough password' }))
    answers.push(await browser.call('POST /api/two-factor/off', { code: phone.code(house.now()) }))
    const other = house.browser()
    answers.push(await other.call('POST /api/sign-in/password', { email, password: 'a long enough password' }))
    other.cookies.set('__Host-sid', 'A'.repeat(43))
    answers.push(await other.call('GET /api/me'))
    const verified = await personWithVerification(house)
    const third = house.browser()
    answers.push(await third.call('POST /api/sign-in/password', { email: verified.email, password: 'a long enough password' }))
    answers.push(
      await third.call('POST /api/sign-in/code', { code: verified.phone.code(house.now()), rememberDevice: true }),
      await third.call('GET /api/me'),
    )
  })

  test('belongs to this host alone, goes over TLS only, and is hidden from scripts and from other sites', () => {
    const lines = answers.flatMap((answer) => answer.setCookies)
    expect(lines.length).toBeGreaterThanOrEqual(8)
    for (const line of lines) {
      expect(line).toMatch(
        /^__Host-(sid|mfa|bid|td-[0-9a-f]{8})=[\w.-]*; Path=\/; Secure; HttpOnly; SameSite=Strict(; Max-Age=(0|300|25\d{5}|15552000))?$/,
      )
    }
  })

  test('lasts no longer than its meaning: a session as the browser, a challenge five minutes, a device thirty days, a recognised browser half a year', () => {
    const alive = answers.flatMap((answer) => answer.setCookies).filter((line) => !line.includes('Max-Age=0'))
    const age = (name: string) => new Set(alive.filter((line) => line.startsWith(name)).map((line) => line.split('Max-Age=')[1]))
    expect(age('__Host-sid')).toEqual(new Set([undefined]))
    expect(age('__Host-mfa')).toEqual(new Set(['300']))
    const devices = [...age('__Host-td-')].map(Number)
    expect(Math.max(...devices)).toBe(2_592_000)
    expect(age('__Host-bid')).toEqual(new Set(['15552000']))
  })

  test('has 256 bits of its own, is in no body, and the database knows only its hash', async () => {
    const values = answers
      .flatMap((answer) => answer.setCookies)
      .map((line) => line.slice(line.indexOf('=') + 1, line.indexOf(';')))
      .filter(Boolean)
    expect(new Set(values).size).toBe(values.length)
    const database = await dump(house.engine)
    for (const value of values) {
      const secret = value.split('.').at(-1) ?? ''
      expect(secret).toMatch(/^[\w-]{43}$/)
      expect(database).not.toContain(secret)
      for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(secret)
    }
  })
})

test('a cookie from before the sign-in is worth nothing after it', async () => {
  const house = await openTestHouse()
  const browser = house.browser()
  const planted = 'P'.repeat(43)
  browser.cookies.set('__Host-sid', planted)
  await signIn(browser, await house.person())
  expect(browser.cookies.get('__Host-sid')).not.toBe(planted)
  const thief = house.browser()
  thief.cookies.set('__Host-sid', planted)
  expect((await thief.call('GET /api/me')).problem.code).toBe('not-signed-in')
})

test('a challenge that is over takes its cookie with it; a session does not, for a late answer could take the next one', async () => {
  const house = await openTestHouse()
  const { browser, email } = await personWithVerification(house)
  await signIn(browser, email)
  house.wait(30 * 60_000)
  expect((await browser.call('POST /api/sign-in/code', { code: '123456' })).problem.code).toBe('challenge-over')
  expect(browser.cookies.has('__Host-mfa')).toBe(false)
  const over = await browser.call('GET /api/me')
  expect([over.problem.code, over.setCookies]).toEqual(['not-signed-in', []])
})

test('a request with one of our cookies twice is refused before anything is looked at', async () => {
  const house = await openTestHouse()
  const browser = house.browser()
  await signIn(browser, await house.person())
  const cookie = `__Host-sid=${browser.cookies.get('__Host-sid')}`
  const answer = await browser.send('GET', '/api/me', undefined, { cookie: `${cookie}; ${cookie}` })
  expect(answer.problem).toMatchObject({ status: 400, code: 'duplicate-cookie' })
})
