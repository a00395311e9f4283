import { expect, test } from 'vitest'
import { signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse } from '../testing/house.ts'
import { dump } from '../testing/rows.ts'

test('a secret is in no log line, no row of the database and no mail, whatever is sent where', async () => {
  const house = await openTestHouse()
  const secretPassword = 'canary-password-Ω-4711'
  const email = await house.person({ password: secretPassword })
  const browser = house.browser()
  const asked = { email, password: secretPassword }
  await browser.call('POST /api/sign-in/password', asked)
  const canaries = [secretPassword]
  const cookies = () => canaries.push(...[...browser.cookies.values()].map((value) => value.split('.').at(-1) ?? ''))
  cookies()
  const on = await turnOn(house, browser)
  cookies()
  canaries.push(on.phone.base32, on.phone.secret.toString('base64url'), on.phone.secret.toString('hex'))
  canaries.push(...on.recoveryCodes, ...on.recoveryCodes.map((code) => code.replace('-', '')), 'otpauth:', 'secret=')
  await browser.call('POST /api/sign-in/password', asked)
  cookies()
  await browser.call('POST /api/sign-in/code', { code: on.phone.wrong(house.now()) })
  await browser.call('POST /api/sign-in/code', { code: on.phone.code(house.now()), rememberDevice: true })
  cookies()
  house.wait(30_000)
  await browser.call('POST /api/two-factor/key', { password: secretPassword, code: on.phone.code(house.now()) })
  await browser.call('POST /api/two-factor/copies', { kind: 'print' })
  house.wait(30_000)
  await browser.call('POST /api/sign-in/password', { email: secretPassword, password: secretPassword })
  await browser.call('POST /api/sign-in/password', { email, password: `${secretPassword}!` })
  await browser.send('POST', `/api/sign-in/password?password=${encodeURIComponent(secretPassword)}`, asked)
  await browser.send('GET', `/api/${encodeURIComponent(secretPassword)}`)
  await browser.send('POST', '/api/sign-in/password', `{"${secretPassword}":1`)
  await browser.call('POST /api/two-factor/off', { recoveryCode: on.recoveryCodes[0] })
  cookies()
  const database = await dump(house.engine)
  const mails = JSON.stringify(await house.mails())
  await house.engine.close()
  await browser.call('POST /api/sign-in/password', asked)
  await browser.call('GET /api/me')

  const logs = house.logged.map(({ facts, message }) => {
    const err = facts['err'] as (Error & { cause?: Error }) | undefined
    return `${message} ${JSON.stringify(facts)} ${err?.message} ${err?.stack} ${JSON.stringify(err)} ${err?.cause?.message}`
  })
  expect(logs.length).toBeGreaterThanOrEqual(2)
  for (const canary of canaries) {
    expect(canary.length).toBeGreaterThan(6)
    for (const [place, text] of Object.entries({ database, mails, logs: logs.join('\n') })) {
      expect(text.includes(canary), `${canary} in ${place}`).toBe(false)
    }
  }
})

test('nothing can be pushed into a mail by a name: one recipient, one subject, literal text', async () => {
  const house = await openTestHouse()
  const name = `Eve\r\nBcc: nobody\r\n\r\n<b>{{7*7}}\${7*7}, evil`
  const browser = house.browser({ 'user-agent': 'Mozilla/5.0 <script>alert(1)</script> Bcc: evil@evil.example' })
  const email = await house.person({ name })
  await signIn(browser, email)
  await turnOn(house, browser)
  const [mail] = await house.mails()
  expect(mail?.address).toBe(email)
  expect(mail?.subject).not.toMatch(/[\r\n]|evil/)
  expect(mail?.text).not.toMatch(/^Bcc:/m)
  expect(mail?.text).toContain(`{{7*7}}\${7*7}`)
  expect(mail?.html).not.toMatch(/<script|<b>\{/)
})
