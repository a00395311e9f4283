import { beforeEach, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'
import { apiContact, mainAccount, type SoapClient, soapClient } from '../testing/soap.ts'

let house: TestHouse
let program: SoapClient
beforeEach(async () => {
  house = await openTestHouse()
  program = soapClient(house)
})
const events = async (kind: string) => (await rowsOf(house.engine, house.engine.tables.events)).filter((event) => event.kind === kind)

describe('an API contact', () => {
  test('calls with its generated password and sees the people and requests of its company', async () => {
    const admin = await mainAccount(house)
    const made = await apiContact(house, admin)
    expect(made.login).toMatch(/^erp-[a-z0-9]{4}$/)
    expect(made.password).toMatch(/^[A-Za-z0-9]{32}$/)
    const session = await program.login(made.login, made.password)
    const account = await program.call('GetAccount', { session })
    expect(account.values('role')).toEqual(['member'])
    expect(account.values('email')).toEqual([])
    expect((await program.call('ListContacts', { session })).values('email')).toEqual([admin.email])
    await program.call('CreateRequest', { session, subject: 's', service: 's', text: 't' })
    expect((await rowsOf(house.engine, house.engine.tables.requests))[0]?.assurance).toBe('program')
    expect(await events('soap-sign-in')).toHaveLength(1)
  })

  test('works with both passwords for a day after a change, then only with the new one; a third change ends the first at once', async () => {
    const admin = await mainAccount(house)
    const { id, login, password: first } = await apiContact(house, admin)
    const open = await program.login(login, first)
    const change = async () => {
      const answer = await admin.browser.call(
        'POST /api/api-contacts/:contactId/password',
        { code: admin.phone.code(house.now()) },
        { contactId: id },
      )
      expect(answer.status).toBe(200)
      house.wait(30_000)
      return answer.body as { password: string; oldPasswordUntil: number }
    }
    const second = await change()
    await program.login(login, first)
    await program.login(login, second.password)
    expect((await program.call('GetAccount', { session: open })).status).toBe(200)
    const third = await change()
    expect((await program.call('Login', { login, password: first })).code).toBe('password-expired')
    expect((await program.call('GetAccount', { session: open })).code).toBe('password-expired')
    await program.login(login, second.password)
    house.wait(third.oldPasswordUntil - house.now())
    expect((await program.call('Login', { login, password: second.password })).code).toBe('password-expired')
    await program.login(login, third.password)
  })

  test('is refused after a year, and that from an address not on its list, with the cause', async () => {
    const admin = await mainAccount(house)
    const made = await apiContact(house, admin, { addresses: ['203.0.113.0/24', '2001:db8::/32'] })
    expect((await program.call('Login', { login: made.login, password: made.password })).code).toBe('address-not-allowed')
    const inside = soapClient(house, '203.0.113.77')
    const session = await inside.login(made.login, made.password)
    await soapClient(house, '2001:db8:1::5').login(made.login, made.password)
    expect((await program.call('GetAccount', { session })).code).toBe('address-not-allowed')
    expect((await inside.call('GetAccount', { session })).status).toBe(200)
    house.wait(made.expiresAt - house.now())
    expect((await inside.call('Login', { login: made.login, password: made.password })).code).toBe('password-expired')
    expect((await inside.call('Login', { login: made.login, password: 'wrong' })).code).toBe('sign-in-refused')
  })

  test('has ten wrong passwords in a quarter of an hour from an address, and thirty calls in a minute', async () => {
    const made = await apiContact(house, await mainAccount(house))
    const session = await program.login(made.login, made.password)
    for (let n = 0; n < 10; n++)
      expect((await program.call('Login', { login: made.login, password: 'wrong' })).code).toBe('sign-in-refused')
    expect((await program.call('Login', { login: made.login, password: made.password })).code).toBe('too-many-sign-ins')
    await soapClient(house, '203.0.113.9').login(made.login, made.password)
    house.wait(60_000)
    for (let n = 0; n < 30; n++) expect((await program.call('GetAccount', { session })).status).toBe(200)
    const over = await program.call('GetAccount', { session })
    expect([over.code, over.values('retryAfterSeconds')]).toEqual(['too-many-tries', ['60']])
    house.wait(60_000)
    expect((await program.call('GetAccount', { session })).status).toBe(200)
  })

  test('a removed one is unknown at once, in the middle of a session too', async () => {
    const admin = await mainAccount(house)
    const made = await apiContact(house, admin)
    const session = await program.login(made.login, made.password)
    const code = admin.phone.code(house.now())
    expect((await admin.browser.call('POST /api/api-contacts/:contactId/remove', { code }, { contactId: made.id })).status).toBe(204)
    expect((await program.call('GetAccount', { session })).code).toBe('not-signed-in')
    expect((await program.call('Login', { login: made.login, password: made.password })).code).toBe('sign-in-refused')
  })

  test('has five calls at the same time; the others are told to come again', async () => {
    const made = await apiContact(house, await mainAccount(house))
    const session = await program.login(made.login, made.password)
    const asked = { session, subject: 's', service: 's', text: 't' }
    const codes = (await Promise.all(Array.from({ length: 20 }, () => program.call('CreateRequest', asked)))).map(
      ({ code }) => code ?? 'done',
    )
    expect(codes.filter((code) => code === 'done')).toHaveLength(5)
    expect(new Set(codes)).toEqual(new Set(['done', 'busy']))
    expect((await program.call('CreateRequest', asked)).status).toBe(200)
  })

  test('makes two hundred requests a day', async () => {
    const made = await apiContact(house, await mainAccount(house))
    const session = await program.login(made.login, made.password)
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 201; n++) {
      if (n % 25 === 0) house.wait(60_000)
      codes.push((await program.call('CreateRequest', { session, subject: 's', service: 's', text: 't' })).code)
    }
    expect(codes.lastIndexOf(undefined)).toBe(199)
    expect(codes[200]).toBe('too-many-tries')
    expect((await program.call('ListRequests', { session })).values('id')).toHaveLength(100)
  })

  test('never gets into the web', async () => {
    const made = await apiContact(house, await mainAccount(house))
    const browser = house.browser()
    const answer = await browser.call('POST /api/sign-in/password', { email: made.login, password: made.password })
    expect(answer.problem.code).toBe('sign-in-refused')
    expect(answer.setCookies).toEqual([])
  })
})
