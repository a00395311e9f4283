import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { newestSecret } from '../testing/letters.ts'
import { phone } from '../testing/phone.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const day = 86_400_000

const factorOf = async (house: TestHouse, id: string) =>
  (await rowsOf(house.engine, house.engine.tables.factors)).find((factor) => factor.id === id)
/** How many codes were looked at and found wrong. */
const evaluated = async (house: TestHouse) =>
  (await rowsOf(house.engine, house.engine.tables.events)).filter(
    ({ kind, details }) => kind === 'code-refused' && details['reason'] === 'wrong',
  ).length
/** One code on a challenge of its own, from an unknown browser. */
async function codeFromElsewhere(house: TestHouse, email: string, code: string, n = 0) {
  const browser = house.browser({}, `203.0.113.${n}`)
  await signIn(browser, email)
  return browser.call('POST /api/sign-in/code', { code })
}
/** Waits until the factor looks at codes again. */
async function waitOut(house: TestHouse, id: string) {
  const until = (await factorOf(house, id))?.blockedUntil ?? 0
  if (until > house.now()) house.wait(until - house.now())
}

describe('guessing codes', () => {
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

  test('at the wizard gives the key up at the tenth wrong one; a right tenth switches on', async () => {
    const house = await openTestHouse()
    for (const isRight of [true, false]) {
      const browser = house.browser()
      await signIn(browser, await house.person())
      const { uri, enrolmentId } = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
      const mine = phone(uri)
      const confirm = (code: string) => browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId, code })
      // Nine wrong ones with their waits take longer than a pending key lives.
      await alter(
        house.engine,
        house.engine.tables.factors,
        { failures: 9, blockedUntil: 0 },
        eq(house.engine.tables.factors.id, enrolmentId),
      )
      const tenth = await confirm(isRight ? mine.code(house.now()) : mine.wrong(house.now()))
      expect([tenth.status, tenth.problem.code]).toEqual(isRight ? [200, undefined] : [409, 'enrolment-over'])
      if (!isRight) expect((await confirm(mine.code(house.now()))).problem.code).toBe('enrolment-over')
    }
  })
})

test('wrong codes at the wizard are not held against the key that is on afterwards', async () => {
  const house = await openTestHouse()
  const [email, browser] = [await house.person(), house.browser()]
  await signIn(browser, email)
  const { uri, enrolmentId } = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
  const mine = phone(uri)
  const confirm = (code: string) => browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId, code })
  for (let n = 0; n < 8; n++) {
    expect((await confirm(mine.wrong(house.now()))).problem.code).toBe('code-wrong')
    await waitOut(house, enrolmentId)
  }
  expect((await confirm(mine.code(house.now()))).status).toBe(200)
  for (let n = 0; n < 5; n++) expect((await codeFromElsewhere(house, email, mine.wrong(house.now()), n)).problem.code).toBe('code-wrong')
})

describe('codes from unknown browsers', () => {
  test('after the fifth wrong one each further one waits twice as long; the tenth in a row asks for a new password, mailed at once and once', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house, true)
    await house.mails()
    const answers = []
    for (let n = 0; n < 10; n++) {
      const { problem } = await codeFromElsewhere(house, email, mine.wrong(house.now()), n)
      answers.push([problem.code, problem.retryAfterSeconds ?? 0])
      const until = (await factorOf(house, enrolmentId))?.blockedUntil ?? 0
      if (n < 9 && until > house.now()) {
        house.wait(until - house.now() - 1)
        const early = await codeFromElsewhere(house, email, mine.code(house.now()), n)
        expect(early.problem).toMatchObject({ code: 'too-many-codes', retryAfterSeconds: 1 })
        house.wait(1)
      }
    }
    const waits = [0, 0, 0, 0, 30, 60, 120, 240, 480].map((seconds) => ['code-wrong', seconds])
    expect(answers).toEqual([...waits, ['reset-required', 0]])
    for (const wait of [0, minute, day, 365 * day]) {
      house.wait(wait)
      const refused = await codeFromElsewhere(house, email, mine.code(house.now()))
      expect(refused.problem).toMatchObject({ status: 403, code: 'reset-required' })
    }
    expect(await evaluated(house)).toBe(10)
    expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toEqual([])
    const letters = (await rowsOf(house.engine, house.engine.tables.mails)).map(({ letter }) => letter.kind)
    expect(letters.filter((kind) => kind === 'reset-required')).toHaveLength(1)
    const kinds = (await rowsOf(house.engine, house.engine.tables.events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'reset-required')).toHaveLength(1)
  })

  test('the browser that the person knows goes on, with twenty wrong ones a day of its own, and spends nothing of the others', async () => {
    const house = await openTestHouse()
    const { email, browser, phone: mine, enrolmentId } = await personWithVerification(house)
    for (let n = 0; n < 10; n++) {
      await codeFromElsewhere(house, email, mine.wrong(house.now()), n)
      await waitOut(house, enrolmentId)
    }
    expect((await codeFromElsewhere(house, email, mine.code(house.now()))).problem.code).toBe('reset-required')
    const here = async (code: string) => {
      await signIn(browser, email)
      return browser.call('POST /api/sign-in/code', { code })
    }
    expect((await here(mine.code(house.now()))).status).toBe(200)
    house.wait(30_000)
    const before = await factorOf(house, enrolmentId)
    for (let n = 0; n < 20; n++) expect((await here(mine.wrong(house.now()))).problem.code).toBe('code-wrong')
    const refused = await here(mine.code(house.now()))
    expect(refused.problem).toMatchObject({ code: 'too-many-codes', retryAfterSeconds: expect.any(Number) })
    expect(await factorOf(house, enrolmentId)).toEqual(before)
    house.wait(day)
    expect((await here(mine.code(house.now()))).status).toBe(200)
    expect((await codeFromElsewhere(house, email, mine.code(house.now()))).problem.code).toBe('reset-required')
  })

  test('are looked at again after a new password, with all their tries', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house)
    for (let n = 0; n < 10; n++) {
      await codeFromElsewhere(house, email, mine.wrong(house.now()), n)
      await waitOut(house, enrolmentId)
    }
    await house.browser().call('POST /api/password/forgot', { email })
    const token = await newestSecret(house, 'password-reset')
    const newPassword = 'seven quiet herons on a roof'
    expect((await house.browser().call('POST /api/password/reset', { token, newPassword })).status).toBe(204)
    const browser = house.browser()
    await browser.call('POST /api/sign-in/password', { email, password: newPassword })
    expect((await browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })).status).toBe(200)
    expect(await factorOf(house, enrolmentId)).toMatchObject({ failures: 0, recentFailures: 0, resetRequiredAt: null })
  })

  test('ten wrong ones in thirty days ask for a new password as well, however many right ones are between', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house)
    for (let n = 0; n < 9; n++) {
      expect((await codeFromElsewhere(house, email, mine.wrong(house.now()), n)).problem.code).toBe('code-wrong')
      expect((await codeFromElsewhere(house, email, mine.code(house.now()), n)).status).toBe(200)
      expect(await factorOf(house, enrolmentId)).toMatchObject({ failures: 0, recentFailures: n + 1 })
      house.wait(3 * day)
    }
    expect((await codeFromElsewhere(house, email, mine.wrong(house.now()))).problem.code).toBe('reset-required')
    expect((await codeFromElsewhere(house, email, mine.code(house.now()))).problem.code).toBe('reset-required')
  })

  test('nine in thirty days do not, and the thirty days begin anew', async () => {
    const house = await openTestHouse()
    const { email, phone: mine } = await personWithVerification(house)
    for (let months = 0; months < 3; months++) {
      for (let n = 0; n < 9; n++) {
        expect((await codeFromElsewhere(house, email, mine.wrong(house.now()), n)).problem.code).toBe('code-wrong')
        expect((await codeFromElsewhere(house, email, mine.code(house.now()), n)).status).toBe(200)
        house.wait(30_000)
      }
      house.wait(30 * day)
    }
  })

  test('a right tenth one signs in, and takes back what its own charge had closed', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house)
    for (let n = 0; n < 9; n++) {
      await codeFromElsewhere(house, email, mine.wrong(house.now()), n)
      await waitOut(house, enrolmentId)
    }
    expect((await codeFromElsewhere(house, email, mine.code(house.now()))).status).toBe(200)
    expect(await factorOf(house, enrolmentId)).toMatchObject({ failures: 0, recentFailures: 9, resetRequiredAt: null })
  })

  test('two hundred at once from as many addresses, again and again, are ten that are looked at in all', async () => {
    const house = await openTestHouse()
    const { email, phone: mine, enrolmentId } = await personWithVerification(house)
    for (let round = 0; round < 8; round++) {
      const browsers = Array.from({ length: 200 }, (_, n) => house.browser({}, `198.${51 + round}.100.${n}`))
      const code = mine.wrong(house.now())
      await Promise.all(browsers.slice(0, 50).map((browser) => signIn(browser, email)))
      await Promise.all(
        browsers.slice(0, 50).flatMap((browser) => [1, 2, 3, 4].map(() => browser.call('POST /api/sign-in/code', { code }))),
      )
      await waitOut(house, enrolmentId)
    }
    expect(await evaluated(house)).toBe(10)
  })
})
