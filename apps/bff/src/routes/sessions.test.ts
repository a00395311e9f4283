import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const isSignedIn = async (browser: Browser) => (await browser.call('GET /api/me')).status === 200
type Listed = { id: string; current: boolean }
const list = async (browser: Browser) => ((await browser.call('GET /api/sessions')).body as { sessions: Listed[] }).sessions

describe('a session', () => {
  test('ends after half an hour without a request', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    house.wait(30 * minute - 1)
    expect(await isSignedIn(browser)).toBe(true)
    house.wait(30 * minute - 1)
    expect(await isSignedIn(browser)).toBe(true)
    house.wait(30 * minute)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('ends after twelve hours, however busy, and a new token does not prolong it', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    const end = house.now() + 12 * 60 * minute
    while (house.now() + 20 * minute < end) {
      house.wait(20 * minute)
      expect(await isSignedIn(browser)).toBe(true)
    }
    const started = (await browser.call('POST /api/two-factor/enrolment', { password })).status
    expect(started).toBe(200)
    house.wait(end - house.now() - 1)
    expect(await isSignedIn(browser)).toBe(true)
    house.wait(1)
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('under a new token after ON ends when it would have ended', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    const end = house.now() + 12 * 60 * minute
    await turnOn(house, browser)
    while (house.now() + 20 * minute < end) {
      house.wait(20 * minute)
      await isSignedIn(browser)
    }
    expect(await isSignedIn(browser)).toBe(true)
    house.wait(end - house.now())
    expect(await isSignedIn(browser)).toBe(false)
  })

  test('of staff ends after a quarter of an hour, or eight hours', async () => {
    const house = await openTestHouse()
    const email = await house.person({ role: 'support' })
    const [idle, busy] = [house.browser(), house.browser()]
    await signIn(idle, email)
    await signIn(busy, email)
    for (let at = 0; at < 8 * 60 - 10; at += 10) {
      house.wait(10 * minute)
      expect(await isSignedIn(busy)).toBe(true)
    }
    expect(await isSignedIn(idle)).toBe(false)
    house.wait(10 * minute)
    expect(await isSignedIn(busy)).toBe(false)
  })

  test('ends with the contact: switched off, everything of theirs is refused at the next request', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, email))
    expect(await isSignedIn(browser)).toBe(false)
    expect((await browser.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
  })

  test('being seen is written at most once a minute', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    const seen = async () => (await rowsOf(house.engine, house.engine.tables.sessions))[0]?.lastSeenAt
    const first = house.now()
    house.wait(minute - 1)
    await isSignedIn(browser)
    expect(await seen()).toBe(first)
    house.wait(1)
    await isSignedIn(browser)
    expect(await seen()).toBe(house.now())
  })
})

describe('signing out', () => {
  test('ends the session on the server, may be repeated, clears what the browser keeps, but not the remembered device', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const copy = house.browser()
    copy.cookies.set('__Host-sid', browser.cookies.get('__Host-sid') ?? '')
    const answer = await browser.call('POST /api/sign-out')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(await isSignedIn(copy)).toBe(false)
    for (let again = 0; again < 2; again++) expect((await browser.call('POST /api/sign-out')).status).toBe(204)
    expect((await copy.call('POST /api/sign-out')).status).toBe(204)
    const events = await rowsOf(house.engine, house.engine.tables.events)
    expect(events.filter(({ kind, at }) => kind === 'sign-out' && at === house.now())).toHaveLength(1)
    expect(await signIn(browser, email)).toBe('home')
  })
})

describe('the list of sessions', () => {
  test('shows each with its browser, place and assurance, newest first, and no token; ending one bites at once', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const agent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15'
    const [there, here] = [house.browser(), house.browser({ 'user-agent': agent }, '2001:db8:1:2:3::4')]
    await signIn(there, email)
    house.wait(minute)
    await signIn(here, email)
    const sessions = await list(here)
    expect(sessions[0]).toEqual({
      id: expect.stringMatching(/^ses_/),
      browser: 'Safari',
      system: 'macOS',
      place: '2001:db8:1:x',
      signedInAt: house.now(),
      lastSeenAt: house.now(),
      assurance: 'password',
      current: true,
    })
    expect(sessions).toHaveLength(2)
    const sessionId = sessions[1]?.id ?? ''
    expect((await here.call('DELETE /api/sessions/:sessionId', undefined, { sessionId })).status).toBe(204)
    expect((await here.call('DELETE /api/sessions/:sessionId', undefined, { sessionId })).problem.code).toBe('not-found')
    expect(await isSignedIn(there)).toBe(false)
    expect(await isSignedIn(here)).toBe(true)
  })

  test('never holds more than ten: the longest unseen ends', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const browsers = Array.from({ length: 11 }, () => house.browser())
    for (const browser of browsers) {
      house.wait(1000)
      await signIn(browser, email)
    }
    const alive = await Promise.all(browsers.map(isSignedIn))
    expect(alive).toEqual([false, ...Array.from({ length: 10 }, () => true)])
  })

  test('never holds more than three of staff', async () => {
    const house = await openTestHouse()
    const email = await house.person({ role: 'support' })
    for (let n = 0; n < 5; n++) {
      house.wait(1000)
      await signIn(house.browser(), email)
    }
    expect(await rowsOf(house.engine, house.engine.tables.sessions)).toHaveLength(3)
  })
})

describe('ending all other sessions', () => {
  test('needs the password where verification is off', async () => {
    const house = await openTestHouse()
    const email = await house.person()
    const [here, there, stranger] = [house.browser(), house.browser(), house.browser()]
    await signIn(here, email)
    await signIn(there, email)
    await signIn(stranger, await house.person())
    const end = (proof: object) => here.call('POST /api/sessions/end-others', proof)
    expect((await end({})).problem.code).toBe('password-needed')
    expect((await end({ code: '123456' })).problem.code).toBe('password-needed')
    expect((await end({ password: 'a wrong one, surely' })).problem.code).toBe('password-wrong')
    expect(await isSignedIn(there)).toBe(true)
    expect((await end({ password })).body).toEqual({ ended: 1 })
    expect(await Promise.all([here, there, stranger].map(isSignedIn))).toEqual([true, false, true])
  })

  test('needs a fresh code where it is on', async () => {
    const house = await openTestHouse()
    const { email, browser: here, phone } = await personWithVerification(house)
    const there = house.browser()
    await signIn(there, email)
    await there.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    const end = (proof: object) => here.call('POST /api/sessions/end-others', proof)
    expect((await end({})).problem.code).toBe('fresh-code-needed')
    expect((await end({ password })).problem.code).toBe('fresh-code-needed')
    expect((await end({ code: phone.code(house.now()) })).problem.code).toBe('code-used')
    house.wait(30_000)
    expect((await end({ code: phone.code(house.now()), password })).body).toEqual({ ended: 1 })
    expect(await isSignedIn(there)).toBe(false)
  })
})

describe('the language', () => {
  test('is stored, and the next mail is in it', async () => {
    const house = await openTestHouse()
    const browser = house.browser()
    await signIn(browser, await house.person())
    expect((await browser.call('PATCH /api/me', { language: 'cs' })).status).toBe(204)
    expect((await browser.call('GET /api/me')).body).toMatchObject({ contact: { language: 'cs' } })
    await turnOn(house, browser)
    expect((await house.mails())[0]?.html).toContain('<html lang="cs">')
    for (const language of ['de', 'CS', '', 'cs\r\nBcc: x'])
      expect((await browser.call('PATCH /api/me', { language })).problem.fields).toEqual({ language: 'not-a-choice' })
    const { events } = house.engine.tables
    expect((await rowsOf(house.engine, events)).filter(({ kind }) => kind === 'language-changed')).toHaveLength(1)
  })
})
