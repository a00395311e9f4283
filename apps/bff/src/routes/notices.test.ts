import { describe, expect, test } from 'vitest'
import { warnOfHalfSignIns } from '../domain/half-sign-in.ts'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { lettersOf } from '../testing/letters.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000
const day = 86_400_000

const noticesOf = async (browser: Browser) => (await browser.call('GET /api/notices')).body
const quiet = {
  halfSignIns: [],
  halfSignInCount: 0,
  checkUp: false,
  recoveryCodesLeft: 10,
  emailChange: null,
  toSign: [],
  recoveryCase: null,
  companyCases: 0,
}
const kindsOf = async (house: TestHouse) => (await rowsOf(house.engine, house.engine.tables.events)).map(({ kind }) => kind)

async function halfSignIns(house: TestHouse, email: string, times: number) {
  for (let n = 0; n < times; n++) {
    await signIn(house.browser({}, '203.0.113.9'), email)
    house.wait(minute)
  }
  house.wait(5 * minute)
  await warnOfHalfSignIns(house.deps)
}

describe('the banner', () => {
  test('shows half sign-ins, the newest five and how many, until the person says that it was they', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house)
    expect(await noticesOf(browser)).toEqual(quiet)
    const began = house.now()
    await halfSignIns(house, email, 7)
    const notices = (await noticesOf(browser)) as { halfSignIns: { at: number }[] }
    expect(notices).toMatchObject({ halfSignInCount: 7 })
    expect(notices.halfSignIns.map(({ at }) => (at - began) / minute)).toEqual([6, 5, 4, 3, 2])
    expect(notices.halfSignIns[0]).toEqual({ at: expect.any(Number), browser: '', system: '', place: '203.0.113.x' })

    expect((await browser.call('POST /api/notices/half-sign-ins', { wasMe: true })).status).toBe(204)
    expect(await noticesOf(browser)).toEqual(quiet)
    expect(await kindsOf(house)).toContain('half-sign-ins-answered')
    house.wait(day)
    await warnOfHalfSignIns(house.deps)
    expect(await lettersOf(house, 'half-sign-in')).toHaveLength(1)
  })

  test('does not show a sign-in that is still open, and its answer does not silence that one', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house)
    await halfSignIns(house, email, 1)
    await signIn(house.browser({}, '203.0.113.9'), email)
    expect(await noticesOf(browser)).toMatchObject({ halfSignInCount: 1 })
    await browser.call('POST /api/notices/half-sign-ins', { wasMe: true })
    house.wait(5 * minute)
    await warnOfHalfSignIns(house.deps)
    expect(await noticesOf(browser)).toMatchObject({ halfSignInCount: 1 })
  })

  test('goes away when the person completes the sign-in in that browser after all', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    await signIn(browser, email)
    house.wait(6 * minute)
    await warnOfHalfSignIns(house.deps)
    await signIn(browser, email)
    await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    expect(await noticesOf(browser)).toEqual(quiet)
  })

  test('takes no other answer, and is nobody else’s', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const other = await personWithVerification(house)
    await halfSignIns(house, email, 1)
    expect(await noticesOf(other.browser)).toEqual(quiet)
    for (const wasMe of [false, 'true', 1, null])
      expect((await other.browser.call('POST /api/notices/half-sign-ins', { wasMe })).problem.code).toBe('invalid-input')
    await other.browser.call('POST /api/notices/half-sign-ins', { wasMe: true })
    const half = (await rowsOf(house.engine, house.engine.tables.challenges)).filter(({ halfAt }) => halfAt !== null)
    expect(half.map(({ answeredAt }) => answeredAt)).toEqual([null])
  })
})

describe('a remembered device is not believed after a half sign-in', () => {
  test.each(['code', 'recovery code', 'answer', 'code in a session'])('until the person gives a %s', async (by) => {
    const house = await openTestHouse()
    const { email, browser, phone, recoveryCodes } = await personWithVerification(house, true)
    await halfSignIns(house, email, 1)
    if (by === 'answer') await browser.call('POST /api/notices/half-sign-ins', { wasMe: true })
    else if (by === 'code in a session') await browser.call('POST /api/two-factor/recovery-codes', { code: phone.code(house.now()) })
    else {
      expect(await signIn(browser, email)).toBe('code')
      if (by === 'code') await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
      else await browser.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[0] })
    }
    expect(await signIn(browser, email)).toBe('home')
  })

  test('and a wrong code does not bring the trust back', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    await halfSignIns(house, email, 1)
    expect(await signIn(browser, email)).toBe('code')
    await browser.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
    expect(await signIn(browser, email)).toBe('code')
  })
})

describe('the check-up', () => {
  /** Two weeks later, still signed in by the password alone: no code was given since. */
  async function twoWeeksLater(house: TestHouse) {
    const person = await personWithVerification(house, true)
    house.wait(14 * day)
    await signIn(person.browser, person.email)
    return person
  }

  test('is asked for two weeks after ON, not a moment sooner, and once: a code passes it', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    house.wait(14 * day - 2 * 30_000 - 1)
    await signIn(browser, email)
    expect(await noticesOf(browser)).toMatchObject({ checkUp: false })
    house.wait(1)
    expect(await noticesOf(browser)).toMatchObject({ checkUp: true })
    expect((await browser.call('POST /api/two-factor/check-up', { code: phone.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect(await noticesOf(browser)).toMatchObject({ checkUp: true })
    expect((await browser.call('POST /api/two-factor/check-up', { code: phone.code(house.now()) })).status).toBe(204)
    expect(await noticesOf(browser)).toMatchObject({ checkUp: false })
    expect(await kindsOf(house)).toContain('check-up-passed')
  })

  test('is put off for good without a code', async () => {
    const house = await openTestHouse()
    const { browser } = await twoWeeksLater(house)
    expect((await browser.call('POST /api/two-factor/check-up', {})).status).toBe(204)
    expect(await noticesOf(browser)).toMatchObject({ checkUp: false })
    expect(await kindsOf(house)).toContain('check-up-put-off')
  })

  test('is not asked for when a code was accepted since, nor where verification is off', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await twoWeeksLater(house)
    const there = house.browser()
    await signIn(there, email)
    await there.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    expect(await noticesOf(browser)).toMatchObject({ checkUp: false })
    const plain = house.browser()
    await signIn(plain, await house.person())
    expect(await noticesOf(plain)).toEqual({ ...quiet, recoveryCodesLeft: null })
    expect((await plain.call('POST /api/two-factor/check-up', {})).problem.code).toBe('verification-already-off')
  })
})
