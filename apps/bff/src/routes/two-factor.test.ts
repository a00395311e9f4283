import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { phone } from '../testing/phone.ts'

describe('switching on', () => {
  test('a code of the pending key switches verification on, other sessions end, and the mail is queued in the same commit', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const [here, there] = [house.browser(), house.browser()]
    await signIn(here, email)
    await signIn(there, email)
    const before = here.cookies.get('__Host-sid')
    const on = await turnOn(house, here)

    expect(on.phone.base32).toMatch(/^[A-Z2-7]{32}$/)
    expect(on.recoveryCodes).toHaveLength(10)
    expect((await here.call('GET /api/two-factor')).body).toMatchObject({ state: 'on', recoveryCodesLeft: 10 })
    expect((await there.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect(here.cookies.get('__Host-sid')).not.toBe(before)
    expect((await house.mails()).map((mail) => mail.address)).toEqual([email])
  })

  test('the code that confirmed does not sign in', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browser = house.browser()
    await signIn(browser, email)
    const on = await turnOn(house, browser)
    expect(await signIn(browser, email)).toBe('code')
    const again = await browser.call('POST /api/sign-in/code', { code: on.phone.code(house.now(), -1) })
    expect(again.problem).toMatchObject({ code: 'code-used', status: 401 })
    expect(again.problem.retryAfterSeconds).toBeGreaterThan(0)
  })

  test('a pending key changes nothing, dies in ten minutes and gives way to a newer one', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const [here, there] = [house.browser(), house.browser()]
    await signIn(here, email)
    await signIn(there, email)
    const first = (await here.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    expect(await signIn(house.browser(), email)).toBe('home')
    const second = (await there.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }

    const code = phone(first.uri).code(house.now())
    const late = await here.call('POST /api/two-factor/enrolment/confirm', { enrolmentId: first.enrolmentId, code })
    expect(late.problem.code).toBe('enrolment-over')
    house.wait(10 * 60_000)
    const dead = await there.call('POST /api/two-factor/enrolment/confirm', {
      enrolmentId: second.enrolmentId,
      code: phone(second.uri).code(house.now()),
    })
    expect(dead.problem.code).toBe('enrolment-over')
    expect((await here.call('GET /api/two-factor')).body).toMatchObject({ state: 'off' })
  })

  test('two people at the same switch: one switches on, the other is told so', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const [here, there] = [house.browser(), house.browser()]
    await signIn(here, email)
    await signIn(there, email)
    const started = (await here.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    const mine = phone(started.uri)
    const answers = await Promise.all(
      [here, there].map((browser, n) =>
        browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId: started.enrolmentId, code: mine.code(house.now(), n - 1) }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).not.toEqual([200, 200])
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  })

  test('what the client sends as secret is refused', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    const started = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    const answer = await browser.call('POST /api/two-factor/enrolment/confirm', {
      enrolmentId: started.enrolmentId,
      code: phone(started.uri).code(house.now()),
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    })
    expect(answer.problem).toMatchObject({ status: 422, fields: { secret: 'unknown-field' } })
  })

  test('starting while it is on is refused', async () => {
    const house = await openTestHouse()
    const { browser } = await personWithVerification(house)
    expect((await browser.call('POST /api/two-factor/enrolment', {})).problem.code).toBe('verification-already-on')
  })

  test('an old sign-in has to give the password before it may begin', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    house.wait(11 * 60_000)
    expect((await browser.call('POST /api/two-factor/enrolment', {})).problem.code).toBe('password-needed')
    expect((await browser.call('POST /api/two-factor/enrolment', { password: 'not the password' })).problem.code).toBe('password-wrong')
    expect((await browser.call('POST /api/two-factor/enrolment', { password })).status).toBe(200)
  })
})

describe('switching off', () => {
  test('needs a fresh code; then a new key comes, and the old one no longer works', async () => {
    const house = await openTestHouse()
    const { browser, email, phone: old } = await personWithVerification(house)
    expect((await browser.call('POST /api/two-factor/off', {})).problem.code).toBe('fresh-code-needed')
    expect((await browser.call('POST /api/two-factor/off', { code: old.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect((await browser.call('POST /api/two-factor/off', { code: old.code(house.now()) })).status).toBe(204)
    house.wait(30_000)
    expect((await browser.call('POST /api/two-factor/off', { code: old.code(house.now()) })).problem.code).toBe('verification-already-off')

    const on = await turnOn(house, browser)
    expect(on.phone.base32).not.toBe(old.base32)
    expect(await signIn(browser, email)).toBe('code')
    expect((await browser.call('POST /api/sign-in/code', { code: old.code(house.now()) })).problem.code).toBe('code-of-old-entry')
    expect((await browser.call('POST /api/sign-in/code', { code: on.phone.code(house.now()) })).status).toBe(200)
  })

  test('a recovery code works too, once', async () => {
    const house = await openTestHouse()
    const { browser, recoveryCodes } = await personWithVerification(house)
    const off = await browser.call('POST /api/two-factor/off', { recoveryCode: recoveryCodes[0]?.toUpperCase() })
    expect(off.status).toBe(204)
    expect((await browser.call('GET /api/two-factor')).body).toMatchObject({ state: 'off', recoveryCodesLeft: null })
  })
})

describe('showing the key again', () => {
  test('needs password and a fresh code in one, is listed, mailed, and limited to three a day', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    const show = (code: string, pw = password) => browser.call('POST /api/two-factor/key', { password: pw, code })
    expect((await browser.call('POST /api/two-factor/key', { password })).status).toBe(422)
    expect((await show(mine.code(house.now()), 'wrong')).problem.code).toBe('password-wrong')
    const shown = await show(mine.code(house.now()))
    expect(phone((shown.body as { uri: string }).uri).base32).toBe(mine.base32)
    expect((await show(mine.code(house.now()))).problem.code).toBe('code-used')
    for (const status of [200, 200, 429]) {
      house.wait(30_000)
      expect((await show(mine.code(house.now()))).status).toBe(status)
    }
    const { exposures } = (await browser.call('GET /api/two-factor')).body as { exposures: { kind: string }[] }
    expect(exposures.map(({ kind }) => kind)).toEqual(['shown', 'shown', 'shown', 'enrolled'])
  })

  test('copies are recorded with a serial number, and only while the key is on the screen', async () => {
    const house = await openTestHouse()
    const { browser, phone: mine } = await personWithVerification(house)
    house.wait(10 * 60_000)
    expect((await browser.call('POST /api/two-factor/copies', { kind: 'print' })).problem.code).toBe('key-not-shown')
    await browser.call('POST /api/two-factor/key', { password, code: mine.code(house.now()) })
    const copy = await browser.call('POST /api/two-factor/copies', { kind: 'print' })
    expect(copy.body).toMatchObject({ serial: expect.stringMatching(/^2026-[0-9A-F]{4}-[0-9A-F]{4}$/) })
    house.wait(61_000)
    expect((await browser.call('POST /api/two-factor/copies', { kind: 'png' })).problem.code).toBe('key-not-shown')
  })
})
