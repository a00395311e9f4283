import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000

const lettersOf = async (house: TestHouse) => (await rowsOf(house.engine, house.engine.tables.mails)).map(({ letter }) => letter.kind)
const eventsOf = async (house: TestHouse) => (await rowsOf(house.engine, house.engine.tables.events)).map(({ kind }) => kind)

describe('guessing codes inside a session', () => {
  test('at OFF, key, recovery codes, sessions and check-up counts in one pool: the fifth wrong one ends the session, and the right one is refused', async () => {
    const house = await openTestHouse()
    const { email, browser, phone: mine } = await personWithVerification(house)
    const code = mine.wrong(house.now())
    const acts = [
      () => browser.call('POST /api/two-factor/off', { code }),
      () => browser.call('POST /api/two-factor/key', { password, code }),
      () => browser.call('POST /api/two-factor/recovery-codes', { code }),
      () => browser.call('POST /api/sessions/end-others', { code }),
    ]
    for (const act of acts) expect((await act()).problem.code).toBe('code-wrong')
    expect((await browser.call('POST /api/two-factor/check-up', { code })).problem).toMatchObject({ status: 401, code: 'signed-out' })
    expect((await browser.call('POST /api/two-factor/off', { code: mine.code(house.now()) })).problem.code).toBe('not-signed-in')
    expect((await lettersOf(house)).filter((kind) => kind === 'codes-blocked')).toHaveLength(1)
    expect((await eventsOf(house)).filter((kind) => kind === 'codes-blocked')).toHaveLength(1)
    await signIn(browser, email)
    expect((await browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })).status).toBe(200)
    expect((await browser.call('GET /api/two-factor')).body).toMatchObject({ state: 'on' })
  })

  test('two hundred at once: five are looked at, and it is mailed once', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const code = mine.wrong(house.now())
    const answers = await Promise.all(Array.from({ length: 200 }, () => browser.call('POST /api/two-factor/off', { code })))
    const codes = answers.map(({ problem }) => problem.code)
    expect(codes.filter((answer) => answer === 'code-wrong')).toHaveLength(4)
    expect(new Set(codes)).toEqual(new Set(['code-wrong', 'signed-out']))
    expect((await eventsOf(house)).filter((kind) => kind === 'code-refused')).toHaveLength(5)
    expect((await lettersOf(house)).filter((kind) => kind === 'codes-blocked')).toHaveLength(1)
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toEqual([])
  })

  test('a right one in between begins anew, and so do ten minutes', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const renew = (code: string) => browser.call('POST /api/two-factor/recovery-codes', { code })
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) expect((await renew(mine.wrong(house.now()))).problem.code).toBe('code-wrong')
      expect((await renew(mine.code(house.now()))).status).toBe(200)
      house.wait(30_000)
    }
    for (let n = 0; n < 4; n++) await renew(mine.wrong(house.now()))
    house.wait(10 * minute)
    for (let n = 0; n < 4; n++) expect((await renew(mine.wrong(house.now()))).problem.code).toBe('code-wrong')
  })

  test('a used code is charged like a wrong one', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const off = () => browser.call('POST /api/two-factor/off', { code: mine.code(house.now(), -1) })
    for (let n = 0; n < 4; n++) expect((await off()).problem).toMatchObject({ code: 'code-used', retryAfterSeconds: 25 })
    expect((await off()).problem.code).toBe('signed-out')
  })

  test('ends that session alone', async () => {
    const house = await openTestHouse()
    const { email, browser, phone: mine } = await personWithVerification(house)
    const there = house.browser()
    await signIn(there, email)
    await there.call('POST /api/sign-in/code', { code: mine.code(house.now()) })
    house.wait(30_000)
    for (let n = 0; n < 5; n++) await there.call('POST /api/two-factor/off', { code: mine.wrong(house.now()) })
    expect((await there.call('GET /api/me')).status).toBe(401)
    expect((await browser.call('GET /api/me')).status).toBe(200)
  })
})
