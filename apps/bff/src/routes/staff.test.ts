import { type Endpoint, type EndpointKey, endpoints } from '@porta/shared'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { type Colleague, colleague, openCompany } from '../testing/company.ts'
import { openOperator } from '../testing/desk.ts'
import { signIn, turnOn } from '../testing/flows.ts'
import { password, type TestHouse } from '../testing/house.ts'
import { newestSecret } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'
import { soapClient } from '../testing/soap.ts'

const all = Object.entries(endpoints) as [EndpointKey, Endpoint][]
const having = (access: Endpoint['access']) => all.filter(([, endpoint]) => endpoint.access === access).map(([key]) => key)
const minute = 60_000

describe('what is for the desk is refused to all others, and changes nothing', () => {
  let house: TestHouse
  let people: Record<string, [browser: Browser, status: number, code: string]>
  let staff: Browser
  beforeAll(async () => {
    const { boss, member, ...opened } = await openCompany()
    house = opened.house
    const operator = await openOperator(house)
    const admin = await operator.join('Marta Vidal', { role: 'admin', main: true })
    const elsewhere = await colleague(house, { role: 'support', verification: true })
    const verified = await colleague(house, { verification: true })
    const fresh = await colleague(house, { companyId: operator.companyId, role: 'support' })
    staff = (await operator.join('Núria Camps')).browser
    people = {
      'a member': [member.browser, 403, 'staff-only'],
      'a member with verification': [verified.browser, 403, 'staff-only'],
      'an admin': [boss.browser, 403, 'staff-only'],
      'an admin of the operator': [admin.browser, 403, 'staff-only'],
      'support of a company that is not the operator’s': [elsewhere.browser, 403, 'staff-only'],
      'one of the desk without verification': [fresh.browser, 403, 'enrolment-needed'],
      nobody: [house.browser(), 401, 'not-signed-in'],
    }
    for (const browser of [staff, ...Object.values(people).map(([browser]) => browser)]) await browser.call('GET /api/me')
  })

  describe.each(having('staff'))('%s', (key) => {
    const [method = '', path = ''] = key.replaceAll(/:\w+/g, 'any_1').split(' ')
    const body = method === 'GET' ? undefined : {}
    test('is refused to all but the desk', async () => {
      for (const [browser, status, code] of Object.values(people)) {
        const before = await dump(house.engine)
        expect((await browser.send(method, path, body)).problem).toMatchObject({ status, code })
        expect(await dump(house.engine)).toBe(before)
      }
    })
    test('lets the desk in', async () => {
      expect([200, 204, 404, 422]).toContain((await staff.send(method, path, body)).status)
    })
  })

  test('all of it begins with /api/desk/, and nothing else does', () => {
    expect(all.filter(([key]) => key.includes(' /api/desk/')).map(([key]) => key)).toEqual(having('staff'))
  })
})

let house: TestHouse
let boss: Colleague
let operator: Awaited<ReturnType<typeof openOperator>>
let marta: Colleague
beforeEach(async () => {
  const opened = await openCompany()
  house = opened.house
  boss = opened.boss
  operator = await openOperator(house)
  marta = await operator.join('Marta Vidal', { role: 'admin', main: true })
  await house.mails()
})
const me = async (browser: Browser) => (await browser.call('GET /api/me')).body as { staff: boolean; contact: { role: string } }
const contact = async (id: string) => await house.deps.store.findContact(id)

describe('an admin of the operator', () => {
  test('has to switch verification on before anything else, is never remembered, and cannot switch it off', async () => {
    const email = await house.person({ companyId: operator.companyId, role: 'admin' })
    const browser = house.browser()
    expect(await signIn(browser, email)).toBe('enrol')
    expect((await browser.call('GET /api/contacts')).problem.code).toBe('enrolment-needed')
    const { phone, recoveryCodes } = await turnOn(house, browser)
    expect((await browser.call('GET /api/contacts')).status).toBe(200)
    for (const proof of [{ code: phone.code(house.now()) }, { recoveryCode: recoveryCodes[0] }])
      expect((await browser.call('POST /api/two-factor/off', proof)).problem.code).toBe('own-verification-needed')

    const there = house.browser()
    await signIn(there, email)
    expect((await there.call('GET /api/sign-in/challenge')).body).toMatchObject({ mayRemember: false })
    const answer = await there.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: true })
    expect(answer.status).toBe(200)
    expect(answer.setCookies.filter((line) => line.startsWith('__Host-td'))).toEqual([])
    expect(await rowsOf(house.engine, house.engine.tables.trustedDevices)).toEqual([])
  })

  test('is signed out after a quarter of an hour, whatever a customer’s admin is', async () => {
    for (const { browser } of [marta, boss]) expect((await browser.call('GET /api/me')).status).toBe(200)
    house.wait(14 * minute)
    expect((await marta.browser.call('GET /api/me')).status).toBe(200)
    house.wait(15 * minute)
    expect((await marta.browser.call('GET /api/me')).status).toBe(401)
    expect((await boss.browser.call('GET /api/me')).status).toBe(200)
  })

  test('looks after the people of the desk as any admin does, and sees nobody else', async () => {
    const nuria = await operator.join('Núria Camps')
    const { contacts } = (await marta.browser.call('GET /api/contacts')).body as { contacts: { id: string; role: string }[] }
    expect(contacts.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [marta.id, 'admin'],
        [nuria.id, 'support'],
      ].sort(),
    )
    const off = { reason: 'A lost phone.', setUpAnew: true, ...marta.proof() }
    expect((await marta.browser.call('POST /api/contacts/:contactId/verification/off', off, { contactId: nuria.id })).status).toBe(204)
    const again = house.browser()
    expect(await signIn(again, nuria.email)).toBe('enrol')
    expect((await again.call('GET /api/desk/calls')).problem.code).toBe('enrolment-needed')
    expect((await marta.browser.call('GET /api/contacts/:contactId', undefined, { contactId: boss.id })).status).toBe(404)
  })

  test('makes one of the desk an admin, who is then not of the desk, and back, with the next request', async () => {
    const nuria = await operator.join('Núria Camps')
    const make = (role: string) =>
      marta.browser.call('POST /api/contacts/:contactId/role', { role, ...marta.proof() }, { contactId: nuria.id })
    expect(await me(nuria.browser)).toMatchObject({ staff: true, contact: { role: 'support' } })
    expect((await make('admin')).status).toBe(204)
    expect(await me(nuria.browser)).toMatchObject({ staff: false, contact: { role: 'admin' } })
    expect((await nuria.browser.call('GET /api/desk/calls')).problem.code).toBe('staff-only')
    expect((await make('member')).status).toBe(204)
    expect(await me(nuria.browser)).toMatchObject({ staff: true, contact: { role: 'support' } })
    expect((await nuria.browser.call('GET /api/desk/calls')).status).toBe(200)
    const changes = async () =>
      (await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind === 'role-changed').length
    expect(await changes()).toBe(2)
    expect((await make('member')).status).toBe(204)
    expect(await changes()).toBe(2)
  })

  test('invites to the desk only with a fresh proof', async () => {
    const invitation = { name: 'Pavel Novák', email: 'pavel@porta.example', language: 'cs', role: 'member' }
    expect((await marta.browser.call('POST /api/invitations', invitation)).problem.code).toBe('fresh-code-needed')
    expect((await marta.browser.call('POST /api/invitations', { ...invitation, ...marta.proof() })).status).toBe(200)
    const { invitations } = (await marta.browser.call('GET /api/invitations')).body as { invitations: { role: string }[] }
    expect(invitations).toMatchObject([{ role: 'support' }])
    const token = await newestSecret(house, 'invitation')
    const accepted = await house.browser().call('POST /api/invitation/accept', { token, newPassword: 'quatre gats i un paraigua' })
    expect(accepted.status).toBe(204)
    const pavel = await house.deps.store.findContactByLogin('pavel@porta.example')
    expect(pavel).toMatchObject({ role: 'support', companyId: operator.companyId })
  })

  test('has no programs and no company rule: verification always binds there', async () => {
    const program = { name: 'erp', addresses: [], ...marta.proof() }
    const answers = [
      await marta.browser.call('GET /api/api-contacts'),
      await marta.browser.call('POST /api/api-contacts', program),
      await marta.browser.call('POST /api/company/rule', { from: house.now(), ...marta.proof() }),
      await marta.browser.call('POST /api/company/rule', { from: null, ...marta.proof() }),
    ]
    for (const { problem } of answers) expect(problem).toMatchObject({ status: 404, code: 'not-found' })
    const fresh = await house.person({ companyId: operator.companyId, role: 'support' })
    expect((await marta.browser.call('GET /api/company/board')).body).toMatchObject({ people: 2, on: 1, required: 1, ruleFrom: null })
    expect(fresh).not.toBe('')
  })

  test('cannot call by SOAP, with or without verification, and the answer is that of a wrong password', async () => {
    const client = soapClient(house)
    const fresh = await house.person({ companyId: operator.companyId, role: 'admin' })
    for (const login of [marta.email, fresh]) {
      expect((await client.call('Login', { login, password })).code).toBe('sign-in-refused')
      expect((await client.call('Login', { login, password: `${password}!` })).code).toBe('sign-in-refused')
    }
  })

  test('whose company was made the operator’s meanwhile is put out of SOAP and must enrol', async () => {
    const client = soapClient(house)
    const member = await house.person()
    const session = await client.login(member, password)
    const browser = house.browser()
    await signIn(browser, member)
    const { companies } = house.engine.tables
    const { companyId = '' } = (await house.deps.store.findContactByLogin(member)) ?? {}
    await alter(house.engine, companies, { operator: true }, eq(companies.id, companyId))
    expect((await client.call('GetAccount', { session })).code).toBe('not-signed-in')
    expect((await browser.call('GET /api/sessions')).problem.code).toBe('enrolment-needed')
  })
})

describe('one of the desk', () => {
  test('cannot manage people, not even of the own company', async () => {
    const nuria = await operator.join('Núria Camps')
    expect((await nuria.browser.call('GET /api/contacts')).problem.code).toBe('admins-only')
    const role = { role: 'admin', ...nuria.proof() }
    expect((await nuria.browser.call('POST /api/contacts/:contactId/role', role, { contactId: nuria.id })).problem.code).toBe('admins-only')
    expect((await contact(nuria.id))?.role).toBe('support')
  })

  test('who is deactivated or leaves is out at once', async () => {
    const nuria = await operator.join('Núria Camps')
    const active = { active: false, ...marta.proof() }
    expect((await marta.browser.call('POST /api/contacts/:contactId/active', active, { contactId: nuria.id })).status).toBe(204)
    expect((await nuria.browser.call('GET /api/desk/calls')).problem.code).toBe('not-signed-in')
  })
})
