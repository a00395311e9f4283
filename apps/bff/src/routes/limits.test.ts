import { describe, expect, test } from 'vitest'
import { createPasswords } from '../domain/password.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { phone } from '../testing/phone.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000
const wrong = 'a wrong one, surely'

const factorOf = async (house: TestHouse, id: string) =>
  (await rowsOf(house.engine, house.engine.tables.factors)).find((factor) => factor.id === id)
/** How many codes were looked at and found wrong. */
const evaluated = async (house: TestHouse) =>
  (await rowsOf(house.engine, house.engine.tables.events)).filter(
    ({ kind, details }) => kind === 'code-refused' && details['reason'] === 'wrong',
  ).length

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

  test('from two hundred addresses keeps the owner out of nothing', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    for (let n = 0; n < 200; n++) {
      const stranger = house.browser({}, `203.0.${n >> 4}.${n & 15}`)
      for (let again = 0; again < 11; again++) await stranger.call('POST /api/sign-in/password', { email, password: wrong })
    }
    expect(await signIn(browser, email)).toBe('home')
    expect(await signIn(house.browser({}, '192.0.2.1'), email)).toBe('code')
  })

  test('tries that are refused for their login do not eat what the others behind the same address have', async () => {
    const house = await openTestHouse()
    const [loud, quiet] = [await house.person(), await house.person()]
    const browser = house.browser()
    for (let n = 0; n < 150; n++) await browser.call('POST /api/sign-in/password', { email: loud, password: 'wrong' })
    expect(await signIn(house.browser(), quiet)).toBe('home')
  })

  test('a hundred an hour from one address over all logins; its right ones do not count', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser({}, '203.0.113.5')
    for (let n = 0; n < 100; n++) {
      if (n % 10 === 0) await signIn(browser, email)
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

describe('guessing codes', () => {
  test('a used code as the fifth charge closes the factor too: the wait is told and the mail is sent', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    await house.mails()
    const off = (code: string) => browser.call('POST /api/two-factor/off', { code })
    for (let n = 0; n < 4; n++) await off(mine.wrong(house.now()))
    expect((await off(mine.code(house.now(), -1))).problem).toMatchObject({ code: 'code-used', retryAfterSeconds: 30 })
    expect(await house.mails()).toHaveLength(1)
  })

  test('two hundred at once on one challenge: five are looked at, and then the challenge is over', async () => {
    const house = await openTestHouse()
    const { email, phone: mine } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    const code = mine.wrong(house.now())
    const answers = await Promise.all(Array.from({ length: 200 }, () => browser.call('POST /api/sign-in/code', { code })))
    expect(await evaluated(house)).toBe(5)
    expect(answers.filter(({ problem }) => problem.code === 'code-wrong')).toHaveLength(4)
    const last = answers.find(({ problem }) => problem.retryAfterSeconds !== undefined)
    expect(last?.problem).toMatchObject({ code: 'challenge-over', retryAfterSeconds: 30 })
    house.wait(30_000)
    expect((await browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })).problem.code).toBe('challenge-over')
  })

  test('one on each of many fresh challenges from as many addresses closes the factor at its limit, for the right code too', async () => {
    const house = await openTestHouse()
    const { email, phone: mine } = await personWithVerification(house)
    const answers = []
    for (let n = 0; n < 20; n++) {
      const browser = house.browser({}, `203.0.113.${n}`)
      await signIn(browser, email)
      answers.push(await browser.call('POST /api/sign-in/code', { code: mine.wrong(house.now()) }))
    }
    expect(answers.map(({ problem }) => problem.code)).toEqual([
      ...Array.from({ length: 5 }, () => 'code-wrong'),
      ...Array.from({ length: 15 }, () => 'too-many-codes'),
    ])
    expect(await evaluated(house)).toBe(5)
    const owner = house.browser({}, '192.0.2.1')
    await signIn(owner, email)
    const refused = await owner.call('POST /api/sign-in/code', { code: mine.code(house.now()) })
    expect(refused.problem).toMatchObject({ status: 429, code: 'too-many-codes', retryAfterSeconds: 30 })
    expect(refused.headers.get('retry-after')).toBe('30')
  })

  test('two hundred at once on as many challenges: no more than the limit are looked at', async () => {
    const house = await openTestHouse()
    const { email, phone: mine } = await personWithVerification(house)
    const browsers = Array.from({ length: 50 }, (_, n) => house.browser({}, `203.0.113.${n}`))
    for (const browser of browsers) await signIn(browser, email)
    const code = mine.wrong(house.now())
    await Promise.all(browsers.flatMap((browser) => Array.from({ length: 4 }, () => browser.call('POST /api/sign-in/code', { code }))))
    expect(await evaluated(house)).toBe(5)
  })

  test('after the limit each further one waits twice as long, up to an hour, and the first block is mailed, once', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house)
    await house.mails()
    const waits = []
    for (let n = 0; n < 15; n++) {
      const browser = house.browser()
      await signIn(browser, email)
      const { problem } = await browser.call('POST /api/sign-in/code', { code: mine.wrong(house.now()) })
      expect(problem.code).toBe('code-wrong')
      waits.push(problem.retryAfterSeconds ?? 0)
      const until = (await factorOf(house, enrolmentId))?.blockedUntil ?? 0
      if (until > house.now()) {
        house.wait(until - house.now() - 1)
        await signIn(browser, email)
        const early = await browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })
        expect(early.problem).toMatchObject({ code: 'too-many-codes', retryAfterSeconds: 1 })
        house.wait(1)
      }
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3840, 3840, 3840, 3840])
    expect((await house.mails()).map(({ address }) => address)).toEqual([email])
    const browser = house.browser()
    await signIn(browser, email)
    expect((await browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })).status).toBe(200)
    expect((await factorOf(house, enrolmentId))?.failures).toBe(0)
  })

  test('inside a session counts with the factor: wrong ones at OFF, key, codes and sessions close sign-in, and the right one is refused as well', async () => {
    const house = await openTestHouse()
    const { email, browser, phone: mine } = await personWithVerification(house)
    const code = mine.wrong(house.now())
    const acts = [
      () => browser.call('POST /api/two-factor/off', { code }),
      () => browser.call('POST /api/two-factor/key', { password, code }),
      () => browser.call('POST /api/two-factor/recovery-codes', { code }),
      () => browser.call('POST /api/sessions/end-others', { code }),
      () => browser.call('POST /api/two-factor/off', { code }),
    ]
    for (const act of acts) expect((await act()).problem.code).toBe('code-wrong')
    const right = mine.code(house.now())
    expect((await browser.call('POST /api/two-factor/off', { code: right })).problem.code).toBe('too-many-codes')
    const there = house.browser()
    await signIn(there, email)
    expect((await there.call('POST /api/sign-in/code', { code: right })).problem.code).toBe('too-many-codes')
    expect((await browser.call('GET /api/two-factor')).body).toMatchObject({ state: 'on' })
  })

  test('a used code is refused with its reason and charged like a wrong one', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const off = (code: string) => browser.call('POST /api/two-factor/off', { code })
    for (let n = 0; n < 5; n++) expect((await off(mine.code(house.now(), -1))).problem.code).toBe('code-used')
    expect((await off(mine.code(house.now()))).problem.code).toBe('too-many-codes')
    house.wait(30_000)
    expect((await off(mine.code(house.now()))).status).toBe(204)
  })

  test('a right code above the limit for showing the key is used up', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const codes: string[] = []
    for (let n = 0; n < 8; n++) {
      const code = mine.code(house.now())
      codes.push((await browser.call('POST /api/two-factor/key', { password, code })).problem.code)
      expect((await browser.call('POST /api/two-factor/off', { code })).problem.code).toBe('code-used')
      house.wait(30_000)
    }
    expect(codes).toEqual([undefined, undefined, undefined, ...Array.from({ length: 5 }, () => 'key-shown-too-often')])
  })

  test('at the wizard counts with the pending key and never touches the active one', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    const started = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    const { enrolmentId } = started
    const mine = phone(started.uri)
    const confirm = (code: string) => browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId, code })
    for (let n = 0; n < 5; n++) expect((await confirm(mine.wrong(house.now()))).problem.code).toBe('code-wrong')
    expect((await confirm(mine.code(house.now()))).problem.code).toBe('too-many-codes')
    house.wait(30_000)
    expect((await confirm(mine.code(house.now()))).status).toBe(200)
  })

  test('does not close the way back by recovery code; guessing those has a limit of its own', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, recoveryCodes } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    for (let n = 0; n < 5; n++) await browser.call('POST /api/sign-in/code', { code: mine.wrong(house.now()) })
    await signIn(browser, email)
    expect((await browser.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[0] })).status).toBe(200)

    const guesser = house.browser()
    const answers: string[] = []
    for (let n = 0; n < 12; n++) {
      if (n % 5 === 0) await signIn(guesser, email)
      answers.push((await guesser.call('POST /api/sign-in/recovery-code', { recoveryCode: `aaaaa-aaa${n + 10}` })).problem.code)
    }
    expect(answers).toEqual([
      ...Array.from({ length: 4 }, () => 'recovery-code-wrong'),
      'challenge-over',
      ...Array.from({ length: 4 }, () => 'recovery-code-wrong'),
      'challenge-over',
      ...Array.from({ length: 2 }, () => 'too-many-codes'),
    ])
    house.wait(15 * minute)
    await signIn(guesser, email)
    expect((await guesser.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[1] })).status).toBe(200)
  })
})
