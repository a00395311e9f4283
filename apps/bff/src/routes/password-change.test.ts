import { describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret } from '../testing/letters.ts'
import { rowsOf } from '../testing/rows.ts'

const newPassword = 'quatre gats i un paraigua'
const change = (browser: Browser, body: object) => browser.call('POST /api/password/change', { newPassword, ...body })
const isSignedIn = async (browser: Browser) => (await browser.call('GET /api/me')).status === 200
const factorOf = async (house: TestHouse) => (await rowsOf(house.engine, house.engine.tables.factors))[0]

describe('changing the password', () => {
  test('needs the current password, and a code where verification is on', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    const code = phone.code(house.now())
    expect((await change(browser, { password })).problem.code).toBe('fresh-code-needed')
    expect((await change(browser, { password: 'a wrong one, surely', code })).problem.code).toBe('password-wrong')
    expect((await change(browser, { password, code: phone.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect((await change(browser, { code })).problem.fields).toEqual({ password: 'required' })
    expect(await signIn(house.browser(), email)).toBe('code')
    expect((await change(browser, { password, code })).status).toBe(200)
    const old = await house.browser().call('POST /api/sign-in/password', { email, password })
    expect(old.problem.code).toBe('sign-in-refused')
  })

  test('to one that is refused burns no code and charges none', async () => {
    const house = await openTestHouse()
    const { browser, phone } = await personWithVerification(house)
    const before = await factorOf(house)
    const code = phone.code(house.now())
    for (const poor of ['aaaaaaaaaaaaaaaaaaaa', 'ferreteria soler', password, 'too short']) {
      const answer = await change(browser, { password, code, newPassword: poor })
      expect(answer.problem).toMatchObject({ status: 422, code: 'invalid-input', fields: { newPassword: expect.any(String) } })
    }
    expect(await factorOf(house)).toEqual(before)
    expect((await change(browser, { password, code })).status).toBe(200)
  })

  test('ends all other sessions, challenges, trust and links, and gives this session a new token', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    const [other, challenged, copy] = [house.browser(), house.browser(), house.browser()]
    await signIn(other, email)
    await other.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(30_000)
    await signIn(challenged, email)
    await house.browser().call('POST /api/password/forgot', { email })
    const token = await newestSecret(house, 'password-reset')
    copy.cookies.set('__Host-sid', browser.cookies.get('__Host-sid') ?? '')

    const answer = await change(browser, { password, code: phone.code(house.now()) })
    expect(answer.body).toEqual({ endedSessions: 1 })
    expect(await Promise.all([browser, other, copy].map(isSignedIn))).toEqual([true, false, false])
    house.wait(30_000)
    expect((await challenged.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).problem.code).toBe('challenge-over')
    expect((await house.browser().call('POST /api/password/reset', { token, newPassword })).problem.code).toBe('link-over')
    expect((await browser.call('POST /api/sign-in/password', { email, password: newPassword })).body).toEqual({ next: 'code' })
    expect((await lettersOf(house, 'password-changed')).map(({ address, letter }) => [address, letter.by])).toEqual([[email, 'change']])
  })

  test('with a code makes a session of a remembered device a full one', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    await browser.call('POST /api/sign-out', {})
    expect(await signIn(browser, email)).toBe('home')
    expect((await browser.call('GET /api/me')).body).toMatchObject({ assurance: 'trusted-device' })
    await change(browser, { password, code: phone.code(house.now()) })
    expect((await browser.call('GET /api/me')).body).toMatchObject({ assurance: 'code' })
  })

  test('by nine at once with one code happens once', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    const code = phone.code(house.now())
    const wanted = Array.from({ length: 9 }, (_, n) => `${newPassword} ${n}`)
    const answers = await Promise.all(wanted.map((to) => change(browser, { password, code, newPassword: to })))
    const won = answers.flatMap(({ status }, n) => (status === 200 ? [wanted[n]] : []))
    expect(won).toHaveLength(1)
    expect((await house.browser().call('POST /api/sign-in/password', { email, password: won[0] })).status).toBe(200)
    expect(await lettersOf(house, 'password-changed')).toHaveLength(1)
  })

  test('keeps a pending change of the address, which its own person may have asked for', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    await browser.call('POST /api/me/email', { email: 'new@soler.example', password })
    const mailedCode = await newestSecret(house, 'email-code')
    expect((await change(browser, { password })).status).toBe(200)
    expect((await browser.call('POST /api/me/email/confirm', { mailedCode })).status).toBe(200)
  })
})
