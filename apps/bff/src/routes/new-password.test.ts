import type { FieldProblem } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { newestSecret } from '../testing/letters.ts'

const newPassword = 'quatre gats i un paraigua'

/** Somebody of Ferreteria Soler, by all ways to set a password and by the meter: each says what it is refused for, or null. */
async function ways(house: TestHouse) {
  const email = await house.person({ name: 'Montserrat Puigdomènech', login: 'montse.puig@ferros.example' })
  const browser = house.browser()
  await signIn(browser, email)
  await house.browser().call('POST /api/password/forgot', { email })
  const token = await newestSecret(house, 'password-reset')
  const reason = (answer: Awaited<ReturnType<Browser['call']>>) => answer.problem?.fields?.['newPassword'] ?? null
  const meter = async (to: string, by: object) => {
    const answer = await browser.call('POST /api/password/strength', { newPassword: to, ...by })
    return (answer.body as { refusal: FieldProblem | null }).refusal
  }
  return {
    email,
    browser,
    token,
    refusals: async (to: string) => {
      // Looks at links and meters are counted by the minute.
      house.wait(60_000)
      return {
        bySession: await meter(to, {}),
        byLink: await meter(to, { token }),
        change: reason(await browser.call('POST /api/password/change', { password, newPassword: to })),
        reset: reason(await house.browser().call('POST /api/password/reset', { token, newPassword: to })),
      }
    },
  }
}
const everywhere = (reason: FieldProblem) => ({ bySession: reason, byLink: reason, change: reason, reset: reason })

describe('a new password is refused, with the reason, wherever it is set', () => {
  test('when it is out of length: 15 to 128 characters, whatever they are made of', async () => {
    const { refusals } = await ways(await openTestHouse())
    const of = (count: number, sample: string) => Array.from({ length: count }, (_, n) => [...sample][n % [...sample].length]).join('')
    for (const sample of ['kX9mQ2vLp8', '🙂🚲🌧🎻🧭🪁🦔', 'ŇÁÚ×≠ŧø']) {
      expect(await refusals(of(14, sample))).toEqual(everywhere('too-short'))
      expect(await refusals(of(129, sample))).toEqual(everywhere('too-long'))
    }
    // A letter and its accent are one character once they are put together.
    const combining = (count: number) => 'e\u0301'.repeat(count)
    expect(await refusals(combining(14))).toEqual(everywhere('too-short'))
    expect(await refusals(combining(129))).toEqual(everywhere('too-long'))
    // Marks that no letter takes stay characters of their own.
    expect(await refusals('q\u0301'.repeat(7))).toEqual(everywhere('too-short'))
    expect(await refusals('q\u0301'.repeat(65))).toEqual(everywhere('too-long'))
  })

  test('when it is one that everybody tries, repeated, spelled with digits or with a year', async () => {
    const { refusals } = await ways(await openTestHouse())
    for (const common of [
      'password12345678',
      'P@ssw0rdP@ssw0rd',
      'qwerty123456789',
      'iloveyouiloveyou',
      'contrasenya12345',
      'minecraft123456',
      'password password',
      'contrasenya-contrasenya',
    ])
      expect([common, await refusals(common)]).toEqual([common, everywhere('too-common')])
  })

  test('when it is easy to guess without any list', async () => {
    const { refusals } = await ways(await openTestHouse())
    for (const easy of ['aaaaaaaaaaaaaaa', 'abcdefghijklmnop', '1234123412341234', 'kxqkxqkxqkxqkxqkxq', '🙂'.repeat(40)])
      expect([easy, await refusals(easy)]).toEqual([easy, everywhere(easy.startsWith('1234') ? 'too-common' : 'too-easy-to-guess')])
  })

  test('when it is made of the words of the person, the company or the product', async () => {
    const { refusals } = await ways(await openTestHouse())
    const own = ['Montserrat2026!', 'ferreteriasoler1', 'montse.puig@ferros', 'PUIGDOMENECH-2026', 'Puigdomènech 2026', 'portaportaporta1']
    for (const words of own) expect([words, await refusals(words)]).toEqual([words, everywhere('holds-your-own-words')])
  })
})

describe('a new password', () => {
  test('that is the one of now is refused, however its accents are typed', async () => {
    const house = await openTestHouse()
    const { refusals } = await ways(house)
    expect(await refusals(password)).toMatchObject({ change: 'same-as-now', reset: 'same-as-now' })
  })

  test.each([
    ['15 characters', 'kX9mQ2vLp8rTz4w'],
    ['128 characters', 'kX9mQ2vLp8rTz4wu'.repeat(4) + 'Jd7-Gs3+Bn5=Hc6_'.repeat(4)],
    ['128 of four bytes each', [...'🙂🚲🌧🎻🧭🪁🦔🌵'].join('').repeat(8) + [...'🍇🧄🛶🪕🧲🗿🧵🪣'].join('').repeat(8)],
    ['spaces around it', '  quatre gats i un paraigua  '],
    ['a word of mine among others', 'montserrat beu orxata a la fresca'],
  ])('may have %s', async (_, to) => {
    const house = await openTestHouse()
    const { browser, email } = await ways(house)
    expect((await browser.call('POST /api/password/change', { password, newPassword: to })).status).toBe(200)
    const enter = async (typed: string) => (await house.browser().call('POST /api/sign-in/password', { email, password: typed })).status
    expect(await enter(to)).toBe(200)
    expect(await enter(to.trim())).toBe(to.trim() === to ? 200 : 401)
    expect(await enter([...to].slice(0, -1).join(''))).toBe(401)
  })

  test('counts beyond 72 bytes, and is the same however its accents are typed', async () => {
    const house = await openTestHouse()
    const { browser, email } = await ways(house)
    const first = 'kX9mQ2vLp8rTz4wu'.repeat(5).slice(0, 72)
    await browser.call('POST /api/password/change', { password, newPassword: `${first} orxat\u00e0` })
    const enter = async (typed: string) => (await house.browser().call('POST /api/sign-in/password', { email, password: typed })).status
    expect(await enter(`${first} orxat\u00e0`)).toBe(200)
    expect(await enter(`${first} orxata\u0300`)).toBe(200)
    expect(await enter(`${first} orxata`)).toBe(401)
    expect(await enter(first)).toBe(401)
  })
})

describe('the meter', () => {
  test('tells a weak from a strong one, to whoever is signed in or holds a link, and to nobody else', async () => {
    const house = await openTestHouse()
    const { browser, token } = await ways(house)
    const meter = (who: Browser, body: object) => who.call('POST /api/password/strength', body)
    expect((await meter(browser, { newPassword })).body).toEqual({ score: 4, refusal: null })
    expect((await meter(house.browser(), { newPassword: 'password', token })).body).toEqual({ score: 0, refusal: 'too-short' })
    expect((await meter(house.browser(), { newPassword })).problem.code).toBe('not-signed-in')
    expect((await meter(house.browser(), { newPassword, token: 'x'.repeat(43) })).problem.code).toBe('link-over')
  })

  test('may be asked often, but neither for ever nor for guessing links', async () => {
    const house = await openTestHouse()
    const { browser } = await ways(house)
    const meter = (body: object) => browser.call('POST /api/password/strength', { newPassword, ...body })
    for (let n = 0; n < 10; n++) expect((await meter({ token: `${n}` })).problem.code).toBe('link-over')
    expect((await meter({ token: 'x' })).problem.code).toBe('too-many-tries')
    for (let n = 11; n < 60; n++) expect((await meter({})).status).toBe(200)
    expect((await meter({})).problem).toMatchObject({ code: 'too-many-tries', retryAfterSeconds: 60 })
  })
})
