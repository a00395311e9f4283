import { expect, test } from 'vitest'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'

test('every change of login verification is mailed to its owner, once, and what failed is not', async () => {
  const house = await openTestHouse()
  const { email, browser, phone, recoveryCodes } = await personWithVerification(house, true)
  const mailed = async () => (await rowsOf(house.engine, house.engine.tables.mails)).map(({ letter }) => letter.kind)
  const told = ['verification-on', 'device-remembered']
  expect(await mailed()).toEqual(told)
  const code = () => {
    house.wait(30_000)
    return phone.code(house.now())
  }

  await browser.call('POST /api/two-factor/key', { password: 'a wrong one, surely', code: code() })
  await browser.call('POST /api/two-factor/key', { password, code: phone.wrong(house.now()) })
  await browser.call('POST /api/two-factor/off', {})
  expect(await mailed()).toEqual(told)

  expect((await browser.call('POST /api/two-factor/key', { password, code: code() })).status).toBe(200)
  expect(await mailed()).toEqual([...told, 'key-shown'])
  expect((await browser.call('POST /api/two-factor/copies', { kind: 'svg' })).status).toBe(200)
  expect((await browser.call('POST /api/two-factor/recovery-codes', { code: code() })).status).toBe(200)
  expect(await mailed()).toEqual([...told, 'key-shown', 'key-copied', 'recovery-codes-renewed'])
  const old = await browser.call('POST /api/two-factor/off', { recoveryCode: recoveryCodes[0] })
  expect(old.problem.code).toBe('recovery-code-wrong')
  expect((await browser.call('POST /api/two-factor/off', { code: code() })).status).toBe(204)
  await turnOn(house, browser)
  const all = [...told, 'key-shown', 'key-copied', 'recovery-codes-renewed', 'verification-off', 'verification-on']
  expect(await mailed()).toEqual(all)
  const rows = await rowsOf(house.engine, house.engine.tables.mails)
  expect(new Set(rows.map(({ address }) => address))).toEqual(new Set([email]))
  await signIn(house.browser(), email)
  expect(await mailed()).toEqual(all)
})
