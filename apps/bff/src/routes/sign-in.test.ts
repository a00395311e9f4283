import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { createPasswords } from '../domain/password.ts'
import { addContact } from '../domain/people.ts'
import { sweep } from '../domain/sweep.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { phone } from '../testing/phone.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000

describe('the password', () => {
  test('opens a session where verification is off', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    const email = await house.person()
    const answer = await browser.call('POST /api/sign-in/password', { email, password })
    expect(answer.body).toEqual({ next: 'home' })
    expect((await browser.call('GET /api/me')).body).toMatchObject({
      contact: { email, role: 'member', main: false },
      verification: 'off',
      mustEnrol: false,
      assurance: 'password',
      previousSignInAt: null,
    })
    house.wait(minute)
    await signIn(browser, email)
    expect((await browser.call('GET /api/me')).body).toMatchObject({ previousSignInAt: house.now() - minute })
  })

  test('opens only a challenge where verification is on: no cookie of it, alone or together, is a session', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const sessions = (await rowsOf(house.engine, house.engine.tables.sessions)).length
    const browser = house.browser()
    const answer = await browser.call('POST /api/sign-in/password', { email, password })
    expect(answer.body).toEqual({ next: 'code' })
    expect(answer.setCookies.map((line) => line.split('=')[0])).toEqual(['__Host-mfa'])
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toHaveLength(sessions)

    const token = browser.cookies.get('__Host-mfa') ?? ''
    browser.cookies.set('__Host-sid', token)
    expect((await browser.call('GET /api/me')).status).toBe(401)
    browser.cookies.delete('__Host-mfa')
    expect((await browser.call('GET /api/two-factor')).status).toBe(401)
  })

  test('is refused in the same words for an unknown, a wrong, an inactive and a program account', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const { email: verified } = await personWithVerification(house)
    const inactive = await house.person()
    await alter(house.engine, house.engine.tables.contacts, { active: false }, eq(house.engine.tables.contacts.login, inactive))
    const program = await house.person({ login: 'erp', kind: 'api' })
    const unset = await house.person({ login: 'unset@soler.example', password: undefined })
    const asks = [
      { email: 'nobody@soler.example', password },
      { email, password: 'a wrong one, surely' },
      { email: verified, password: 'a wrong one, surely' },
      { email: inactive, password },
      { email: program, password },
      { email: unset, password },
      { email: unset, password: 'nobody' },
    ]
    const answers = []
    for (const ask of asks) {
      const { status, body, headers, setCookies } = await house.browser().call('POST /api/sign-in/password', ask)
      headers.delete('x-request-id')
      answers.push({ status, body: { ...(body as object), requestId: '' }, headers: [...headers], setCookies })
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' }, setCookies: [] })
  })

  test('finds the account however the e-mail is typed, and not by a part of it', async () => {
    const house = await openTestHouse()
    await house.person({ login: 'Núria@Soler.example' })
    for (const email of ['núria@soler.example', '  NÚRIA@SOLER.EXAMPLE ', 'nu\u0301ria@soler.example'])
      expect(await signIn(house.browser(), email)).toBe('home')
    for (const email of ['nuria@soler.example', 'núria@soler.exampl_', '%', "núria@soler.example' --"])
      expect((await house.browser().call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
  })

  test('made under older parameters signs in and is stored anew under those of today', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const { contacts } = house.engine.tables
    const stored = async () => (await rowsOf(house.engine, contacts)).find(({ login }) => login === email)
    const old = await stored()
    house.deps.passwords = createPasswords({ ...house.deps.config.rules.argon2, memoryCost: 128, timeCost: 2 }, 2)
    expect(await signIn(house.browser(), email)).toBe('home')
    const now = await stored()
    expect(now?.passwordSealed).not.toBe(old?.passwordSealed)
    const phc = house.deps.sealer.open('password', now?.id ?? '', now?.passwordSealed ?? '').toString()
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=128,t=2,p=1\$/)
    expect(await signIn(house.browser(), email)).toBe('home')
    expect((await stored())?.passwordSealed).toBe(now?.passwordSealed)
  })

  test('is accepted also while another sign-in stores it anew', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const costlier = createPasswords({ ...house.deps.config.rules.argon2, memoryCost: 128 }, 2)
    let first: Promise<string> | undefined
    let checks = 0
    house.deps.passwords = {
      ...costlier,
      verify: async (phc, typed) => {
        if (++checks === 2) await first
        return costlier.verify(phc, typed)
      },
    }
    first = signIn(house.browser(), email)
    expect(await Promise.all([first, signIn(house.browser(), email)])).toEqual(['home', 'home'])
    expect(checks).toBe(3)
  })

  test('of a contact whose sealed hash was moved from another row is answered 503, never with a session', async () => {
    const house = await openTestHouse()
    const [mine, theirs] = [await house.person(), await house.person({ password: 'another long password' })]
    const { contacts } = house.engine.tables
    const sealed = (await rowsOf(house.engine, contacts)).find(({ login }) => login === mine)?.passwordSealed ?? null
    await alter(house.engine, contacts, { passwordSealed: sealed }, eq(contacts.login, theirs))
    const answer = await house.browser().call('POST /api/sign-in/password', { email: theirs, password })
    expect(answer.problem).toMatchObject({ status: 503, code: 'unavailable' })
    expect(answer.setCookies).toEqual([])
  })
})

describe('the challenge', () => {
  test('says whose it is and until when, lives five minutes from the password on, and nothing prolongs it', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    expect((await browser.call('GET /api/sign-in/challenge')).body).toEqual({
      email,
      expiresAt: house.now() + 5 * minute,
      mayRemember: true,
    })
    house.wait(4 * minute + 59_999)
    expect((await browser.call('GET /api/sign-in/challenge')).status).toBe(200)
    house.wait(1)
    expect((await browser.call('GET /api/sign-in/challenge')).problem.code).toBe('challenge-over')
    await signIn(browser, email)
    house.wait(5 * minute)
    const late = await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    expect(late.problem).toMatchObject({ status: 401, code: 'challenge-over' })
  })

  test('opens one session, and no second one with the next code', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    const token = browser.cookies.get('__Host-mfa') ?? ''
    expect((await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).body).toEqual({ next: 'home' })
    expect(browser.cookies.has('__Host-mfa')).toBe(false)
    expect((await browser.call('GET /api/me')).body).toMatchObject({ assurance: 'code', verification: 'on' })
    house.wait(30_000)
    const again = house.browser()
    again.cookies.set('__Host-mfa', token)
    expect((await again.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).problem.code).toBe('challenge-over')
  })

  test('of one person is not answered by the phone of another', async () => {
    const house = await openTestHouse()
    const mine = await personWithVerification(house)
    const theirs = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, mine.email)
    const answer = await browser.call('POST /api/sign-in/code', { code: theirs.phone.code(house.now()) })
    expect(answer.problem.code).toBe('code-wrong')
  })

  test('ends when verification goes off, when the contact is switched off, and when other sessions are ended', async () => {
    const house = await openTestHouse()
    const code = '123456'
    for (const end of ['off', 'inactive', 'end-others']) {
      const { email, browser: here, phone } = await personWithVerification(house)
      const there = house.browser()
      await signIn(there, email)
      if (end === 'off') await here.call('POST /api/two-factor/off', { code: phone.code(house.now()) })
      if (end === 'end-others') await here.call('POST /api/sessions/end-others', { code: phone.code(house.now()) })
      const { contacts } = house.engine.tables
      if (end === 'inactive') await alter(house.engine, contacts, { active: false }, eq(contacts.login, email))
      expect((await there.call('POST /api/sign-in/code', { code })).problem.code, end).toBe('challenge-over')
      expect((await there.call('GET /api/sign-in/challenge')).problem.code, end).toBe('challenge-over')
    }
  })

  test('beyond five from one address makes the oldest of that address give way, and nobody else', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const owner = house.browser({}, '198.51.100.1')
    await signIn(owner, email)
    const first = house.browser()
    await signIn(first, email)
    for (let n = 0; n < 5; n++) {
      house.wait(1)
      expect((await first.call('GET /api/sign-in/challenge')).status).toBe(200)
      await signIn(house.browser(), email)
    }
    expect((await first.call('GET /api/sign-in/challenge')).status).toBe(401)
    for (let n = 0; n < 60; n++) await signIn(house.browser(), email)
    expect((await owner.call('GET /api/sign-in/challenge')).status).toBe(200)
  })

  test('beyond fifty of one contact makes the oldest of all give way', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const first = house.browser({}, '198.51.100.1')
    await signIn(first, email)
    for (let n = 0; n < 50; n++) {
      house.wait(1)
      expect((await first.call('GET /api/sign-in/challenge')).status).toBe(200)
      await signIn(house.browser({}, `203.0.113.${n}`), email)
    }
    expect((await first.call('GET /api/sign-in/challenge')).status).toBe(401)
  })
})

describe('staff', () => {
  test('have to switch verification on before anything else, and are never remembered', async () => {
    const house = await openTestHouse()
    const email = await house.person({ role: 'support' })
    const browser = house.browser()
    expect(await signIn(browser, email)).toBe('enrol')
    expect((await browser.call('GET /api/me')).body).toMatchObject({ mustEnrol: true })
    const started = (await browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    const mine = phone(started.uri)
    const code = mine.code(house.now())
    await browser.call('POST /api/two-factor/enrolment/confirm', { enrolmentId: started.enrolmentId, code })
    expect((await browser.call('GET /api/sessions')).status).toBe(200)

    house.wait(30_000)
    const there = house.browser()
    await signIn(there, email)
    expect((await there.call('GET /api/sign-in/challenge')).body).toMatchObject({ mayRemember: false })
    const answer = await there.call('POST /api/sign-in/code', { code: mine.code(house.now()), rememberDevice: true })
    expect(answer.setCookies.filter((line) => line.startsWith('__Host-td'))).toEqual([])
    expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toEqual([])
  })
})

describe('every step of signing in', () => {
  test('stands in the activity of the contact, with who, what, where, when and which request', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const { events, contacts } = house.engine.tables
    const before = (await rowsOf(house.engine, events)).length
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const browser = house.browser({ 'user-agent': agent }, '203.0.113.77')
    await browser.call('POST /api/sign-in/password', { email, password: 'a wrong one, surely' })
    await signIn(browser, email)
    await browser.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
    const last = await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: true })
    const rows = (await rowsOf(house.engine, events)).slice(before)
    expect(rows.map(({ kind }) => kind).sort()).toEqual(
      ['sign-in-refused', 'code-awaited', 'code-refused', 'device-remembered', 'new-browser', 'sign-in'].sort(),
    )
    const contact = (await rowsOf(house.engine, contacts)).find(({ login }) => login === email)
    for (const row of rows) {
      expect(row).toMatchObject({
        at: house.now(),
        contactId: contact?.id,
        actorId: contact?.id,
        actorName: contact?.name,
        client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' },
      })
    }
    expect(rows.at(-1)?.requestId).toBe(last.headers.get('x-request-id'))
  })

  test('that died long ago is swept away, and nothing that lives', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    await signIn(house.browser(), email)
    await sweep(house.deps)
    const { challenges, sessions, trustedDevices, factors, allowances } = house.engine.tables
    const count = async () =>
      Promise.all([challenges, sessions, trustedDevices, factors].map(async (t) => (await rowsOf(house.engine, t)).length))
    expect(await count()).toEqual([2, 1, 1, 1])
    expect((await browser.call('GET /api/me')).status).toBe(200)
    house.wait(41 * 86_400_000)
    await sweep(house.deps)
    expect(await count()).toEqual([0, 0, 0, 1])
    expect(await rowsOf(house.engine, allowances)).toEqual([])
  })
})

test('two contacts cannot have the same login, however it is written', async () => {
  const house = await openTestHouse()
  await house.person({ login: 'a@soler.example' })
  const [{ companyId } = { companyId: '' }] = await rowsOf(house.engine, house.engine.tables.contacts)
  const again = { companyId, name: '', login: ' A@Soler.example', phone: '', role: 'member', language: 'ca', password } as const
  await expect(addContact(house.deps, again)).rejects.toThrow()
})
