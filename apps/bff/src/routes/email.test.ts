import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { mailBrowserApproval } from '../domain/browser.ts'
import type { Browser } from '../testing/browser.ts'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const hour = 60 * minute
const ask = (browser: Browser, email: unknown, proof: object = { password }) => browser.call('POST /api/me/email', { email, ...proof })
const confirm = (browser: Browser, mailedCode: string) => browser.call('POST /api/me/email/confirm', { mailedCode })
const emailOf = async (browser: Browser) => ((await browser.call('GET /api/me')).body as { contact: { email: string } }).contact.email
const isSignedIn = async (browser: Browser) => (await browser.call('GET /api/me')).status === 200
const otherCode = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0')

async function somebody(house: TestHouse, facts: Parameters<TestHouse['person']>[0] = {}) {
  const email = await house.person(facts)
  const browser = house.browser()
  await signIn(browser, email)
  return { email, browser }
}

describe('a change of the e-mail address', () => {
  test('is asked for with a proof, mailed to the new and told to the old address, and changes nothing yet', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house)
    expect((await ask(browser, 'new@soler.example')).problem.code).toBe('fresh-code-needed')
    const answer = await ask(browser, '  New@Soler.Example ', { code: phone.code(house.now()) })
    expect(answer.body).toEqual({ email: 'new@soler.example', expiresAt: house.now() + hour })
    expect(await emailOf(browser)).toBe(email)
    const [mailed] = await lettersOf(house, 'email-code')
    expect(mailed).toMatchObject({
      address: 'new@soler.example',
      secret: expect.stringMatching(/^[0-9]{8}$/),
      expiresAt: house.now() + hour,
    })
    const [told] = await lettersOf(house, 'email-change-asked')
    expect(told).toMatchObject({ address: email, letter: { email: 'new@soler.example' }, secret: '' })
    expect(await dump(house.engine)).not.toContain(mailed?.secret)
  })

  test('is made with the code: signs in from then on, ends other sessions and all trust, and is told to both', async () => {
    const house = await openTestHouse()
    const { email, browser, phone } = await personWithVerification(house, true)
    const [other, challenged, copy] = [house.browser(), house.browser(), house.browser()]
    await signIn(other, email)
    await other.call('POST /api/sign-in/code', { code: phone.code(house.now()) })
    house.wait(30_000)
    await signIn(challenged, email)
    await house.browser().call('POST /api/password/forgot', { email })
    const token = await newestSecret(house, 'password-reset')
    await ask(browser, 'new@soler.example', { code: phone.code(house.now()) })
    copy.cookies.set('__Host-sid', browser.cookies.get('__Host-sid') ?? '')
    const code = await newestSecret(house, 'email-code')
    const answer = await confirm(browser, `${code.slice(0, 4)} ${code.slice(4)}`)
    expect(answer.body).toEqual({ email: 'new@soler.example', endedSessions: 1 })
    expect(await Promise.all([browser, other, copy].map(isSignedIn))).toEqual([true, false, false])
    house.wait(30_000)
    expect((await challenged.call('POST /api/sign-in/code', { code: phone.code(house.now()) })).problem.code).toBe('challenge-over')
    expect((await house.browser().call('POST /api/password/reset/check', { token })).problem.code).toBe('link-over')
    expect((await browser.call('POST /api/sign-in/password', { email, password })).problem.code).toBe('sign-in-refused')
    expect(await signIn(browser, 'new@soler.example')).toBe('code')
    const told = await lettersOf(house, 'email-changed')
    expect(told.map(({ address }) => address)).toEqual([email, 'new@soler.example'])
    for (const { letter } of told) expect(letter).toMatchObject({ from: email, to: 'new@soler.example' })
  })

  test('leaves nothing that works in the mailbox of before but the warnings', async () => {
    const house = await openTestHouse()
    const { email, browser } = await somebody(house)
    const contact = await house.deps.store.findContactByLogin(email)
    if (!contact) throw new Error('nobody')
    await mailBrowserApproval(
      house.deps,
      contact,
      { client: { browser: '', system: '', place: '' }, address: '', requestId: '' },
      house.now(),
    )
    const token = await newestSecret(house, 'browser-approval')
    await ask(browser, 'new@soler.example')
    await confirm(browser, await newestSecret(house, 'email-code'))
    expect((await house.browser().call('POST /api/browsers/approve', { token })).problem.code).toBe('link-over')
  })

  test('is given up at will, and a newer one takes its place', async () => {
    const house = await openTestHouse()
    const { email, browser } = await somebody(house)
    await ask(browser, 'one@soler.example')
    const first = await newestSecret(house, 'email-code')
    await ask(browser, 'two@soler.example')
    expect((await confirm(browser, first)).problem.code).toBe('mailed-code-wrong')
    expect((await browser.call('DELETE /api/me/email')).status).toBe(204)
    expect((await confirm(browser, await newestSecret(house, 'email-code'))).problem.code).toBe('link-over')
    expect((await browser.call('DELETE /api/me/email')).status).toBe(204)
    expect(await emailOf(browser)).toBe(email)
  })

  test.each([
    ['a list', 'a@soler.example, evil@evil.example'],
    ['a list without spaces', 'a@soler.example;evil@evil.example'],
    ['a line break', 'a@soler.example\r\nBcc: evil@evil.example'],
    ['a bare line feed', 'a@soler.example\nevil@evil.example'],
    ['a display name', 'Aina <a@soler.example>'],
    ['quotes', '"a b"@soler.example'],
    ['a comment', 'a(x)@soler.example'],
    ['two at signs', 'a@b@soler.example'],
    ['a zero byte', 'a\u0000@soler.example'],
    ['a turned direction', 'a\u202e@soler.example'],
    ['an invisible joiner', 'a\u200d@soler.example'],
    ['a backslash', 'a\\@soler.example'],
    ['a name without a dot', 'root@localhost'],
    ['no name', '@soler.example'],
    ['nothing', ' '],
  ])('to %s is refused and mails nobody', async (_, email) => {
    const house = await openTestHouse()
    const { browser } = await somebody(house)
    expect((await ask(browser, email)).problem).toMatchObject({ status: 422, fields: { email: 'not-an-email' } })
    expect(await rowsOf(house.engine, house.engine.tables.mails)).toEqual([])
  })

  test('to the one of now is refused, however it is written', async () => {
    const house = await openTestHouse()
    const { email, browser } = await somebody(house)
    expect((await ask(browser, ` ${email.toUpperCase()}`)).problem.fields).toEqual({ email: 'same-as-now' })
  })

  test('is asked for at most five times a day', async () => {
    const house = await openTestHouse()
    const { browser } = await somebody(house)
    for (let n = 0; n < 5; n++) expect((await ask(browser, `new${n}@soler.example`)).status).toBe(200)
    expect((await ask(browser, 'new5@soler.example')).problem).toMatchObject({ code: 'too-many-tries', retryAfterSeconds: 86_400 })
    expect(await rowsOf(house.engine, house.engine.tables.mails)).toHaveLength(10)
  })
})

describe('an address that somebody else has', () => {
  test('is answered and listed as a free one; only its owner is told, in their language, and no code exists', async () => {
    const house = await openTestHouse()
    const { browser } = await somebody(house)
    const taken = await house.person({ language: 'cs' })
    const [free, used] = [await ask(browser, 'free@soler.example'), await ask(browser, taken)]
    expect({ ...(used.body as object), email: '' }).toEqual({ ...(free.body as object), email: '' })
    expect(used.status).toBe(free.status)
    expect((await browser.call('GET /api/notices')).body).toMatchObject({ emailChange: { email: taken } })
    expect(await lettersOf(house, 'email-in-use')).toMatchObject([{ address: taken, language: 'cs', secret: '' }])
    expect(await lettersOf(house, 'email-code')).toHaveLength(1)
    expect((await confirm(browser, await newestSecret(house, 'email-code'))).problem.code).toBe('mailed-code-wrong')
  })

  test('is told to nobody when it is of a program or of somebody who has left', async () => {
    const house = await openTestHouse()
    const { browser } = await somebody(house)
    const left = await house.person()
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, left))
    expect((await ask(browser, left)).status).toBe(200)
    expect(await lettersOf(house, 'email-in-use')).toEqual([])
    expect(await lettersOf(house, 'email-code')).toEqual([])
  })

  test('goes to one of two people who ask for it at the same time', async () => {
    const house = await openTestHouse()
    const people = [await somebody(house), await somebody(house)]
    const codes: string[] = []
    for (const { browser } of people) {
      await ask(browser, 'wanted@soler.example')
      codes.push(await newestSecret(house, 'email-code'))
    }
    const answers = await Promise.all(people.map(({ browser }, n) => confirm(browser, codes[n] ?? '')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(answers.find(({ status }) => status === 410)?.problem.code).toBe('link-over')
    const logins = (await rowsOf(house.engine, house.engine.tables.contacts)).map(({ login }) => login)
    expect(logins.filter((login) => login === 'wanted@soler.example')).toHaveLength(1)
  })
})

describe('the mailed code', () => {
  test('is tried five times an hour, whatever is asked for meanwhile; then even the right one waits', async () => {
    const house = await openTestHouse()
    const { email, browser } = await somebody(house)
    await ask(browser, 'new@soler.example')
    const wrong = otherCode(await newestSecret(house, 'email-code'))
    for (let n = 0; n < 3; n++) expect((await confirm(browser, wrong)).problem.code).toBe('mailed-code-wrong')
    await ask(browser, 'newer@soler.example')
    const code = await newestSecret(house, 'email-code')
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(browser, otherCode(code))))
    expect(answers.filter(({ problem }) => problem.code === 'mailed-code-wrong')).toHaveLength(2)
    expect((await confirm(browser, code)).problem).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterSeconds: 3600 })
    expect(await emailOf(browser)).toBe(email)
  })

  test('lasts an hour, works once, and only for whom it was mailed', async () => {
    const house = await openTestHouse()
    const [one, other] = [await somebody(house), await somebody(house)]
    await ask(one.browser, 'one-new@soler.example')
    const code = await newestSecret(house, 'email-code')
    await ask(other.browser, 'other-new@soler.example')
    expect((await confirm(other.browser, code)).problem.code).toBe('mailed-code-wrong')
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(one.browser, code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const late = await newestSecret(house, 'email-code')
    for (let waited = 0; waited < hour; waited += 20 * minute) {
      house.wait(20 * minute)
      await emailOf(other.browser)
    }
    expect((await confirm(other.browser, late)).problem.code).toBe('link-over')
    expect(await emailOf(other.browser)).toBe(other.email)
  })
})

test('names and addresses are literal text in every mail of these, each to one recipient', async () => {
  const house = await openTestHouse()
  const names = [
    'Eve\r\nBcc: evil@evil.example',
    `{{7*7}} $\{7*7} <%= 7*7 %>`,
    '<script>alert(1)</script>',
    '"Eve", evil@evil.example',
    "O'Neil & <b>",
  ]
  const agent = { 'user-agent': 'Mozilla/5.0 <script>alert(1)</script>\tBcc: evil@evil.example' }
  for (const [n, name] of names.entries()) {
    const email = await house.person({ name, phone: '+34972000111' })
    const browser = house.browser(agent, `203.0.113.${n}`)
    await signIn(browser, email)
    await browser.call('POST /api/me/email', { email: `+{{7*7}}$\{n}'${n}@soler.example`, password })
    await browser.call('POST /api/me/phone', { phone: '', password })
    await browser.call('POST /api/password/forgot', { email })
    await browser.call('POST /api/password/change', { password, newPassword: 'quatre gats i un paraigua' })
    const mails = await house.mails()
    expect(mails.length).toBeGreaterThanOrEqual(4)
    for (const { address, subject, text, html } of mails) {
      expect([email, `+{{7*7}}$\{n}'${n}@soler.example`]).toContain(address)
      expect(subject).not.toMatch(/[\r\n]|evil|7\*7/)
      expect(text).not.toMatch(/^Bcc:/im)
      expect(html).not.toMatch(/<script|<b>[^<]*evil/)
      expect(`${subject}${text}`).not.toMatch(/\b49\b/)
    }
  }
})
