import { beforeEach, describe, expect, test } from 'vitest'
import { warnOfHalfSignIns } from '../domain/half-sign-in.ts'
import { colleague, openCompany } from '../testing/company.ts'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { lettersOf, newestSecret } from '../testing/letters.ts'
import { rowsOf } from '../testing/rows.ts'
import { apiContact, mainAccount, type SoapClient, soapClient } from '../testing/soap.ts'

let house: TestHouse
let program: SoapClient
beforeEach(async () => {
  house = await openTestHouse()
  program = soapClient(house)
})

/** A person with a browser and a session of an old program, without verification. */
async function withProgram() {
  const email = await house.person()
  const browser = house.browser()
  await signIn(browser, email)
  const session = await program.login(email, password)
  return { email, browser, session, code: async () => (await program.call('GetAccount', { session })).code }
}

describe('a session of an old program', () => {
  test('that made no call while verification was on does not come back with OFF', async () => {
    const { browser, code } = await withProgram()
    const { phone } = await turnOn(house, browser)
    expect((await browser.call('POST /api/two-factor/off', { code: phone.code(house.now()) })).status).toBe(204)
    expect(await code()).toBe('not-signed-in')
  })

  test('that made no call while verification was on does not come back when an admin switches it off', async () => {
    const company = await openCompany()
    const session = await soapClient(company.house).login(company.member.email, password)
    await turnOn(company.house, company.member.browser)
    const off = { reason: 'The phone is lost.', setUpAnew: false, ...company.boss.proof() }
    const url = { contactId: company.member.id }
    expect((await company.boss.browser.call('POST /api/contacts/:contactId/verification/off', off, url)).status).toBe(204)
    expect((await soapClient(company.house).call('GetAccount', { session })).code).toBe('not-signed-in')
  })

  test('ends with all other sessions', async () => {
    const { browser, code } = await withProgram()
    expect((await browser.call('POST /api/sessions/end-others', { password })).status).toBe(200)
    expect(await code()).toBe('not-signed-in')
  })

  test('ends with another e-mail address and another phone number', async () => {
    const first = await withProgram()
    await first.browser.call('POST /api/me/email', { email: 'new@soler.example', password })
    const mailedCode = await newestSecret(house, 'email-code')
    expect((await first.browser.call('POST /api/me/email/confirm', { mailedCode })).status).toBe(200)
    expect(await first.code()).toBe('not-signed-in')
    const second = await withProgram()
    expect((await second.browser.call('POST /api/me/phone', { phone: '+34972000119', password })).status).toBe(200)
    expect(await second.code()).toBe('not-signed-in')
  })

  test('is not opened by a contact who was deactivated while the password was looked at', async () => {
    const email = await house.person()
    const { verify } = house.deps.passwords
    house.deps.passwords.verify = async (phc, typed) => {
      const right = await verify(phc, typed)
      const contact = await house.deps.store.findContactByLogin(email)
      if (contact) await house.deps.store.commit(house.deps.store.deactivate(contact.id))
      return right
    }
    expect((await program.call('Login', { login: email, password })).code).toBe('sign-in-refused')
    expect(await rowsOf(house.engine, house.engine.tables.soapSessions)).toEqual([])
  })
})

describe('a right password at the old interface where verification is on', () => {
  test('is warned of by one mail at once and a digest after, noted for the admins, and can be disowned', async () => {
    const company = await openCompany()
    const old = soapClient(company.house)
    const aina = await colleague(company.house, { name: 'Jordi Puig', verification: true })
    const attempt = () => old.call('Login', { login: aina.email, password })
    for (let n = 0; n < 30; n++) {
      expect((await attempt()).code).toBe('verification-is-on')
      company.house.wait(60_000)
      await warnOfHalfSignIns(company.house.deps)
    }
    const letters = await lettersOf(company.house, 'half-sign-in')
    expect(letters).toMatchObject([
      { address: aina.email, letter: { count: 1, signIns: [{ client: { browser: 'SOAP', place: '198.51.100.x' } }] } },
    ])
    company.house.wait(6 * 3_600_000)
    await warnOfHalfSignIns(company.house.deps)
    expect((await lettersOf(company.house, 'half-sign-in')).map(({ letter }) => letter.count)).toEqual([1, 29])

    expect((await company.house.deps.store.findHalfSignIns(aina.id, 5)).all).toBe(30)
    const told = (await rowsOf(company.house.engine, company.house.engine.tables.events)).filter(({ kind }) => kind === 'half-sign-in')
    expect(new Set(told.map(({ contactId }) => contactId))).toEqual(new Set([aina.id]))
    expect(new Set(told.map(({ companyId }) => companyId)).size).toBe(1)

    const token = await newestSecret(company.house, 'half-sign-in')
    expect((await company.house.browser().call('POST /api/not-me', { token })).status).toBe(204)
    expect((await attempt()).code).toBe('sign-in-refused')
  })

  test('is not counted as a failure of strangers', async () => {
    const { email, browser } = await personWithVerification(house)
    for (let n = 0; n < 150; n++) {
      house.wait(1000)
      expect((await soapClient(house, `203.0.113.${n}`).call('Login', { login: email, password })).code).toBe('verification-is-on')
    }
    expect(await signIn(browser, email)).toBe('code')
    expect(await signIn(house.browser({}, '192.0.2.1'), email)).toBe('code')
  })
})

describe('the tries of programs', () => {
  test('logins that somebody makes up leave no rows beyond the tries of their address', async () => {
    for (let n = 0; n < 300; n++) await program.call('Login', { login: `made-up-${n}`, password: 'x' })
    expect((await rowsOf(house.engine, house.engine.tables.allowances)).length).toBeLessThanOrEqual(101)
    const answer = await program.call('Login', { login: 'one-more', password: 'x' })
    expect([answer.code, answer.values('retryAfterSeconds')]).toEqual(['too-many-sign-ins', ['3600']])
  })

  test('Login counts as one of the thirty calls a minute', async () => {
    const made = await apiContact(house, await mainAccount(house))
    const login = () => program.call('Login', { login: made.login, password: made.password })
    for (let n = 0; n < 30; n++) expect((await login()).status).toBe(200)
    const over = await login()
    expect([over.code, over.values('retryAfterSeconds')]).toEqual(['too-many-tries', ['60']])
    expect((await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind === 'soap-sign-in')).toHaveLength(30)
    house.wait(60_000)
    expect((await login()).status).toBe(200)
  })
})
