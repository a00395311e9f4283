import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret, settled } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const newPassword = 'quatre gats i un paraigua'
const forgot = (browser: Browser, email: string) => browser.call('POST /api/password/forgot', { email })
const reset = (browser: Browser, token: string, to = newPassword) => browser.call('POST /api/password/reset', { token, newPassword: to })
const isSignedIn = async (browser: Browser) => (await browser.call('GET /api/me')).status === 200

/** Asks for a link and gives its token. */
async function askLink(house: TestHouse, email: string) {
  expect((await forgot(house.browser(), email)).status).toBe(204)
  return newestSecret(house, 'password-reset')
}

describe('a forgotten password', () => {
  test('is answered byte for byte the same for known, unknown, inactive, program and throttled, also when it is too much', async () => {
    const house = await openTestHouse()
    const known = await house.person()
    const inactive = await house.person()
    await house.person({ login: 'erp', kind: 'api' })
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, inactive))
    const answers = []
    for (const [n, email] of [known, known, 'nobody@soler.example', inactive, 'erp', 'x', '%', `${known} `].entries()) {
      const browser = house.browser({}, `203.0.113.${n}`)
      const all = []
      for (let again = 0; again < 21; again++) {
        const { status, body, headers } = await forgot(browser, email)
        const said = [...headers].filter(([name]) => name !== 'x-request-id')
        all.push({ status, said, body: body && { ...(body as object), requestId: '' } })
      }
      answers.push(all)
    }
    expect(answers[0]?.[0]).toMatchObject({ status: 204, body: null })
    expect(answers[0]?.[20]).toMatchObject({ status: 429, body: { code: 'too-many-tries', retryAfterSeconds: 3600 } })
    for (const all of answers) expect(all).toEqual(answers[0])
    expect((await lettersOf(house, 'password-reset')).map(({ address }) => address)).toEqual([known])
  })

  test('mails at most 26 links a day over a thousand calls from anywhere, and never none in an hour', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const began = house.now()
    for (let n = 0; n < 1000; n++) {
      await forgot(house.browser({}, `203.0.${n >> 5}.${n & 31}`), email)
      await settled()
      house.wait(86_400)
    }
    await settled()
    const sent = (await rowsOf(house.engine, house.engine.tables.mails)).map(({ createdAt }) => createdAt - began)
    expect(sent.length).toBeLessThanOrEqual(26)
    for (const [n, at] of sent.entries()) {
      const gap = at - (sent[n - 1] ?? at)
      if (n > 0) expect(gap).toBeGreaterThanOrEqual(5 * minute)
      expect(gap).toBeLessThan(62 * minute)
    }
    expect(sent.at(-1)).toBeGreaterThan(22 * 60 * minute)
  })

  test('a thousand calls at once are one mail', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    await Promise.all(Array.from({ length: 1000 }, (_, n) => forgot(house.browser({}, `203.0.${n >> 5}.${n & 31}`), email)))
    const [mail, ...more] = await lettersOf(house, 'password-reset')
    expect(more).toEqual([])
    expect(mail).toMatchObject({ address: email, secret: expect.stringMatching(/^[\w-]{43}$/), expiresAt: house.now() + 60 * minute })
  })

  test('leaves the token in no row and no log, but sealed', async () => {
    const house = await openTestHouse()
    const token = await askLink(house, await house.person())
    expect(await dump(house.engine)).not.toContain(token)
    expect(JSON.stringify(house.logged)).not.toContain(token)
  })
})

describe('the link', () => {
  test('says for whom it is, until it is used or an hour old', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const token = await askLink(house, email)
    const check = async () => house.browser().call('POST /api/password/reset/check', { token })
    house.wait(60 * minute - 1)
    expect((await check()).body).toEqual({ email })
    house.wait(1)
    expect((await check()).problem).toMatchObject({ status: 410, code: 'link-over' })
    expect((await reset(house.browser(), token)).problem.code).toBe('link-over')
    expect(await signIn(house.browser(), email)).toBe('home')
  })

  test('works once, also for fifty at once', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const token = await askLink(house, email)
    const wanted = Array.from({ length: 50 }, (_, n) => `${newPassword} ${n}`)
    const answers = await Promise.all(wanted.map((to, n) => reset(house.browser({}, `203.0.113.${n}`), token, to)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    // So many hashes at once may also be too many for the machine.
    for (const { status, problem } of answers) if (status !== 204) expect(['link-over', 'busy']).toContain(problem.code)
    const won = wanted[answers.findIndex(({ status }) => status === 204)]
    expect((await house.browser().call('POST /api/sign-in/password', { email, password: won })).status).toBe(200)
    expect((await reset(house.browser(), token)).problem.code).toBe('link-over')
    expect(await lettersOf(house, 'password-changed')).toHaveLength(1)
  })

  test('the two newest work at the same time, an older one does not, and one that is used ends the other', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const tokens = []
    for (let n = 0; n < 3; n++) {
      tokens.push(await askLink(house, email))
      house.wait(5 * minute)
    }
    const check = async (token = '') => (await house.browser().call('POST /api/password/reset/check', { token })).status
    expect(await Promise.all(tokens.map(check))).toEqual([410, 200, 200])
    expect((await reset(house.browser(), tokens[1] ?? '')).status).toBe(204)
    expect(await check(tokens[2])).toBe(410)
  })

  test('is of one person, and of one purpose', async () => {
    const house = await openTestHouse()
    const [one, other] = [await house.person(), await house.person()]
    const token = await askLink(house, one)
    for (const key of ['POST /api/browsers/approve', 'POST /api/not-me'] as const)
      expect((await house.browser().call(key, { token })).problem.code).toBe('link-over')
    const { links } = house.engine.tables
    expect((await reset(house.browser(), token)).status).toBe(204)
    expect(await signIn(house.browser(), other)).toBe('home')
    const again = await askLink(house, other)
    for (const purpose of ['not-me', 'browser-approval', 'email-change'] as const) {
      await alter(house.engine, links, { purpose }, undefined)
      expect((await reset(house.browser(), again)).problem.code).toBe('link-over')
    }
  })

  test('of nobody: ten looks a minute from one address, and no word more', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    for (let n = 0; n < 10; n++) expect((await reset(browser, `${n}`.padEnd(43, 'x'))).problem.code).toBe('link-over')
    expect((await browser.call('POST /api/password/reset/check', { token: '' })).problem).toMatchObject({
      status: 429,
      code: 'too-many-tries',
      retryAfterSeconds: 60,
    })
    house.wait(minute)
    expect((await browser.call('POST /api/password/reset/check', { token: '' })).problem.code).toBe('link-over')
  })

  test('of somebody who was switched off meanwhile is over', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const token = await askLink(house, email)
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, email))
    expect((await reset(house.browser(), token)).problem.code).toBe('link-over')
  })
})

describe('a reset', () => {
  test('signs nobody in, leaves verification as it is, and ends sessions, trust and links', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    const token = await askLink(house, email)
    const fresh = house.browser()
    const answer = await reset(fresh, token)
    expect([answer.status, answer.setCookies]).toEqual([204, []])
    expect(await isSignedIn(fresh)).toBe(false)
    expect(await isSignedIn(browser)).toBe(false)
    expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toEqual([])
    expect(await rowsOf(house.engine, house.engine.tables.links)).toEqual([])
    const before = await house.browser().call('POST /api/sign-in/password', { email, password })
    expect(before.problem.code).toBe('sign-in-refused')
    const after = await browser.call('POST /api/sign-in/password', { email, password: newPassword })
    expect(after.body).toEqual({ next: 'code' })
    expect((await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).status).toBe(200)
    expect((await lettersOf(house, 'password-changed')).map(({ address, letter }) => [address, letter.by])).toEqual([[email, 'reset']])
  })

  test('ends a challenge that the old password had opened: the right code is refused there', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const challenged = house.browser()
    expect(await signIn(challenged, email)).toBe('code')
    await reset(house.browser(), await askLink(house, email))
    expect((await challenged.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).problem.code).toBe('challenge-over')
  })

  test('undoes what strangers had spent: codes are looked at again, new browsers may try, the banner is gone, devices may be believed', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const { factors, contacts, allowances, challenges } = house.engine.tables
    const wrong = { email, password: 'a wrong one, surely' }
    for (let n = 0; n < 101; n++) await house.browser({}, `203.0.113.${n}`).call('POST /api/sign-in/password', wrong)
    const stranger = house.browser({}, '203.0.113.200')
    expect((await stranger.call('POST /api/sign-in/password', wrong)).problem.code).toBe('browser-approval-needed')
    await alter(house.engine, factors, { failures: 10, recentFailures: 10, resetRequiredAt: house.now() }, undefined)
    await alter(house.engine, contacts, { trustPausedAt: house.now() }, undefined)
    await alter(house.engine, challenges, { halfAt: house.now(), answeredAt: null }, undefined)

    await reset(house.browser(), await askLink(house, email))
    expect(await rowsOf(house.engine, factors)).toMatchObject([{ failures: 0, recentFailures: 0, resetRequiredAt: null }])
    expect(await rowsOf(house.engine, contacts)).toMatchObject([{ trustPausedAt: null }])
    expect((await rowsOf(house.engine, allowances)).filter(({ key }) => key.startsWith('strangers:'))).toEqual([])
    for (const { answeredAt, warnAt } of await rowsOf(house.engine, challenges)) expect([answeredAt, warnAt]).toEqual([house.now(), null])
    const owner = house.browser({}, '203.0.113.201')
    expect((await owner.call('POST /api/sign-in/password', { email, password: newPassword })).body).toEqual({ next: 'code' })
    expect((await owner.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).status).toBe(200)
  })

  test('gives up a change of the address that somebody had asked for', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const stranger = house.browser()
    await signIn(stranger, email)
    await stranger.call('POST /api/me/email', { email: 'evil@evil.example', password })
    await reset(house.browser(), await askLink(house, email))
    expect(await rowsOf(house.engine, house.engine.tables.links)).toEqual([])
  })

  test('is refused with the reason and keeps the link when the new password is poor or the one of now', async () => {
    const house = await openTestHouse()
    const token = await askLink(house, await house.person())
    const before = await rowsOf(house.engine, house.engine.tables.links)
    for (const [to, reason] of [
      ['aaaaaaaaaaaaaaaaaaaa', 'too-easy-to-guess'],
      ['password12345678', 'too-common'],
      ['ferreteria soler', 'holds-your-own-words'],
      [password, 'same-as-now'],
    ] as const)
      expect((await reset(house.browser(), token, to)).problem).toMatchObject({ status: 422, fields: { newPassword: reason } })
    expect(await rowsOf(house.engine, house.engine.tables.links)).toEqual(before)
    expect((await reset(house.browser(), token)).status).toBe(204)
  })

  test('is not survived by a sign-in whose old password was being checked meanwhile', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const token = await askLink(house, email)
    const { passwords } = house.deps
    // The answer of the hash comes when the new password is set already.
    const verify: typeof passwords.verify = async (phc, typed) => {
      const isRight = await passwords.verify(phc, typed)
      house.deps.passwords = passwords
      expect((await reset(house.browser(), token)).status).toBe(204)
      return isRight
    }
    house.deps.passwords = { ...passwords, verify }
    const stranger = house.browser()
    expect((await stranger.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
    const open = (await rowsOf(house.engine, house.engine.tables.challenges)).filter(({ closedAt }) => closedAt === null)
    expect(open).toEqual([])
  })
})

test('a link to set a new password dies when verification is switched on, and when it is switched off', async () => {
  const house = await openTestHouse()
  const email = await house.person()
  const browser = house.browser()
  await signIn(browser, email)
  const before = await askLink(house, email)
  const { recoveryCodes } = await turnOn(house, browser)
  expect((await reset(house.browser(), before)).problem.code).toBe('link-over')
  house.wait(5 * minute)
  const between = await askLink(house, email)
  expect((await browser.call('POST /api/two-factor/off', { recoveryCode: recoveryCodes[0] })).status).toBe(204)
  expect((await reset(house.browser(), between)).problem.code).toBe('link-over')
})
