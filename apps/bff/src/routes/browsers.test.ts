import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret, settled } from '../testing/letters.ts'
import { temporaryFolder } from '../testing/process.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000
const day = 86_400_000
const wrong = 'a wrong one, surely'
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }

/** A hundred failures in a row from ten addresses. */
async function flood(house: TestHouse, email: string) {
  for (let n = 0; n < 100; n++) {
    const answer = await house.browser({}, `203.0.113.${n % 10}`).call('POST /api/sign-in/password', { email, password: wrong })
    expect(answer.problem.code).toBe('sign-in-refused')
  }
}
const fromElsewhere = (house: TestHouse, email: string, address = '192.0.2.1', typed = password) =>
  house.browser({}, address).call('POST /api/sign-in/password', { email, password: typed })

describe('a recognised browser', () => {
  test('is one in which somebody signed in fully: after password, code, recovery code or as a remembered device, never at the challenge', async () => {
    const house = await openTestHouse()
    const plain = house.browser()
    await signIn(plain, await house.person())
    expect(plain.cookies.get('__Host-bid')).toMatch(/^[\w-]{43}$/)

    const { email, phone, recoveryCodes, browser: device } = await personWithVerification(house, true)
    const [byCode, byRecovery] = [house.browser(), house.browser()]
    for (const browser of [byCode, byRecovery]) {
      await signIn(browser, email)
      expect(browser.cookies.has('__Host-bid')).toBe(false)
    }
    await byCode.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    await byRecovery.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[0] })
    device.cookies.delete('__Host-bid')
    await signIn(device, email)
    const tokens = [byCode, byRecovery, device].map(({ cookies }) => cookies.get('__Host-bid'))
    expect(new Set(tokens).size).toBe(3)
    expect(tokens).not.toContain(undefined)
  })

  test('keeps its cookie: for the same person, for another one, and for half a year from the last day it was used', async () => {
    const house = await openTestHouse()
    const [one, two] = [await house.person(), await house.person()]
    const browser = house.browser()
    await signIn(browser, one)
    const token = browser.cookies.get('__Host-bid')
    const again = await browser.call('POST /api/sign-in/password', { email: one, password })
    expect(again.setCookies.some((line) => line.startsWith('__Host-bid'))).toBe(false)
    await signIn(browser, two)
    expect(browser.cookies.get('__Host-bid')).toBe(token)
    expect(await rowsOf(house.engine, house.engine.tables.browsers)).toHaveLength(2)
    for (let months = 0; months < 12; months++) {
      house.wait(30 * day)
      const later = await browser.call('POST /api/sign-in/password', { email: one, password })
      expect(later.setCookies.some((line) => line.startsWith(`__Host-bid=${token}`) && line.endsWith('Max-Age=15552000'))).toBe(true)
    }
    expect((await rowsOf(house.engine, house.engine.tables.browsers)).map(({ lastSeenAt }) => lastSeenAt)).toContain(house.now())
  })

  test('cannot be made up: what is not of our making counts as none, and is replaced', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    for (const token of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}!`, '<script>']) {
      const browser = house.browser()
      browser.cookies.set('__Host-bid', token)
      await signIn(browser, email)
      expect(browser.cookies.get('__Host-bid')).toMatch(/^[\w-]{43}$/)
    }
  })

  test('opens nothing: without the password it is nobody, and with it the code is still asked for', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house)
    const copy = house.browser()
    copy.cookies.set('__Host-bid', browser.cookies.get('__Host-bid') ?? '')
    expect((await copy.call('GET /api/me')).status).toBe(401)
    expect(await signIn(copy, email)).toBe('code')
  })

  test('is known once, however many sign-ins come from it at once', async () => {
    const house = await openTestHouse()
    const [first, email] = [await house.person(), await house.person()]
    const browser = house.browser()
    await signIn(browser, first)
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(browser, email)))
    expect(new Set(answers)).toEqual(new Set(['home']))
    expect(await rowsOf(house.engine, house.engine.tables.browsers)).toHaveLength(2)
  })

  test('keeps its challenge, however many strangers open theirs', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    await signIn(browser, email)
    for (let n = 0; n < 60; n++) {
      house.wait(1)
      await signIn(house.browser({}, n % 2 ? '198.51.100.7' : `203.0.113.${n}`), email)
    }
    expect((await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).status).toBe(200)
  })
})

describe('a sign-in in a new browser', () => {
  const letters = async (house: TestHouse) => (await lettersOf(house, 'new-browser')).length

  test('is mailed; not the very first one, nor a known one, nor one that looks like a known one', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser()
    await signIn(browser, email)
    await signIn(browser, email)
    await signIn(house.browser(), email)
    expect(await letters(house)).toBe(0)
    const fox = house.browser(firefox)
    await signIn(fox, email)
    expect(await letters(house)).toBe(1)
    await signIn(fox, email)
    await signIn(house.browser(firefox), email)
    expect(await letters(house)).toBe(1)
    await signIn(house.browser(firefox, '203.0.113.5'), email)
    expect(await letters(house)).toBe(2)
    const events = (await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind === 'new-browser')
    expect(events.map(({ client }) => client.browser)).toEqual(['Firefox', 'Firefox'])
  })

  test('is not mailed before the code is right', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browser = house.browser(firefox)
    await signIn(browser, email)
    expect(await letters(house)).toBe(0)
    await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    expect(await letters(house)).toBe(1)
  })
})

describe('a flood of wrong passwords', () => {
  test('from two hundred addresses leaves the owner able to sign in at once where the person was before, and elsewhere after one mail', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const known = house.browser()
    await signIn(known, email)
    for (let n = 0; n < 200; n++) {
      const stranger = house.browser({}, `203.0.${n >> 4}.${n & 15}`)
      for (let again = 0; again < 11; again++) await stranger.call('POST /api/sign-in/password', { email, password: wrong })
    }
    expect(await signIn(known, email)).toBe('home')

    const fresh = house.browser({}, '192.0.2.1')
    const refused = await fresh.call('POST /api/sign-in/password', { email, password })
    expect(refused.problem).toMatchObject({ status: 403, code: 'browser-approval-needed' })
    expect(await lettersOf(house, 'browser-approval')).toHaveLength(1)
    const token = await newestSecret(house, 'browser-approval')
    const approved = await fresh.call('POST /api/browsers/approve', { token })
    expect([approved.status, approved.setCookies.length]).toEqual([204, 1])
    expect((await fresh.call('GET /api/me')).status).toBe(401)
    expect(await signIn(fresh, email)).toBe('home')
  })

  test('is answered alike, byte for byte, for a login that exists, one that does not, an inactive one and a program', async () => {
    const house = await openTestHouse()
    const logins = [await house.person(), 'nobody@soler.example', await house.person({ login: 'erp', kind: 'api' })]
    const stages = []
    for (const email of logins) {
      const answers = []
      for (let n = 0; n < 120; n++) {
        const { status, body, headers, setCookies } = await fromElsewhere(house, email, `203.0.113.${n % 13}`, wrong)
        headers.delete('x-request-id')
        answers.push({ status, body: JSON.stringify({ ...(body as object), requestId: '' }), headers: [...headers], setCookies })
      }
      stages.push(answers)
      house.wait(2 * minute)
    }
    expect(stages[1]).toEqual(stages[0])
    expect(stages[2]).toEqual(stages[0])
    expect(stages[0]?.at(-1)?.status).toBe(403)
    expect((await lettersOf(house, 'browser-approval')).map(({ address }) => address)).toEqual([logins[0]])
  })

  test('is forgiven by a whole sign-in from an unknown browser; a right password alone takes back only its own try', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    for (let n = 0; n < 99; n++) await fromElsewhere(house, email, `203.0.113.${n % 10}`, wrong)
    for (let n = 0; n < 5; n++) expect((await fromElsewhere(house, email)).status).toBe(200)
    const browser = house.browser({}, '192.0.2.9')
    await signIn(browser, email)
    await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(15 * minute)
    await flood(house, email)
    expect((await fromElsewhere(house, email)).problem.code).toBe('browser-approval-needed')
  })

  test('does not pass by itself, nor with a restart', async () => {
    const [folder, remove] = temporaryFolder()
    const file = join(folder, 'porta.db')
    const first = await openTestHouse({}, undefined, { file, seed: 'first' })
    const email = await first.person()
    await flood(first, email)
    await first.engine.close()
    const second = await openTestHouse({}, undefined, { file, seed: 'second', at: first.now() + 100 * day })
    expect((await fromElsewhere(second, email)).problem.code).toBe('browser-approval-needed')
    await settled()
    await second.engine.close()
    remove()
  })
})

describe('the approval of a browser', () => {
  test('is mailed at most once in five minutes and five times a day, and each link lives a day', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    await flood(house, email)
    house.wait(15 * minute)
    let tries = 0
    for (let n = 0; n < 60; n++) {
      house.wait(minute)
      const answer = await fromElsewhere(house, email, `198.51.100.${n}`, wrong)
      if (answer.problem.code === 'browser-approval-needed') tries++
    }
    expect(tries).toBe(60)
    const mails = await lettersOf(house, 'browser-approval')
    expect(mails).toHaveLength(5)
    for (const [n, { expiresAt, letter }] of mails.entries()) {
      expect(letter.expiresAt).toBe(expiresAt)
      if (n > 0) expect((expiresAt ?? 0) - (mails[n - 1]?.expiresAt ?? 0)).toBe(5 * minute)
    }
    for (const { secret } of mails) {
      expect((await house.browser({}, '192.0.2.8').call('POST /api/browsers/approve', { token: secret })).status).toBe(204)
    }
  })

  test('works once, also of fifty at once, in its time, and only for its purpose', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    await flood(house, email)
    await fromElsewhere(house, email)
    const token = await newestSecret(house, 'browser-approval')
    expect((await house.browser().call('POST /api/not-me', { token })).problem.code).toBe('link-over')
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => house.browser({}, `198.51.100.${n}`).call('POST /api/browsers/approve', { token })),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 204).map(({ problem }) => problem.code))).toEqual(new Set(['link-over']))
    expect(await rowsOf(house.engine, house.engine.tables.browsers)).toHaveLength(1)

    house.wait(5 * minute)
    await fromElsewhere(house, email)
    const late = await newestSecret(house, 'browser-approval')
    house.wait(day)
    const over = await house.browser().call('POST /api/browsers/approve', { token: late })
    expect([over.status, over.problem.code, over.setCookies]).toEqual([410, 'link-over', []])
  })

  test('is for its own contact alone: another login is as closed as before', async () => {
    const house = await openTestHouse()
    const [mine, theirs] = [await house.person(), await house.person()]
    for (const email of [mine, theirs]) {
      await flood(house, email)
      house.wait(15 * minute)
    }
    await fromElsewhere(house, mine)
    const browser = house.browser({}, '192.0.2.8')
    await browser.call('POST /api/browsers/approve', { token: await newestSecret(house, 'browser-approval') })
    expect(await signIn(browser, mine)).toBe('home')
    expect((await browser.call('POST /api/sign-in/password', { email: theirs, password })).problem.code).toBe('browser-approval-needed')
  })

  test('cannot be guessed: ten looks at links a minute from one address', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    const look = (n: number) => browser.call('POST /api/browsers/approve', { token: `${'A'.repeat(41)}${n + 10}` })
    for (let n = 0; n < 10; n++) expect((await look(n)).problem.code).toBe('link-over')
    expect((await look(10)).problem).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterSeconds: 60 })
    expect((await browser.call('POST /api/not-me', { token: 'x' })).problem.code).toBe('too-many-tries')
    house.wait(minute)
    expect((await look(11)).problem.code).toBe('link-over')
  })
})
