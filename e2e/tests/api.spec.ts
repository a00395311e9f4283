import type { APIRequestContext } from '@playwright/test'
import { createAuthenticator } from '../authenticator/authenticator.ts'
import { test as base, expect } from '../fixtures.ts'
import {
  confirmEnrolment,
  cookiesOf,
  expectProblem,
  newClient,
  sendCode,
  sendPassword,
  sessionCookieOf,
  signInByHttp,
  startEnrolment,
  turnOnByHttp,
} from '../flows/http.ts'

const test = base.extend<{ client: APIRequestContext; otherClient: APIRequestContext }>({
  client: async ({ playwright }, use) => {
    const client = await newClient(playwright)
    await use(client)
    await client.dispose()
  },
  otherClient: async ({ playwright }, use) => {
    const client = await newClient(playwright)
    await use(client)
    await client.dispose()
  },
})

test('a tampered or invented session cookie is nobody', async ({ client, otherClient, account }) => {
  await signInByHttp(client, account)
  expect((await client.get('/api/me')).status()).toBe(200)
  const cookie = await sessionCookieOf(client)
  const last = cookie.at(-1) === 'A' ? 'B' : 'A'
  for (const wrong of [`${cookie.slice(0, -1)}${last}`, `${cookie}A`, cookie.replace(/=.*/, '=')])
    await expectProblem(await otherClient.get('/api/me', { headers: { cookie: wrong } }), 401, 'not-signed-in')
})

test('the same cookie twice is refused', async ({ client, otherClient, account }) => {
  await signInByHttp(client, account)
  const cookie = await cookiesOf(client)
  await expectProblem(await otherClient.get('/api/me', { headers: { cookie: `${cookie}; ${cookie}` } }), 400, 'duplicate-cookie')
})

test('after signing out the cookie of before opens nothing', async ({ client, otherClient, account }) => {
  await signInByHttp(client, account)
  const cookie = await cookiesOf(client)
  expect((await client.post('/api/sign-out')).ok()).toBe(true)
  await expectProblem(await otherClient.get('/api/me', { headers: { cookie } }), 401, 'not-signed-in')
})

test('a wrong password, an unknown e-mail and no account at all sound the same', async ({ client, account }) => {
  const answers = []
  for (const email of [account.email, 'nobody@example.test'])
    answers.push(await sendPassword(client, { email, password: 'a wrong password here' }))
  const bodies = await Promise.all(answers.map(async (answer) => ({ ...(await answer.json()), requestId: '' })))
  expect(bodies[0]).toMatchObject({ status: 401, code: 'sign-in-refused' })
  expect(bodies[1]).toEqual(bodies[0])
})

test('the password alone opens no door of a protected account', async ({ client, otherClient, account, authenticator }) => {
  await turnOnByHttp(client, account, authenticator)
  expect(await (await sendPassword(otherClient, account)).json()).toEqual({ next: 'code' })
  for (const path of ['/api/me', '/api/two-factor', '/api/sessions', '/api/trusted-devices'])
    await expectProblem(await otherClient.get(path), 401, 'not-signed-in')
  for (const path of ['/api/two-factor/enrolment', '/api/sessions/end-others'])
    await expectProblem(await otherClient.post(path, { data: {} }), 401, 'not-signed-in')
})

test('an answered challenge cannot be answered again', async ({ client, otherClient, account, authenticator, playwright }) => {
  const { entry } = await turnOnByHttp(client, account, authenticator)
  await sendPassword(otherClient, account)
  const cookie = await cookiesOf(otherClient)
  expect(await (await sendCode(otherClient, await authenticator.next(entry))).json()).toEqual({ next: 'home' })

  const thief = await newClient(playwright, { cookie })
  await expectProblem(await sendCode(thief, await authenticator.next(entry)), 401, 'challenge-over')
  await expectProblem(await thief.get('/api/me'), 401, 'not-signed-in')
  await thief.dispose()
})

test('the code that switched verification on does not sign in, and no code signs in twice', async ({
  client,
  otherClient,
  account,
  authenticator,
}) => {
  await signInByHttp(client, account)
  const { enrolmentId, entry } = await startEnrolment(client, authenticator)
  const first = await authenticator.next(entry)
  expect((await confirmEnrolment(client, enrolmentId, first)).status()).toBe(200)

  await sendPassword(otherClient, account)
  const refused = await sendCode(otherClient, first)
  expect(refused.ok()).toBe(false)
  expect((await refused.json()).code).toBe('code-used')
  const second = await authenticator.next(entry)
  expect((await sendCode(otherClient, second)).status()).toBe(200)

  await sendPassword(otherClient, account)
  expect((await (await sendCode(otherClient, second)).json()).code).toBe('code-used')
})

test('of twenty senders of one code at the same moment one gets in', async ({ client, account, authenticator, playwright }) => {
  const { entry } = await turnOnByHttp(client, account, authenticator)
  const senders = await Promise.all(Array.from({ length: 5 }, () => newClient(playwright)))
  for (const sender of senders) await sendPassword(sender, account)
  const code = await authenticator.next(entry)
  const answers = await Promise.all(senders.flatMap((sender) => Array.from({ length: 4 }, () => sendCode(sender, code))))
  expect(answers.filter((answer) => answer.ok())).toHaveLength(1)
  await Promise.all(senders.map((sender) => sender.dispose()))
})

test('a key that awaits its confirmation does not sign in', async ({ client, otherClient, account, authenticator }) => {
  await signInByHttp(client, account)
  const pending = await startEnrolment(client, authenticator)
  expect(await (await sendPassword(otherClient, account)).json()).toEqual({ next: 'home' })
  const wrong = createAuthenticator()
  const stranger = wrong.add('otpauth://totp/Porta:a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  const refused = await confirmEnrolment(client, pending.enrolmentId, await wrong.next(stranger))
  expect((await refused.json()).code).toBe('code-wrong')
  expect(await (await client.get('/api/two-factor')).json()).toMatchObject({ state: 'off' })
})

test.describe('two browsers at the same switch', () => {
  test('both begin: exactly one key ends up on', async ({ client, otherClient, account, authenticator }) => {
    await signInByHttp(client, account)
    await signInByHttp(otherClient, account)
    const one = await startEnrolment(client, authenticator)
    const two = await startEnrolment(otherClient, authenticator)
    expect(one.entry.secret).not.toEqual(two.entry.secret)
    const answers = await Promise.all([
      confirmEnrolment(client, one.enrolmentId, await authenticator.next(one.entry)),
      confirmEnrolment(otherClient, two.enrolmentId, await authenticator.next(two.entry)),
    ])
    expect(answers.filter((answer) => answer.ok())).toHaveLength(1)
  })

  test('one confirms twice at once: it is switched on once, and the browser stays signed in', async ({
    client,
    account,
    authenticator,
  }) => {
    await signInByHttp(client, account)
    const { enrolmentId, entry } = await startEnrolment(client, authenticator)
    const code = await authenticator.next(entry)
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirmEnrolment(client, enrolmentId, code)))
    expect(answers.filter((answer) => answer.ok())).toHaveLength(1)
    expect(await (await client.get('/api/two-factor')).json()).toMatchObject({ state: 'on', recoveryCodesLeft: 10 })
  })

  test('while it is on nobody can begin again', async ({ client, account, authenticator }) => {
    await turnOnByHttp(client, account, authenticator)
    const again = await client.post('/api/two-factor/enrolment', { data: { password: account.password } })
    expect((await again.json()).code).toBe('verification-already-on')
  })

  test('both switch off with one code: it works for one', async ({ client, otherClient, account, authenticator }) => {
    const { entry } = await turnOnByHttp(client, account, authenticator)
    await sendPassword(otherClient, account)
    expect((await sendCode(otherClient, await authenticator.next(entry))).status()).toBe(200)
    const code = await authenticator.next(entry)
    const off = (browser: APIRequestContext) => browser.post('/api/two-factor/off', { data: { code } })
    const answers = await Promise.all([off(client), off(otherClient)])
    expect(answers.filter((answer) => answer.ok())).toHaveLength(1)
  })
})

test('what asks for a fresh code is refused without one', async ({ client, account, authenticator }) => {
  await turnOnByHttp(client, account, authenticator)
  const acts: [string, object][] = [
    ['/api/two-factor/off', {}],
    ['/api/sessions/end-others', {}],
    ['/api/sessions/end-others', { password: account.password }],
  ]
  for (const [path, data] of acts) {
    const response = await client.post(path, { data })
    expect(response.ok(), path).toBe(false)
    expect((await response.json()).code).toMatch(/fresh-code-needed|invalid-input/)
  }
  const shown = await client.post('/api/two-factor/key', { data: { password: account.password } })
  await expectProblem(shown, 422, 'invalid-input')
  expect(await (await client.get('/api/two-factor')).json()).toMatchObject({ state: 'on' })
})

test("a stranger's ids are unknown ids", async ({ client, otherClient, account, nextAccount }) => {
  await signInByHttp(client, account)
  await signInByHttp(otherClient, await nextAccount())
  const { sessions } = await (await client.get('/api/sessions')).json()
  await expectProblem(await otherClient.delete(`/api/sessions/${sessions[0].id}`), 404, 'not-found')
  await expectProblem(await otherClient.delete('/api/sessions/ses_unknown'), 404, 'not-found')
  expect((await client.get('/api/me')).status()).toBe(200)
})
