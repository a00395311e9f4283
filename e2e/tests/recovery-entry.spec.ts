import type { APIResponse } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { expectProblem, newClient, sendCode, sendPassword, signInByHttp, turnOnByHttp } from '../flows/http.ts'
import { caseCode } from '../flows/recovery.ts'
import { enterByHttp, openCaseByHttp } from '../flows/recovery-http.ts'

test('nobody opens a case without the password, nor for an account that is not behind a code', async ({
  playwright,
  account,
  colleague,
  authenticator,
}) => {
  const open = { data: { forCompany: false } }
  const stranger = await newClient(playwright, from(newAddress()))
  await expectProblem(await stranger.post('/api/recovery-cases', open), 401, 'challenge-over')
  const owner = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(owner, account, authenticator)
  await expectProblem(await owner.post('/api/recovery-cases', open), 401, 'challenge-over')
  await sendPassword(stranger, { ...account, password: 'not the password' })
  await expectProblem(await stranger.post('/api/recovery-cases', open), 401, 'challenge-over')
  await signInByHttp(stranger, colleague)
  await expectProblem(await stranger.post('/api/recovery-cases', open), 401, 'challenge-over')
  const forged = await newClient(playwright, { origin: 'https://elsewhere.example' })
  await sendPassword(forged, account)
  await expectProblem(await forged.post('/api/recovery-cases', open), 403, 'other-origin')
  for (const client of [stranger, owner, forged]) await client.dispose()
})

test('opening a case signs nobody in, and a second case is the first one', async ({ playwright, account, authenticator }) => {
  const owner = await newClient(playwright, from(newAddress()))
  const { entry } = await turnOnByHttp(owner, account, authenticator)
  const client = await newClient(playwright, from(newAddress()))
  const number = await openCaseByHttp(client, account)
  for (const path of ['/api/me', '/api/notices', '/api/company/recovery-cases'])
    await expectProblem(await client.get(path), 401, 'not-signed-in')
  await expectProblem(await client.get('/api/recovery/case'), 401, 'case-not-entered')
  expect(await openCaseByHttp(client, account)).toBe(number)
  expect((await owner.get('/api/me')).status(), 'nor out').toBe(200)
  expect((await sendCode(client, await authenticator.next(entry))).status(), 'and the code is still taken').toBe(200)
  for (const one of [owner, client]) await one.dispose()
})

/** What a stranger sees of an answer; every answer has its own time and name. */
async function seen(response: APIResponse) {
  const { date: _, 'x-request-id': __, ...headers } = response.headers()
  const text = await response.text()
  return { status: response.status(), headers, text: text.replace(/"requestId":"[^"]+"/, '') }
}

test('a number that belongs to no case is answered like one that does, and a code works once', async ({
  playwright,
  account,
  authenticator,
  mailbox,
}) => {
  const owner = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(owner, account, authenticator)
  const number = await openCaseByHttp(owner, account)
  const code = await caseCode(mailbox, account, number)
  const unknown = number.startsWith('1') ? `2${number.slice(1)}` : `1${number.slice(1)}`
  const wrong = code.startsWith('1') ? `2${code.slice(1)}` : `1${code.slice(1)}`
  const client = await newClient(playwright, from(newAddress()))
  const refused = await seen(await enterByHttp(client, number, wrong))
  expect(refused).toMatchObject({ status: 401, text: expect.stringContaining('mailed-code-wrong') })
  expect(await seen(await enterByHttp(client, unknown, code))).toEqual(refused)

  expect((await enterByHttp(client, number, code)).status()).toBe(204)
  const again = await newClient(playwright, from(newAddress()))
  expect(await seen(await enterByHttp(again, number, code))).toEqual(refused)
  await expectProblem(await again.get('/api/recovery/case'), 401, 'case-not-entered')
  await client.post('/api/recovery/leave', { data: {} })
  await expectProblem(await client.get('/api/recovery/case'), 401, 'case-not-entered')
  const ask = (which: string) => client.post('/api/recovery/code', { data: { number: which } })
  expect(await seen(await ask(unknown))).toEqual(await seen(await ask(number)))
  for (const one of [owner, client, again]) await one.dispose()
})
