import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { warnOfHalfSignIns } from '../domain/half-sign-in.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf } from '../testing/letters.ts'
import { temporaryFolder } from '../testing/process.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000
const hour = 60 * minute

const warned = async (house: TestHouse) => {
  await warnOfHalfSignIns(house.deps)
  return lettersOf(house, 'half-sign-in')
}
const eventsOf = async (house: TestHouse) =>
  (await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind === 'half-sign-in')
/** The right password in a browser of a stranger, and no code. */
const halfSignIn = (house: TestHouse, email: string, address = '203.0.113.9') =>
  signIn(house.browser({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }, address), email)

describe('a half sign-in', () => {
  test('is mailed once when the challenge has died of age, with when, where from and which browser', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const at = house.now()
    await halfSignIn(house, email)
    house.wait(5 * minute - 1)
    expect(await warned(house)).toEqual([])
    house.wait(1)
    const [mail, ...more] = await warned(house)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      address: email,
      letter: { count: 1, signIns: [{ at, client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' } }] },
      expiresAt: house.now() + 7 * 24 * hour,
      secret: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect((await eventsOf(house)).map(({ details }) => details)).toEqual([{ count: 1 }])
    house.wait(30 * 24 * hour)
    expect(await warned(house)).toHaveLength(1)
    expect(await eventsOf(house)).toHaveLength(1)
  })

  test('is mailed as soon as the challenge is locked, after the last code had its time', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const stranger = house.browser()
    await signIn(stranger, email)
    for (let n = 0; n < 5; n++) await stranger.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
    expect(await warned(house)).toEqual([])
    house.wait(5000)
    expect(await warned(house)).toHaveLength(1)
  })

  test('is mailed when something else ended the challenge: others displaced it, or the person signed the rest out', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    for (let n = 0; n < 6; n++) {
      house.wait(1)
      await halfSignIn(house, email)
    }
    expect((await warned(house)).map(({ letter }) => letter.count)).toEqual([1])
    const { email: other, browser, phone } = await personWithVerification(house)
    await halfSignIn(house, other)
    await browser.call('POST /api/sessions/end-others', { code: phone.code(house.now()) })
    expect(await warned(house)).toHaveLength(2)
  })

  test('is none when the sign-in was completed', async () => {
    const house = await openTestHouse()
    const { email, phone, recoveryCodes } = await personWithVerification(house)
    const browser = house.browser()
    await signIn(browser, email)
    for (let n = 0; n < 4; n++) await browser.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
    await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    const second = house.browser()
    await signIn(second, email)
    await second.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[0] })
    const last = house.browser()
    await signIn(last, email)
    for (let n = 0; n < 4; n++) await last.call('POST /api/sign-in/recovery-code', { recoveryCode: 'aaaaa-aaaaa' })
    expect((await last.call('POST /api/sign-in/recovery-code', { recoveryCode: recoveryCodes[1] })).status).toBe(200)
    house.wait(hour)
    expect(await warned(house)).toEqual([])
    expect(await eventsOf(house)).toEqual([])
  })

  test('is none when a later try in the same browser was completed: an unknown one within its five minutes, a known one whenever', async () => {
    const house = await openTestHouse()
    const { email, browser: known, phone } = await personWithVerification(house)
    const unknown = house.browser()
    await signIn(unknown, email)
    await signIn(unknown, email)
    house.wait(4 * minute)
    await signIn(unknown, email)
    await unknown.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(hour)
    expect(await warned(house)).toEqual([])

    await signIn(known, email)
    await known.call('POST /api/sign-out')
    known.cookies.delete('__Host-mfa')
    house.wait(minute)
    await signIn(known, email)
    await known.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(hour)
    expect(await warned(house)).toEqual([])
  })

  test('of a stranger is not explained by the person who signs in elsewhere, nor by a cookie of another contact', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    const other = await personWithVerification(house)
    const stranger = house.browser()
    await signIn(stranger, email)
    await signIn(stranger, other.email)
    await stranger.call('POST /api/sign-in/code', { code: other.phone.code(house.now()) })
    await signIn(browser, email)
    await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(hour)
    expect((await warned(house)).map(({ address }) => address)).toEqual([email])
  })

  test('that has been warned of can be completed no more', async () => {
    const house = await openTestHouse()
    const { email, phone } = await personWithVerification(house)
    const stranger = house.browser()
    await signIn(stranger, email)
    for (let n = 0; n < 4; n++) await stranger.call('POST /api/sign-in/code', { code: phone.wrong(house.now()) })
    const { store } = house.deps
    const [open] = (await rowsOf(house.engine, house.engine.tables.challenges)).filter(({ closedAt }) => closedAt === null)
    if (!open) throw new Error('no challenge is open')
    // The last code is still being looked at when the challenge is warned of.
    await store.takeChallengeAttempt(open.tokenHash, house.now(), house.now() + 5000)
    house.wait(5000)
    expect(await warned(house)).toHaveLength(1)
    await expect(store.commit(store.completeChallenge(open, house.now()))).rejects.toThrow('challenge-over')
  })

  test('needs nothing where verification is off, and no right password is none', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    await signIn(house.browser(), await house.person())
    await house.browser().call('POST /api/sign-in/password', { email, password: `${password}!` })
    house.wait(hour)
    expect(await warned(house)).toEqual([])
  })
})

describe('many half sign-ins', () => {
  test('are one mail at once and then a digest after six hours, that has them all', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    await halfSignIn(house, email)
    house.wait(5 * minute)
    expect(await warned(house)).toHaveLength(1)
    const first = house.now()
    for (let n = 0; n < 7; n++) {
      house.wait(10 * minute)
      await halfSignIn(house, email)
    }
    house.wait(5 * minute)
    expect(await warned(house)).toHaveLength(1)
    house.wait(first + 6 * hour - house.now() - 1)
    expect(await warned(house)).toHaveLength(1)
    house.wait(1)
    const [, digest] = await warned(house)
    expect(digest?.letter.count).toBe(7)
    expect(digest?.letter.signIns).toHaveLength(5)
    const times = digest?.letter.signIns.map(({ at }) => at) ?? []
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  test('five hundred over two days are at most three mails in any twenty-four hours, and repeats postpone none of them', async () => {
    const house = await openTestHouse()
    const { email } = await personWithVerification(house)
    const began = house.now()
    const mailedAt: number[] = []
    for (let n = 0; n < 500; n++) {
      await halfSignIn(house, email, `203.0.113.${n % 200}`)
      house.wait(6 * minute)
      if ((await warned(house)).length > mailedAt.length) mailedAt.push(house.now())
    }
    const afterHours = mailedAt.map((at) => Math.round(((at - began) / hour) * 10) / 10)
    expect(afterHours).toEqual([0.1, 6.1, 12.1, 24.1, 30.1, 36.1, 48.1])
    house.wait(24 * hour)
    const counts = (await warned(house)).map(({ letter }) => letter.count)
    expect(counts.reduce((a, b) => a + b)).toBe(500)
    const found = (await eventsOf(house)).map(({ details }) => Number(details['count']))
    expect(found.reduce((a, b) => a + b)).toBe(500)
  })

  test('of one person hold up no warning of another', async () => {
    const house = await openTestHouse()
    const people = []
    for (let n = 0; n < 120; n++) people.push(await personWithVerification(house))
    for (const { email } of people) await halfSignIn(house, email)
    house.wait(5 * minute)
    expect(new Set((await warned(house)).map(({ address }) => address)).size).toBe(120)
  })
})

describe('the warning', () => {
  test('survives a restart, and so does the promise of when the next one comes', async () => {
    const [folder, remove] = temporaryFolder()
    const file = join(folder, 'porta.db')
    const first = await openTestHouse({}, undefined, { file, seed: 'first' })
    const { email } = await personWithVerification(first)
    await halfSignIn(first, email)
    first.wait(minute)
    await first.engine.close()

    const second = await openTestHouse({}, undefined, { file, seed: 'second', at: first.now() + hour })
    expect(await warned(second)).toHaveLength(1)
    await halfSignIn(second, email)
    second.wait(5 * minute)
    expect(await warned(second)).toHaveLength(1)
    await second.engine.close()

    const third = await openTestHouse({}, undefined, { file, seed: 'third', at: second.now() + 6 * hour })
    expect(await warned(third)).toHaveLength(2)
    await third.engine.close()
    remove()
  })

  test('is sent once by two servers on one database, and by ten rounds at once in one', async () => {
    const [folder, remove] = temporaryFolder()
    const file = join(folder, 'porta.db')
    const one = await openTestHouse({}, undefined, { file, seed: 'one' })
    const { email } = await personWithVerification(one)
    for (let n = 0; n < 3; n++) await halfSignIn(one, email)
    one.wait(5 * minute)
    const two = await openTestHouse({}, undefined, { file, seed: 'two', at: one.now() })
    const rounds = [one, two, ...Array.from({ length: 8 }, () => one)]
    await Promise.all(rounds.map(({ deps }) => warnOfHalfSignIns(deps)))
    expect((await lettersOf(one, 'half-sign-in')).map(({ letter }) => letter.count)).toEqual([3])
    expect(await eventsOf(one)).toHaveLength(1)
    await Promise.all([one.engine.close(), two.engine.close()])
    remove()
  })
})
