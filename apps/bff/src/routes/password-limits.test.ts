import { describe, expect, test } from 'vitest'
import { createPasswords } from '../domain/password.ts'
import { signIn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { dump } from '../testing/rows.ts'

const minute = 60_000
const wrong = 'a wrong one, surely'

describe('guessing passwords', () => {
  test('ten tries in a quarter of an hour for one login from one address, unknown logins alike; then a wait that is said', async () => {
    const house = await openTestHouse()
    const known = await house.person()
    const answers = []
    for (const email of [known, 'nobody@soler.example']) {
      const browser = house.browser({}, '203.0.113.5')
      for (let n = 0; n < 10; n++) {
        expect((await browser.call('POST /api/sign-in/password', { email, password: wrong })).problem.code).toBe('sign-in-refused')
      }
      const refused = await browser.call('POST /api/sign-in/password', { email, password })
      expect(refused.headers.get('retry-after')).toBe('900')
      answers.push({ ...refused.problem, requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 429, code: 'too-many-sign-ins', retryAfterSeconds: 900 })
    expect(answers[1]).toEqual(answers[0])
    house.wait(15 * minute)
    expect(await signIn(house.browser({}, '203.0.113.5'), known)).toBe('home')
  })

  test('one login counts as one however it is written', async () => {
    const house = await openTestHouse()
    await house.person({ login: 'núria@soler.example' })
    const browser = house.browser()
    const spellings = ['núria@soler.example', ' NÚRIA@soler.example', 'nu\u0301ria@Soler.example\u00a0', 'NU\u0301RIA@SOLER.EXAMPLE']
    for (let n = 0; n < 10; n++) {
      const email = spellings[n % spellings.length]
      expect((await browser.call('POST /api/sign-in/password', { email, password: wrong })).problem.code).toBe('sign-in-refused')
    }
    for (const email of spellings)
      expect((await browser.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('too-many-sign-ins')
  })

  test('tries that are refused for their login do not eat what the others behind the same address have', async () => {
    const house = await openTestHouse()
    const [loud, quiet] = [await house.person(), await house.person()]
    const browser = house.browser()
    for (let n = 0; n < 150; n++) await browser.call('POST /api/sign-in/password', { email: loud, password: 'wrong' })
    expect(await signIn(house.browser(), quiet)).toBe('home')
  })

  test('an address that has none left writes nothing, whatever logins it makes up', async () => {
    const house = await openTestHouse()
    const browser = house.browser({}, '203.0.113.5')
    const guess = (n: number) => browser.call('POST /api/sign-in/password', { email: `guess${n}@soler.example`, password: wrong })
    for (let n = 0; n < 100; n++) await guess(n)
    const before = await dump(house.engine)
    for (let n = 100; n < 150; n++) {
      const { problem } = await guess(n)
      expect(problem).toMatchObject({ status: 429, code: 'too-many-sign-ins', retryAfterSeconds: 3600 })
    }
    expect(await dump(house.engine)).toBe(before)
  })

  test('a hundred an hour from one address over all logins; its right ones do not count', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser({}, '203.0.113.5')
    for (let n = 0; n < 100; n++) {
      if (n % 10 === 0) await signIn(house.browser({}, '203.0.113.5'), email)
      const answer = await browser.call('POST /api/sign-in/password', { email: `guess${n}@soler.example`, password: wrong })
      expect(answer.problem.code).toBe('sign-in-refused')
    }
    expect((await browser.call('POST /api/sign-in/password', { email, password })).problem).toMatchObject({
      code: 'too-many-sign-ins',
      retryAfterSeconds: 3600,
    })
    expect(await signIn(house.browser({}, '203.0.113.6'), email)).toBe('home')
  })

  test('one /64 of IPv6 counts as one address', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const addresses = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2:a:b:c:d']
    for (let n = 0; n < 10; n++) await house.browser({}, addresses[n % 3]).call('POST /api/sign-in/password', { email, password: wrong })
    const again = (address: string) => house.browser({}, address).call('POST /api/sign-in/password', { email, password })
    expect((await again('2001:db8:1:2:5::')).problem.code).toBe('too-many-sign-ins')
    expect((await again('2001:db8:1:3::1')).status).toBe(200)
  })

  test('another address cannot be made up in headers', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const from = (n: number) =>
      house.browser({ 'x-forwarded-for': `192.0.2.${n}`, forwarded: `for=192.0.2.${n}`, 'x-real-ip': `192.0.2.${n}` }, '203.0.113.5')
    for (let n = 0; n < 10; n++) await from(n).call('POST /api/sign-in/password', { email, password: wrong })
    expect((await from(99).call('POST /api/sign-in/password', { email, password })).problem.code).toBe('too-many-sign-ins')
  })

  test('a burst of forty spends ten', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser()
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => browser.call('POST /api/sign-in/password', { email, password: wrong })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30)
  })

  test('in a browser where the person signed in before has ten tries of its own in a quarter of an hour, then one a minute', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser()
    await signIn(browser, email)
    const codes = []
    for (let n = 0; n < 12; n++) codes.push((await browser.call('POST /api/sign-in/password', { email, password: wrong })).problem.code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'sign-in-refused'), 'too-many-sign-ins', 'too-many-sign-ins'])
    for (let minutes = 0; minutes < 3; minutes++) {
      house.wait(minute - 1)
      const early = await browser.call('POST /api/sign-in/password', { email, password })
      expect(early.problem).toMatchObject({ code: 'too-many-sign-ins', retryAfterSeconds: 1 })
      house.wait(1)
      expect((await browser.call('POST /api/sign-in/password', { email, password: wrong })).problem.code).toBe('sign-in-refused')
    }
    house.wait(minute)
    expect(await signIn(browser, email)).toBe('home')
    for (let n = 0; n < 10; n++)
      expect((await browser.call('POST /api/sign-in/password', { email, password: wrong })).problem.code).toBe('sign-in-refused')
  })

  test('by somebody who is signed in already counts in the same pool', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser()
    await signIn(browser, email)
    for (let n = 0; n < 10; n++) {
      expect((await browser.call('POST /api/sessions/end-others', { password: wrong })).problem.code).toBe('password-wrong')
    }
    expect((await browser.call('POST /api/sessions/end-others', { password })).problem.code).toBe('too-many-sign-ins')
    expect((await browser.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('too-many-sign-ins')
  })

  test('more sign-ins than can be hashed are answered busy with a time to wait, and other requests go on', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const here = house.browser()
    await signIn(here, email)
    const { argon2 } = house.deps.config.rules
    house.deps.passwords = createPasswords({ ...argon2, memoryCost: 8192, timeCost: 1, queue: 8, waitMs: 50 }, 1)
    const flood = Array.from({ length: 200 }, (_, n) =>
      house.browser({}, `203.0.113.${n}`).call('POST /api/sign-in/password', { email: `x${n}@soler.example`, password: wrong }),
    )
    const began = performance.now()
    expect((await here.call('GET /api/me')).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(1000)
    const answers = await Promise.all(flood)
    const busy = answers.filter(({ status }) => status === 503)
    expect(busy.length).toBeGreaterThan(100)
    expect(busy[0]?.problem).toMatchObject({ code: 'busy', retryAfterSeconds: 2 })
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 503]))
  })
})
