import { describe, expect, test } from 'vitest'
import { trustOf } from '../domain/trusted-device.ts'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { dump, rowsOf } from '../testing/rows.ts'

const day = 86_400_000
const nameOf = (browser: Browser) => [...browser.cookies.keys()].find((name) => name.startsWith('__Host-td-')) ?? ''
const tokenOf = (browser: Browser) => browser.cookies.get(nameOf(browser)) ?? ''
const eventsOf = async (house: TestHouse, kind: string) =>
  (await rowsOf(house.engine, house.engine.tables.events)).filter((event) => event.kind === kind)

/** Another browser that holds a copy of the device token. */
function copyOf(house: TestHouse, browser: Browser, token = tokenOf(browser)) {
  const copy = house.browser()
  copy.cookies.set(nameOf(browser), token)
  return copy
}

describe('a remembered device', () => {
  test('is remembered only after a code and only when ticked; then the password alone signs in, and never no password', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house)
    expect(nameOf(browser)).toBe('')
    expect(await signIn(browser, email)).toBe('code')

    const ticked = await personWithVerification(house, true)
    expect((await house.mails()).map(({ address }) => address)).toEqual([email, ticked.email, ticked.email])
    await ticked.browser.call('POST /api/sign-out')
    expect((await ticked.browser.call('GET /api/me')).status).toBe(401)
    const wrong = await ticked.browser.call('POST /api/sign-in/password', { email: ticked.email, password: 'a wrong one, surely' })
    expect(wrong.problem.code).toBe('sign-in-refused')
    expect(await signIn(ticked.browser, ticked.email)).toBe('home')
    expect((await ticked.browser.call('GET /api/me')).body).toMatchObject({ assurance: 'trusted-device', verification: 'on' })
  })

  test('lasts thirty days from the code, however often it is used', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const until = (await rowsOf(house.engine, house.engine.tables.trustedDevices))[0]?.expiresAt ?? 0
    for (let days = 0; days < 29; days++) {
      house.wait(day)
      expect(await signIn(browser, email)).toBe('home')
    }
    house.wait(until - house.now() - 1)
    expect(await signIn(browser, email)).toBe('home')
    house.wait(1)
    expect(await signIn(browser, email)).toBe('code')
  })

  test('skips the code at sign-in and nowhere else: every act that needs a fresh code still asks', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    await signIn(browser, email)
    const before = await dump(house.engine)
    const acts = [
      ['POST /api/two-factor/off', {}, 'fresh-code-needed'],
      ['POST /api/sessions/end-others', {}, 'fresh-code-needed'],
      ['POST /api/sessions/end-others', { password }, 'fresh-code-needed'],
      ['POST /api/two-factor/key', { password }, 'invalid-input'],
      ['POST /api/two-factor/key', { code: phone.code(house.now()) }, 'invalid-input'],
      ['POST /api/two-factor/recovery-codes', {}, 'invalid-input'],
      ['POST /api/two-factor/enrolment', { password }, 'verification-already-on'],
    ] as const
    for (const [key, body, code] of acts) expect((await browser.call(key, body)).problem.code, key).toBe(code)
    const me = await browser.call('GET /api/two-factor')
    expect(JSON.stringify(me.body)).not.toContain(phone.base32)
    expect(await dump(house.engine)).toBe(before)
  })

  const forgeries: [string, (mine: string, theirs: string) => string][] = [
    ['nothing', () => ''],
    ['a dot', () => '.'],
    ['the selector alone', (mine) => mine.split('.')[0] ?? ''],
    ['an empty verifier', (mine) => `${mine.split('.')[0]}.`],
    ['an empty selector', (mine) => `.${mine.split('.')[1]}`],
    ['a made-up verifier', (mine) => `${mine.split('.')[0]}.${'A'.repeat(43)}`],
    ['a made-up selector', (mine) => `${'A'.repeat(22)}.${mine.split('.')[1]}`],
    ['a shortened verifier', (mine) => mine.slice(0, -1)],
    ['small letters', (mine) => mine.toLowerCase()],
    ['the token of another contact', (_, theirs) => theirs],
    ['the selector of another contact', (mine, theirs) => `${theirs.split('.')[0]}.${mine.split('.')[1]}`],
  ]
  test.each(forgeries)('cannot be forged: %s asks for the code', async (_, forge) => {
    const house = await openTestHouse()
    const mine = await personWithVerification(house, true)
    const theirs = await personWithVerification(house, true)
    const forger = copyOf(house, mine.browser, forge(tokenOf(mine.browser), tokenOf(theirs.browser)))
    expect(await signIn(forger, mine.email)).toBe('code')
    expect(await signIn(theirs.browser, theirs.email)).toBe('home')
  })

  test('is looked for only under the name made for its contact', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const otherName = house.browser()
    otherName.cookies.set('__Host-td-00000000', tokenOf(browser))
    expect(await signIn(otherName, email)).toBe('code')
  })

  test('is kept beside those of other people in the same browser', async () => {
    const house = await openTestHouse()
    const a = await personWithVerification(house, true)
    const b = await personWithVerification(house, true)
    a.browser.cookies.set(nameOf(b.browser), tokenOf(b.browser))
    expect(await signIn(a.browser, b.email)).toBe('home')
    expect(await signIn(a.browser, a.email)).toBe('home')
    expect((await a.browser.call('GET /api/trusted-devices')).body).toMatchObject({ devices: [{ current: true }] })
  })
})

describe('the token of a device', () => {
  test('changes with each use; an old one after the new one was used is a theft: the device is forgotten, told once, and both copies ask for the code', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    await house.mails()
    const thief = copyOf(house, browser)
    const seen = new Set([tokenOf(browser)])
    for (let use = 0; use < 3; use++) {
      house.wait(day)
      expect(await signIn(browser, email)).toBe('home')
      seen.add(tokenOf(browser))
    }
    expect(seen.size).toBe(4)

    const thieves = await Promise.all([thief, copyOf(house, thief)].map((one) => signIn(one, email)))
    expect(thieves).toEqual(['code', 'code'])
    expect(await signIn(browser, email)).toBe('code')
    expect(await eventsOf(house, 'device-token-reused')).toHaveLength(1)
    expect((await house.mails()).map(({ address }) => address)).toEqual([email])
  })

  test('shown twice at once as an old one is a theft that is told once', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const old = tokenOf(browser)
    for (let use = 0; use < 2; use++) {
      house.wait(day)
      await signIn(browser, email)
    }
    await house.mails()
    const contact = await house.deps.store.findContactByLogin(email)
    if (!contact) throw new Error('nobody')
    const visit = { client: { browser: '', system: '', place: '' }, address: '', requestId: '' }
    const looks = await Promise.allSettled([1, 2, 3].map(() => trustOf(house.deps, contact, old, visit, house.now())))
    for (const look of looks) expect(look.status === 'fulfilled' && look.value).toBeFalsy()
    expect(await eventsOf(house, 'device-token-reused')).toHaveLength(1)
    expect(await house.mails()).toHaveLength(1)
  })

  test('a thief who is first is found out when the owner comes and the thief comes again', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const thief = copyOf(house, browser)
    house.wait(day)
    expect(await signIn(thief, email)).toBe('home')
    house.wait(day)
    expect(await signIn(browser, email)).toBe('home')
    house.wait(day)
    expect(await signIn(thief, email)).toBe('code')
    expect(await eventsOf(house, 'device-token-reused')).toHaveLength(1)
  })

  test('two tabs at once both get in, and the device stays remembered', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const tabs = [copyOf(house, browser), copyOf(house, browser)]
    house.wait(day)
    const answers = await Promise.all(tabs.map((tab) => tab.call('POST /api/sign-in/password', { email, password })))
    expect(answers.map(({ body }) => body)).toEqual([{ next: 'home' }, { next: 'home' }])
    const fresh = answers.flatMap(({ setCookies }) => setCookies).filter((line) => line.startsWith('__Host-td-'))
    expect(fresh).toHaveLength(1)
    browser.cookies.set(nameOf(browser), fresh[0]?.match(/=([^;]+)/)?.[1] ?? '')
    house.wait(day)
    expect(await signIn(browser, email)).toBe('home')
    expect(await eventsOf(house, 'device-token-reused')).toEqual([])
  })

  test('twenty tabs at once all get in', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const tabs = Array.from({ length: 20 }, (_, n) => {
      const tab = house.browser({}, `203.0.113.${n}`)
      tab.cookies.set(nameOf(browser), tokenOf(browser))
      return tab
    })
    expect(new Set(await Promise.all(tabs.map((tab) => signIn(tab, email))))).toEqual(new Set(['home']))
  })

  test('whose answer was lost is still good the next time', async () => {
    const house = await openTestHouse()
    const { email, browser } = await personWithVerification(house, true)
    const offline = copyOf(house, browser)
    house.wait(day)
    await signIn(offline, email)
    house.wait(day)
    expect(await signIn(browser, email)).toBe('home')
    house.wait(day)
    expect(await signIn(browser, email)).toBe('home')
    expect(await eventsOf(house, 'device-token-reused')).toEqual([])
  })
})

describe('the list of remembered devices', () => {
  test('shows each with browser, system, place, times and which is this one; forgetting one bites at its next sign-in', async () => {
    const house = await openTestHouse()
    const { email, browser: here, phone } = await personWithVerification(house, true)
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const there = house.browser({ 'user-agent': firefox }, '203.0.113.9')
    await signIn(there, email)
    await there.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: true })
    const list = async (browser: Browser) =>
      ((await browser.call('GET /api/trusted-devices')).body as { devices: { id: string; current: boolean }[] }).devices
    expect(await list(there)).toEqual([
      {
        id: expect.stringMatching(/^dev_/),
        browser: 'Firefox',
        system: 'Linux',
        place: '203.0.113.x',
        firstSeenAt: house.now(),
        lastSeenAt: house.now(),
        expiresAt: house.now() + 30 * day,
        current: true,
      },
      expect.objectContaining({ current: false, browser: '', place: '198.51.100.x' }),
    ])

    const deviceId = (await list(here)).find(({ current }) => !current)?.id ?? ''
    const stranger = await personWithVerification(house)
    const foreign = await stranger.browser.call('DELETE /api/trusted-devices/:deviceId', undefined, { deviceId })
    expect(foreign.problem.code).toBe('not-found')
    expect((await here.call('DELETE /api/trusted-devices/:deviceId', undefined, { deviceId })).status).toBe(204)
    expect((await here.call('DELETE /api/trusted-devices/:deviceId', undefined, { deviceId })).problem.code).toBe('not-found')
    expect(await signIn(there, email)).toBe('code')
    expect(await signIn(here, email)).toBe('home')
    expect(await eventsOf(house, 'device-forgotten')).toHaveLength(1)
  })

  test('is emptied by "forget all", and only for this contact', async () => {
    const house = await openTestHouse()
    const mine = await personWithVerification(house, true)
    const theirs = await personWithVerification(house, true)
    expect((await mine.browser.call('DELETE /api/trusted-devices')).status).toBe(204)
    expect(await signIn(mine.browser, mine.email)).toBe('code')
    expect(await signIn(theirs.browser, theirs.email)).toBe('home')
  })

  test('never holds more than ten: the longest unseen is forgotten', async () => {
    const house = await openTestHouse()
    const { email, browser: first, phone } = await personWithVerification(house, true)
    for (let n = 0; n < 10; n++) {
      const browser = house.browser()
      await signIn(browser, email)
      await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: true })
      house.wait(30_000)
    }
    expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toHaveLength(10)
    expect(await signIn(first, email)).toBe('code')
  })
})

test('OFF, and ON again, ends all trust, all other sessions and all challenges, and this session goes on under a new token', async () => {
  const house = await openTestHouse()
  const { email, browser: here, phone } = await personWithVerification(house, true)
  const others = [house.browser(), house.browser(), house.browser()]
  for (const other of others) {
    await signIn(other, email)
    await other.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: true })
    house.wait(30_000)
  }
  const waiting = house.browser()
  await signIn(waiting, email)
  const before = here.cookies.get('__Host-sid') ?? ''
  expect((await here.call('POST /api/two-factor/off', { code: phone.code(house.now()) })).status).toBe(204)

  for (const other of others) expect((await other.call('GET /api/me')).status).toBe(401)
  expect((await waiting.call('GET /api/sign-in/challenge')).status).toBe(401)
  expect((await here.call('GET /api/me')).body).toMatchObject({ verification: 'off', assurance: 'password' })
  const old = house.browser()
  old.cookies.set('__Host-sid', before)
  expect((await old.call('GET /api/me')).status).toBe(401)
  expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toEqual([])

  await turnOn(house, here)
  for (const other of [...others, here]) expect(await signIn(other, email)).toBe('code')
})
