import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { warnOfHalfSignIns } from '../domain/half-sign-in.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A person whose password somebody else used, and the token of the mail that says so. */
async function warnedPerson(house: TestHouse) {
  const person = await personWithVerification(house, true)
  const stranger = house.browser()
  await signIn(stranger, person.email)
  house.wait(5 * minute)
  await warnOfHalfSignIns(house.deps)
  return { ...person, stranger, token: await newestSecret(house, 'half-sign-in') }
}

describe('"this was not me"', () => {
  test('ends everything that the password had opened, makes it worth nothing, and mails a link to set a new one', async () => {
    const house = await openTestHouse()
    const { email, browser, phone, token } = await warnedPerson(house)
    const open = house.browser()
    await signIn(open, email)
    const answer = await house.browser().call('POST /api/not-me', { token })
    expect([answer.status, answer.body, answer.setCookies]).toEqual([204, null, []])

    expect((await browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect((await open.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).problem.code).toBe('challenge-over')
    for (const there of [browser, open, house.browser()])
      expect((await there.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
    const { trustedDevices, browsers, sessions, contacts, factors } = house.engine.tables
    for (const table of [trustedDevices, browsers, sessions]) expect(await rowsOf(house.engine, table)).toEqual([])
    const [contact] = (await rowsOf(house.engine, contacts)).filter(({ login }) => login === email)
    expect(contact).toMatchObject({ passwordSealed: null, trustPausedAt: null })
    expect(contact?.factorId).toBe((await rowsOf(house.engine, factors))[0]?.id)

    const [mail] = await lettersOf(house, 'password-burned')
    expect(mail).toMatchObject({ address: email, expiresAt: house.now() + 60 * minute })
    expect((await house.browser().call('POST /api/password/reset/check', { token: mail?.secret })).body).toEqual({ email })
    await warnOfHalfSignIns(house.deps)
    expect(await lettersOf(house, 'half-sign-in')).toHaveLength(1)
    const kinds = (await rowsOf(house.engine, house.engine.tables.events)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'not-me')).toHaveLength(1)
  })

  test('voids the links that were mailed before it', async () => {
    const house = await openTestHouse()
    const { email, token } = await warnedPerson(house)
    await house.browser().call('POST /api/password/forgot', { email })
    const before = await newestSecret(house, 'password-reset')
    await house.browser().call('POST /api/not-me', { token })
    expect((await house.browser().call('POST /api/password/reset/check', { token: before })).problem.code).toBe('link-over')
  })

  test('is not said by opening the link: nothing that a mail scanner does changes anything', async () => {
    const house = await openTestHouse()
    const { token } = await warnedPerson(house)
    const before = await dump(house.engine)
    const scanner = house.browser()
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await scanner.send(method, '/not-me')
      await scanner.send(method, '/api/not-me')
      await scanner.send(method, `/not-me?token=${token}`)
    }
    const foreign = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
    expect((await scanner.send('POST', '/api/not-me', { token }, foreign)).problem.code).toBe('other-origin')
    expect(await dump(house.engine)).toBe(before)
    expect((await scanner.call('POST /api/not-me', { token })).status).toBe(204)
  })

  test('works once, also of fifty at once', async () => {
    const house = await openTestHouse()
    const { token } = await warnedPerson(house)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => house.browser({}, `203.0.113.${n}`).call('POST /api/not-me', { token })),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect((await house.browser().call('POST /api/not-me', { token })).problem).toMatchObject({ status: 410, code: 'link-over' })
    expect(await lettersOf(house, 'password-burned')).toHaveLength(1)
  })

  test('works for seven days, and not for somebody who is not active any more', async () => {
    const house = await openTestHouse()
    const [late, gone] = [await warnedPerson(house), await warnedPerson(house)]
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, gone.email))
    expect((await house.browser().call('POST /api/not-me', { token: gone.token })).problem.code).toBe('link-over')
    house.wait(7 * day)
    expect((await house.browser().call('POST /api/not-me', { token: late.token })).problem.code).toBe('link-over')
  })

  test('is for its own contact alone, and for nothing else', async () => {
    const house = await openTestHouse()
    const [mine, theirs] = [await warnedPerson(house), await warnedPerson(house)]
    for (const key of ['POST /api/browsers/approve', 'POST /api/password/reset/check'] as const)
      expect((await house.browser().call(key, { token: mine.token })).problem.code).toBe('link-over')
    await house.browser().call('POST /api/not-me', { token: mine.token })
    expect((await theirs.browser.call('GET /api/me')).status).toBe(200)
    expect(await signIn(house.browser(), theirs.email)).toBe('code')
  })

  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(64), "' or 1=1 --"])('with a made-up token (%s) is refused', async (token) => {
    const house = await openTestHouse()
    const { email } = await warnedPerson(house)
    expect((await house.browser().call('POST /api/not-me', { token })).problem.code).toBe('link-over')
    expect(await signIn(house.browser(), email)).toBe('code')
  })

  test('stops a sign-in that is under way with the old password', async () => {
    const house = await openTestHouse()
    const { email, token } = await warnedPerson(house)
    const passwords = house.deps.passwords
    house.deps.passwords = {
      ...passwords,
      verify: async (phc, typed) => {
        const isRight = await passwords.verify(phc, typed)
        house.deps.passwords = passwords
        await house.browser().call('POST /api/not-me', { token })
        return isRight
      },
    }
    const { contacts, factors } = house.engine.tables
    await alter(house.engine, contacts, { factorId: null }, eq(contacts.login, email))
    await alter(house.engine, factors, { retiredAt: house.now() }, undefined)
    expect((await house.browser().call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toEqual([])
  })
})
