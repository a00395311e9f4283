import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'

const day = 86_400_000

/** A code on a new challenge in an unknown browser. */
async function tryCode(house: TestHouse, email: string, code: string) {
  const browser = house.browser()
  await signIn(browser, email)
  return { ...(await browser.call('POST /api/sign-in/code', { code })), browser }
}
const reasons = async (house: TestHouse) =>
  (await rowsOf(house.engine, house.engine.tables.events))
    .filter(({ kind }) => kind === 'code-refused')
    .map(({ details }) => details['reason'])
const failures = async (house: TestHouse) => (await rowsOf(house.engine, house.engine.tables.factors)).map((factor) => factor.failures)

describe('a code of another time', () => {
  const off = [
    [-10, -5],
    [-5, -3],
    [-3, -2],
    [-2, -1],
    [2, 1],
    [3, 2],
    [9, 5],
    [10, 5],
  ] as const
  test.each(off)('%i steps away is refused with %i minutes that the phone is ahead, and charged', async (steps, minutes) => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    house.wait(day)
    const answer = await tryCode(house, email, phone.code(house.now(), steps))
    expect(answer.problem).toMatchObject({ status: 401, code: 'phone-clock-off', phoneAheadMinutes: minutes })
    expect(answer.browser.cookies.has('__Host-sid')).toBe(false)
    expect(await reasons(house)).toEqual(['clock'])
    expect(await failures(house)).toEqual([1])
  })

  test.each([-11, 11])('%i steps away is just wrong', async (steps) => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    house.wait(day)
    expect((await tryCode(house, email, phone.code(house.now(), steps))).problem.code).toBe('code-wrong')
    expect(await reasons(house)).toEqual(['wrong'])
  })

  test('that was told is not good when its time comes: asking ahead gives a guesser nothing', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    house.wait(day)
    const early = phone.code(house.now(), 4)
    expect((await tryCode(house, email, early)).problem.code).toBe('phone-clock-off')
    house.wait(4 * 30_000)
    expect((await tryCode(house, email, early)).problem.code).toBe('code-used')
    expect((await tryCode(house, email, phone.code(house.now(), 1))).status).toBe(200)
  })

  test('is told only after the right password, and to a session alike', async () => {
    const house = await openTestHouse()
    const { browser, phone } = await personWithVerification(house)
    house.wait(60_000)
    const ahead = phone.code(house.now(), 6)
    expect((await house.browser().call('POST /api/sign-in/code', { code: ahead })).problem.code).toBe('challenge-over')
    expect((await browser.call('POST /api/two-factor/off', { code: ahead })).problem).toMatchObject({ phoneAheadMinutes: 3 })
  })
})

describe('a code of the entry from before an off-and-on', () => {
  async function offAndOn(house: TestHouse) {
    const { email, browser, phone: old } = await personWithVerification(house)
    await browser.call('POST /api/two-factor/off', { code: old.code(house.now()) })
    const { phone } = await turnOn(house, browser)
    return { email, browser, old, phone }
  }

  test('is named, charged and never accepted', async () => {
    const house = await openTestHouse()
    const { email, old, phone } = await offAndOn(house)
    const answer = await tryCode(house, email, old.code(house.now()))
    expect(answer.problem).toMatchObject({ status: 401, code: 'code-of-old-entry' })
    expect(answer.browser.cookies.has('__Host-sid')).toBe(false)
    expect(await reasons(house)).toEqual(['old-entry'])
    expect(Math.max(...(await failures(house)))).toBe(1)
    expect((await tryCode(house, email, phone.code(house.now()))).status).toBe(200)
  })

  test('is known for thirty days, and then just wrong', async () => {
    const house = await openTestHouse()
    const { email, old } = await offAndOn(house)
    house.wait(30 * day - 60_000)
    expect((await tryCode(house, email, old.code(house.now()))).problem.code).toBe('code-of-old-entry')
    house.wait(60_000)
    expect((await tryCode(house, email, old.code(house.now()))).problem.code).toBe('code-wrong')
  })

  test('is known at the wizard and inside a session', async () => {
    const house = await openTestHouse()
    const { browser, old } = await offAndOn(house)
    expect((await browser.call('POST /api/two-factor/off', { code: old.code(house.now()) })).problem.code).toBe('code-of-old-entry')
  })

  test('of another person is just wrong', async () => {
    const house = await openTestHouse()
    const { old } = await offAndOn(house)
    const { email } = await personWithVerification(house)
    expect((await tryCode(house, email, old.code(house.now()))).problem.code).toBe('code-wrong')
  })
})

test('a refusal on the last attempt says that the sign-in is over and still what was wrong with the clock', async () => {
  const house = await openTestHouse()
  const { email, browser, phone } = await personWithVerification(house)
  house.wait(day)
  await signIn(browser, email)
  for (let n = 0; n < 4; n++) await browser.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
  const last = await browser.call('POST /api/sign-in/code', { code: phone.code(house.now(), 4) })
  expect(last.problem).toMatchObject({ code: 'challenge-over', phoneAheadMinutes: 2 })
})
