import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000

describe('the code', () => {
  test.each([-1, 0, 1])('of the step %i away signs in', async (steps) => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    house.wait(10 * minute)
    const browser = house.browser()
    await signIn(browser, email)
    expect((await browser.call('POST /api/sign-in/code', { code: phone.code(house.now(), steps) })).status).toBe(200)
  })

  test('may be pasted with spaces; anything but six ASCII digits is refused without spending an attempt', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    for (const code of ['', '12345', '1234567', '１２３４５６', '12345a', '٠١٢٣٤٥', '+12345', '1e4567', '123\n456', '-12345'])
      expect((await browser.call('POST /api/sign-in/code', { code })).problem.fields, code).toEqual({ code: 'not-a-code' })
    expect((await browser.call('POST /api/sign-in/code', { code: '1'.repeat(33) })).problem.fields).toEqual({ code: 'too-long' })
    const [factor] = await rowsOf(house.engine, house.engine.tables.factors)
    expect(factor).toMatchObject({ failures: 0, recentFailures: 0 })
    const code = phone.code(house.now())
    expect((await browser.call('POST /api/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status).toBe(200)
  })

  test('counts once, for any purpose: of sign-in, showing the key, new recovery codes, ending sessions and OFF only the first gets it', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    const there = house.browser()
    await signIn(there, email)
    const code = phone.code(house.now())
    const uses = [
      () => there.call('POST /api/sign-in/code', { code }),
      () => browser.call('POST /api/two-factor/key', { password, code }),
      () => browser.call('POST /api/two-factor/recovery-codes', { code }),
      () => browser.call('POST /api/sessions/end-others', { code }),
      () => browser.call('POST /api/two-factor/off', { code }),
    ]
    for (const [first, use] of uses.entries()) {
      expect((await use()).status, `first ${first}`).toBe(first === 0 ? 200 : 401)
    }
    const used = (await rowsOf(house.engine, house.engine.tables.events)).filter(({ details }) => details['reason'] === 'used')
    expect(used).toHaveLength(4)
  })

  test('of an earlier step than the last one used is used, too', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    house.wait(minute)
    const [a, b] = [house.browser(), house.browser()]
    await signIn(a, email)
    await signIn(b, email)
    expect((await a.call('POST /api/sign-in/code', { code: phone.code(house.now(), 1) })).status).toBe(200)
    const earlier = await b.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    expect(earlier.problem).toMatchObject({ code: 'code-used', retryAfterSeconds: 25 })
  })

  test('fifty times at once on one challenge opens exactly one session', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    const { sessions, events } = house.engine.tables
    const before = (await rowsOf(house.engine, sessions)).length
    const code = phone.code(house.now())
    const answers = await Promise.all(Array.from({ length: 50 }, () => browser.call('POST /api/sign-in/code', { code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowsOf(house.engine, sessions)).toHaveLength(before + 1)
    const signIns = (await rowsOf(house.engine, events)).filter(({ kind, at }) => kind === 'sign-in' && at === house.now())
    expect(signIns).toHaveLength(1)
  })

  test('fifty times at once on fifty challenges opens exactly one session', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browsers = Array.from({ length: 50 }, (_, n) => house.browser({}, `203.0.113.${n}`))
    for (const browser of browsers) await signIn(browser, email)
    const before = (await rowsOf(house.engine, house.engine.tables.sessions)).length
    const code = phone.code(house.now())
    const answers = await Promise.all(browsers.map((browser) => browser.call('POST /api/sign-in/code', { code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toHaveLength(before + 1)
  })

  test('checked against a secret that was moved from another contact is answered 503, never with a session', async () => {
    const house = await openTestHouse()
    const mine = await personWithVerification(house)
    const theirs = await personWithVerification(house)
    const { factors } = house.engine.tables
    const rows = await rowsOf(house.engine, factors)
    const [a, b] = [mine, theirs].map(({ enrolmentId }) => rows.find(({ id }) => id === enrolmentId))
    await alter(house.engine, factors, { secretSealed: b?.secretSealed ?? '' }, eq(factors.id, a?.id ?? ''))
    await alter(house.engine, factors, { secretSealed: a?.secretSealed ?? '' }, eq(factors.id, b?.id ?? ''))
    for (const { email } of [mine, theirs]) {
      for (const { phone } of [mine, theirs]) {
        const browser = house.browser()
        await signIn(browser, email)
        const answer = await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
        expect(answer.problem).toMatchObject({ status: 503, code: 'unavailable' })
        expect(browser.cookies.has('__Host-sid')).toBe(false)
      }
    }
  })
})

describe('a recovery code', () => {
  test('signs in in place of the code, once, is mailed with how many are left, and leaves verification on', async () => {
    const house = await openTestHouse()
    const { email, recoveryCodes } = await personWithVerification(house)
    await house.mails()
    const browser = house.browser()
    await signIn(browser, email)
    const typed = ` ${recoveryCodes[3]?.toUpperCase().replace('-', ' ')}`
    const answer = await browser.call('POST /api/sign-in/recovery-code', { recoveryCode: typed })
    expect(answer.body).toEqual({ next: 'home', recoveryCodesLeft: 9 })
    expect((await browser.call('GET /api/me')).body).toMatchObject({ verification: 'on' })
    const [mail, ...more] = await house.mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ address: email, text: expect.stringContaining('9') })

    const there = house.browser()
    await signIn(there, email)
    const again = await there.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[3] })
    expect(again.problem).toMatchObject({ status: 401, code: 'recovery-code-wrong' })
    expect(there.cookies.has('__Host-sid')).toBe(false)
  })

  test('fifty times at once opens exactly one session', async () => {
    const house = await openTestHouse()
    const { email, recoveryCodes } = await personWithVerification(house)
    const browsers = Array.from({ length: 50 }, () => house.browser())
    for (const browser of browsers) await signIn(browser, email)
    const before = (await rowsOf(house.engine, house.engine.tables.sessions)).length
    const answers = await Promise.all(
      browsers.map((browser) => browser.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[0] })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toHaveLength(before + 1)
  })

  test('of another contact, of the set before, or after OFF is worth nothing', async () => {
    const house = await openTestHouse()
    const mine = await personWithVerification(house)
    const theirs = await personWithVerification(house)
    const there = house.browser()
    await signIn(there, mine.email)
    const tryOut = (recoveryCode: string | undefined) => there.call('POST /api/sign-in/recovery-code', { recoveryCode })
    expect((await tryOut(theirs.recoveryCodes[0])).problem.code).toBe('recovery-code-wrong')
    const renewed = await mine.browser.call('POST /api/two-factor/recovery-codes', { code: mine.phone.code(house.now()) })
    const fresh = (renewed.body as { recoveryCodes: string[] }).recoveryCodes
    expect(new Set([...fresh, ...mine.recoveryCodes]).size).toBe(20)
    expect((await tryOut(mine.recoveryCodes[0])).problem.code).toBe('recovery-code-wrong')
    expect((await tryOut(fresh[0])).status).toBe(200)
  })

  test('that was wrong stands in the activity of the contact', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    await browser.call('POST /api/sign-in/recovery-code', { recoveryCode: 'aaaaa-aaaaa' })
    const events = await rowsOf(house.engine, house.engine.tables.events)
    expect(events.at(-1)).toMatchObject({ kind: 'code-refused', details: { reason: 'recovery-code-wrong' } })
  })
})
