import { type EndpointKey, endpoints } from '@porta/shared'
import { beforeEach, describe, expect, test } from 'vitest'
import { addCompany } from '../domain/people.ts'
import { sweep } from '../domain/sweep.ts'
import { signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { dump, rowsOf } from '../testing/rows.ts'
import { apiContact, mainAccount, soapClient } from '../testing/soap.ts'

let house: TestHouse
let admin: Awaited<ReturnType<typeof mainAccount>>
beforeEach(async () => {
  house = await openTestHouse()
  admin = await mainAccount(house)
})
const list = async (browser = admin.browser) =>
  (await browser.call('GET /api/api-contacts')).body as { apiContacts: Record<string, unknown>[]; checklist: object; wsdl: string }
const fresh = () => ({ code: admin.phone.code(house.now()) })
const queued = async (kind: string) => (await rowsOf(house.engine, house.engine.tables.mails)).filter(({ letter }) => letter.kind === kind)
const events = async (kind: string) => (await rowsOf(house.engine, house.engine.tables.events)).filter((event) => event.kind === kind)

/** What is refused leaves everything as it was. */
async function refused(answer: () => Promise<{ problem: { code: string } }>) {
  const before = await dump(house.engine)
  const { problem } = await answer()
  expect(await dump(house.engine)).toBe(before)
  return problem
}

describe('an API contact', () => {
  test('is made with a fresh code, shown with its password once, and mailed to all admins', async () => {
    await house.person({ role: 'admin', login: 'second@soler.example' })
    const made = await apiContact(house, admin, { name: 'facturacio-erp', addresses: ['203.0.113.7', '2001:DB8::/32'] })
    expect(made.expiresAt).toBeGreaterThan(house.now() + 364 * 86_400_000)
    const { apiContacts, checklist, wsdl } = await list()
    expect(apiContacts).toMatchObject([
      {
        id: made.id,
        login: made.login,
        name: 'facturacio-erp',
        addresses: ['203.0.113.7', '2001:db8::/32'],
        createdBy: 'Person 1',
        expiresAt: made.expiresAt,
        oldPasswordUntil: null,
        lastUse: null,
        active: true,
      },
    ])
    expect(checklist).toEqual({ ownVerification: true, mainAccountVerification: true })
    expect(wsdl).toBe('http://localhost:3000/soap?wsdl')
    expect((await queued('api-contact-made')).map(({ address }) => address).toSorted()).toEqual(
      [admin.email, 'second@soler.example'].toSorted(),
    )
    expect(await events('api-contact-made')).toMatchObject([{ contactId: made.id, actorName: 'Person 1', details: { login: made.login } }])
    expect(await dump(house.engine)).not.toContain(made.password)
    expect(JSON.stringify(house.logged)).not.toContain(made.password)
  })

  test('needs the own verification, and that of the main account; refusals before burn no code', async () => {
    const email = await house.person({ role: 'admin' })
    const browser = house.browser()
    await signIn(browser, email)
    const make = () => browser.call('POST /api/api-contacts', { name: 'erp', password })
    expect((await refused(make)).code).toBe('own-verification-needed')
    expect((await list(browser)).checklist).toEqual({ ownVerification: false, mainAccountVerification: true })
    const { phone } = await turnOn(house, browser)
    await admin.browser.call('POST /api/two-factor/off', fresh())
    expect((await list(browser)).checklist).toEqual({ ownVerification: true, mainAccountVerification: false })
    const code = phone.code(house.now())
    const second = () => browser.call('POST /api/api-contacts', { name: 'erp', code })
    expect((await refused(second)).code).toBe('main-account-verification-needed')
    await signIn(admin.browser, admin.email)
    await turnOn(house, admin.browser)
    expect((await browser.call('POST /api/api-contacts', { name: 'erp', code: phone.code(house.now()) })).status).toBe(200)
  })

  test('is one of at most fifty of a company, also when two admins make the fiftieth at once; a refusal burns no code', async () => {
    for (let n = 1; n < 50; n++) await apiContact(house, admin, { name: `program-${n}` })
    const browser = house.browser()
    await signIn(browser, await house.person({ role: 'admin' }))
    const { phone } = await turnOn(house, browser)
    house.wait(30_000)
    const make = (by: typeof browser, code: string) => by.call('POST /api/api-contacts', { name: 'erp', code })
    const answers = await Promise.all([make(admin.browser, fresh().code), make(browser, phone.code(house.now()))])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('too-many-api-contacts')
    const { apiContacts } = await list()
    expect(apiContacts).toHaveLength(50)

    house.wait(30_000)
    const { code } = fresh()
    expect((await refused(() => make(admin.browser, code))).code).toBe('too-many-api-contacts')
    const contactId = String(apiContacts[0]?.['id'])
    expect((await admin.browser.call('POST /api/api-contacts/:contactId/remove', { code }, { contactId })).status).toBe(204)
    house.wait(30_000)
    expect((await make(admin.browser, fresh().code)).status).toBe(200)
  })

  test('a session alone, a password in place of the code, or a wrong code makes none', async () => {
    expect((await refused(() => admin.browser.call('POST /api/api-contacts', { name: 'erp' }))).code).toBe('fresh-code-needed')
    expect((await refused(() => admin.browser.call('POST /api/api-contacts', { name: 'erp', password }))).code).toBe('fresh-code-needed')
    const wrong = { name: 'erp', code: admin.phone.wrong(house.now()) }
    expect((await admin.browser.call('POST /api/api-contacts', wrong)).problem.code).toBe('code-wrong')
    expect((await list()).apiContacts).toEqual([])
  })

  test.each([
    '10.0.0.1/33',
    '10.0.0.1/-1',
    '10.0.0.1/08',
    '10.0.0.0/8/8',
    '10.0.0',
    'soler.example',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    '::/129',
    '',
    '10.0.0.1, 10.0.0.2',
    '0x7f.1',
    '١٠.0.0.1',
  ])('an address list with %j is refused and burns no code', async (bad) => {
    const { code } = fresh()
    const answer = () => admin.browser.call('POST /api/api-contacts', { name: 'erp', addresses: ['10.0.0.1', bad], code })
    expect(await refused(answer)).toMatchObject({ code: 'invalid-input', fields: { addresses: 'wrong-type' } })
    expect((await admin.browser.call('POST /api/api-contacts', { name: 'erp', addresses: [' 10.0.0.0/8 '], code })).status).toBe(200)
  })

  test('nothing more than the contract lists can be set', async () => {
    for (const more of [
      { role: 'admin' },
      { companyId: 'com_x' },
      { login: 'x' },
      { password2: 'x' },
      { kind: 'person' },
      { expiresAt: 1 },
    ]) {
      const answer = () => admin.browser.call('POST /api/api-contacts', { name: 'erp', ...fresh(), ...more })
      expect((await refused(answer)).code).toBe('invalid-input')
    }
    for (const name of ['', 'ab', 'ERP', 'e rp', '-erp', 'erp-', 'a@b.example', 'ü-erp', 'x'.repeat(33), 'erp\n'])
      expect((await refused(() => admin.browser.call('POST /api/api-contacts', { name, ...fresh() }))).code, name).toBe('invalid-input')
  })

  test('two of one name get logins of their own', async () => {
    const made = [await apiContact(house, admin), await apiContact(house, admin)]
    expect(new Set(made.map(({ login }) => login)).size).toBe(2)
  })

  test('shows its last use, and when the old password ends after a change', async () => {
    const made = await apiContact(house, admin)
    const program = soapClient(house)
    await program.login(made.login, made.password)
    house.wait(1000)
    const changed = await admin.browser.call('POST /api/api-contacts/:contactId/password', fresh(), { contactId: made.id })
    const until = house.now() + 86_400_000
    expect(changed.body).toMatchObject({ oldPasswordUntil: until })
    const [row] = (await list()).apiContacts
    expect(row).toMatchObject({ oldPasswordUntil: until, lastUse: { operation: 'Login', place: '198.51.100.x', at: house.now() - 1000 } })
    expect(await queued('api-password-changed')).toHaveLength(1)
    house.wait(86_400_000)
    await signIn(admin.browser, admin.email)
    await admin.browser.call('POST /api/sign-in/code', fresh())
    expect((await list()).apiContacts[0]).toMatchObject({ oldPasswordUntil: null })
  })

  test('is changed over once when two change its password with one code at the same time', async () => {
    const made = await apiContact(house, admin)
    const body = fresh()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => admin.browser.call('POST /api/api-contacts/:contactId/password', body, { contactId: made.id })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowsOf(house.engine, house.engine.tables.apiPasswords)).toHaveLength(2)
  })

  test('from the next call on is held to a changed list, and told to the admins', async () => {
    const made = await apiContact(house, admin)
    const program = soapClient(house)
    const session = await program.login(made.login, made.password)
    const change = { addresses: ['203.0.113.0/24'], ...fresh() }
    expect((await admin.browser.call('POST /api/api-contacts/:contactId/addresses', change, { contactId: made.id })).status).toBe(204)
    expect((await program.call('GetAccount', { session })).code).toBe('address-not-allowed')
    expect(await queued('api-addresses-changed')).toHaveLength(1)
  })

  test('removed is gone from the list, keeps its history, and frees its login', async () => {
    const made = await apiContact(house, admin)
    const remove = () => admin.browser.call('POST /api/api-contacts/:contactId/remove', fresh(), { contactId: made.id })
    expect((await remove()).status).toBe(204)
    expect((await list()).apiContacts).toEqual([])
    house.wait(30_000)
    expect((await remove()).problem.code).toBe('not-found')
    expect(await events('api-contact-removed')).toMatchObject([{ contactId: made.id }])
    expect(await rowsOf(house.engine, house.engine.tables.apiPasswords)).toEqual([])
  })
})

describe('programs of another company', () => {
  const acts = ['password', 'addresses', 'remove'] as const
  test('cannot be told from ones that never were, nor people from programs, and no code is burnt', async () => {
    const theirs = await apiContact(house, admin)
    const companyId = await addCompany(house.deps, { name: 'Another', operator: false })
    const other = await mainAccount(house, { companyId })
    const me = (await other.browser.call('GET /api/me')).body as { contact: { id: string } }
    const { code } = { code: other.phone.code(house.now()) }
    for (const act of acts) {
      const body = act === 'addresses' ? { addresses: [], code } : { code }
      const answers: string[] = []
      for (const contactId of [theirs.id, 'con_AAAAAAAAAAAAAAAAAAAAAA', me.contact.id, 'x', '__proto__']) {
        const before = await dump(house.engine)
        const answer = await other.browser.call(`POST /api/api-contacts/:contactId/${act}`, body, { contactId })
        expect(await dump(house.engine)).toBe(before)
        expect(answer.status).toBe(404)
        answers.push(JSON.stringify({ ...answer.problem, requestId: '' }))
      }
      expect(new Set(answers).size).toBe(1)
    }
    expect((await list(other.browser)).apiContacts).toEqual([])
  })

  test('are nothing for members and staff', async () => {
    const made = await apiContact(house, admin)
    for (const role of ['member', 'support'] as const) {
      const browser = house.browser()
      await signIn(browser, await house.person({ role }))
      await turnOn(house, browser)
      expect((await browser.call('GET /api/api-contacts')).problem.code).toBe('admins-only')
      expect((await browser.call('POST /api/api-contacts', { name: 'erp', password })).problem.code).toBe('admins-only')
      for (const act of acts) {
        const answer = await browser.call(`POST /api/api-contacts/:contactId/${act}`, { addresses: [] }, { contactId: made.id })
        expect(answer.problem.code).toBe('admins-only')
      }
    }
  })
})

test('a program is not a person: whatever can be done to people answers not-found for it, and burns no code', async () => {
  const { id: contactId } = await apiContact(house, admin)
  const { code } = fresh()
  const bodies: Partial<Record<EndpointKey, object>> = {
    'POST /api/contacts/:contactId/role': { role: 'admin', code },
    'POST /api/contacts/:contactId/active': { active: false, code },
    'POST /api/contacts/:contactId/end-sessions': { code },
    'POST /api/contacts/:contactId/leave': { code },
    'PATCH /api/contacts/:contactId': { name: 'x' },
    'POST /api/contacts/:contactId/verification/enrolment': { code },
    'POST /api/contacts/:contactId/verification/enrolment/confirm': { enrolmentId: 'fac_1', code },
    'POST /api/contacts/:contactId/verification/require': { required: true, code },
    'POST /api/contacts/:contactId/verification/off': { reason: 'x', setUpAnew: false, code },
  }
  // Being seen is written once a minute.
  await admin.browser.call('GET /api/me')
  const keys = (Object.keys(endpoints) as EndpointKey[]).filter((key) => key.includes('/api/contacts/:contactId'))
  for (const key of keys) {
    const answer = await refused(() => admin.browser.call(key, bodies[key], { contactId }))
    expect(answer.code, key).toBe('not-found')
  }
  const main = await refused(() => admin.browser.call('POST /api/company/main-account', { contactId, code }))
  expect(main.code).toBe('not-found')
})

describe('the reminder before a password expires', () => {
  const day = 86_400_000
  test('goes to the admins 30, 7 and 1 days before, each once, also with two sweepers at once', async () => {
    const made = await apiContact(house, admin)
    const reminders = async () => {
      await Promise.all([sweep(house.deps), sweep(house.deps)])
      return (await queued('api-password-expires')).length
    }
    const until = (days: number) => house.wait(made.expiresAt - days * day - house.now())
    expect(await reminders()).toBe(0)
    for (const [days, count] of [
      [30.1, 0],
      [30, 1],
      [20, 1],
      [7, 2],
      [2, 2],
      [1, 3],
      [0.5, 3],
      [-1, 3],
    ] as const) {
      until(days)
      expect(await reminders(), `${days} days before`).toBe(count)
    }
  })

  test('is not sent for a password that was replaced', async () => {
    const made = await apiContact(house, admin)
    await admin.browser.call('POST /api/api-contacts/:contactId/password', fresh(), { contactId: made.id })
    await sweep(house.deps)
    expect(await queued('api-password-expires')).toEqual([])
  })
})
