import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addCompany } from '../domain/people.ts'
import { personWithVerification, signIn, turnOn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'
import { apiContact, mainAccount, type SoapClient, soapClient } from '../testing/soap.ts'

let house: TestHouse
let program: SoapClient
beforeEach(async () => {
  house = await openTestHouse()
  program = soapClient(house)
})
const events = async (kind: string) => (await rowsOf(house.engine, house.engine.tables.events)).filter((event) => event.kind === kind)
const halfSignIns = async () =>
  (await rowsOf(house.engine, house.engine.tables.challenges)).filter(({ client }) => client.browser === 'SOAP')

describe('a person without verification', () => {
  test('signs in, sees the own account, makes and lists requests, and signs out', async () => {
    const email = await house.person({ name: 'Núria <Camps> & Fills', phone: '+34972000111' })
    const session = await program.login(email, password)
    const account = await program.call('GetAccount', { session })
    expect(account.status).toBe(200)
    expect(account.values('name')).toEqual(['Núria <Camps> & Fills', 'Ferreteria Soler, SL'])
    expect(account.values('email')).toEqual([email])
    const asked = { subject: 'DNS <for> "soler.example"', service: "domain & 'mail'", text: 'Línia 1\n]]> 🌍\tx' }
    const [id] = (await program.call('CreateRequest', { session, ...asked })).values('id')
    const list = await program.call('ListRequests', { session })
    expect([list.values('id'), list.values('subject'), list.values('service'), list.values('text')]).toEqual([
      [id],
      [asked.subject],
      [asked.service],
      [asked.text],
    ])
    expect(list.values('state')).toEqual(['sent'])
    expect((await rowsOf(house.engine, house.engine.tables.requests))[0]).toMatchObject({ ...asked, assurance: 'password' })
    expect(await events('request-made')).toHaveLength(1)
    expect((await program.call('Logout', { session })).status).toBe(200)
    expect((await program.call('GetAccount', { session })).code).toBe('not-signed-in')
  })

  test('who is a member sees only the own entry; an admin sees the active people of the own company only', async () => {
    const member = await house.person()
    const admin = await house.person({ role: 'admin' })
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, await house.person()))
    const elsewhere = await addCompany(house.deps, { name: 'Another', operator: false })
    await house.person({ companyId: elsewhere, login: 'admin@another.example' })
    const mine = await program.call('ListContacts', { session: await program.login(member, password) })
    expect(mine.values('email')).toEqual([member])
    const all = await program.call('ListContacts', { session: await program.login(admin, password) })
    expect(all.values('email')).toEqual([member, admin])
    expect((await program.call('ListContacts', { session: await program.login(admin, password), page: '2' })).values('email')).toEqual([])
  })

  test('is refused alike with a wrong password, an unknown login, when deactivated, and as staff', async () => {
    const email = await house.person()
    const staff = await house.person({ role: 'support' })
    const known = await program.call('Login', { login: email, password: 'wrong' })
    expect(known.code).toBe('sign-in-refused')
    const bare = (xml: string) => xml.replaceAll(/<requestId>[^<]*<\/requestId>/g, '')
    expect(bare((await program.call('Login', { login: 'nobody@soler.example', password: 'wrong' })).xml)).toBe(bare(known.xml))
    expect(bare((await program.call('Login', { login: staff, password })).xml)).toBe(bare(known.xml))
    expect(bare((await program.call('Login', { login: 'erp-ab12', password: 'wrong' })).xml)).toBe(bare(known.xml))
    await alter(house.engine, house.engine.tables.contacts, { active: false }, undefined)
    expect(bare((await program.call('Login', { login: email, password })).xml)).toBe(bare(known.xml))
  })

  test('shares the tries of the web, however the login is written', async () => {
    const email = await house.person()
    const browser = house.browser({}, '198.51.100.20')
    for (let n = 0; n < 5; n++) await browser.call('POST /api/sign-in/password', { email, password: 'wrong' })
    for (let n = 0; n < 5; n++) await program.call('Login', { login: ` ${email.toUpperCase()} `, password: 'wrong' })
    const last = await program.call('Login', { login: email, password })
    expect(last.code).toBe('too-many-sign-ins')
    expect(Number(last.values('retryAfterSeconds')[0])).toBeGreaterThan(0)
    expect(last.headers.get('retry-after')).toBe(last.values('retryAfterSeconds')[0])
  })

  test('goes on from an address that has called before, whatever strangers try', async () => {
    const email = await house.person()
    await program.login(email, password)
    for (let n = 0; n < 10; n++) await soapClient(house, `203.0.113.${n}`).call('Login', { login: email, password: 'wrong' })
    // The web behind the same address spends what unknown browsers have, not what the program has.
    const browser = house.browser({}, '198.51.100.20')
    for (let n = 0; n < 11; n++) await browser.call('POST /api/sign-in/password', { email, password: 'wrong' })
    await program.login(email, password)
  })

  test('is signed out by a changed password, by deactivation, after 30 minutes without a call, and after 12 hours', async () => {
    const email = await house.person()
    const { contacts } = house.engine.tables
    const idle = await program.login(email, password)
    house.wait(29 * 60_000)
    expect((await program.call('GetAccount', { session: idle })).status).toBe(200)
    house.wait(30 * 60_000)
    expect((await program.call('GetAccount', { session: idle })).code).toBe('not-signed-in')

    const long = await program.login(email, password)
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      house.wait(20 * 60_000)
      expect((await program.call('GetAccount', { session: long })).status).toBe(200)
    }
    house.wait(20 * 60_000)
    expect((await program.call('GetAccount', { session: long })).code).toBe('not-signed-in')

    const before = await program.login(email, password)
    const [row] = await rowsOf(house.engine, contacts)
    const other = house.deps.sealer.seal('password', row?.id ?? '', Buffer.from(await house.deps.passwords.hash('another long password')))
    await alter(house.engine, contacts, { passwordSealed: other }, undefined)
    expect((await program.call('GetAccount', { session: before })).code).toBe('not-signed-in')
    const after = await program.login(email, 'another long password')
    await alter(house.engine, contacts, { active: false }, undefined)
    expect((await program.call('GetAccount', { session: after })).code).toBe('not-signed-in')
  })

  test('who has to switch verification on first is told so, also in the middle of a session', async () => {
    const email = await house.person()
    const session = await program.login(email, password)
    await alter(house.engine, house.engine.tables.contacts, { mustEnrolSince: house.now() }, undefined)
    expect((await program.call('GetAccount', { session })).code).toBe('enrolment-needed')
    expect((await program.call('Login', { login: email, password })).code).toBe('enrolment-needed')
  })
})

describe('a person with verification', () => {
  test('is refused with cause and cure only after the right password, and it counts as a half sign-in', async () => {
    const { email } = await personWithVerification(house)
    expect((await program.call('Login', { login: email, password: 'wrong' })).code).toBe('sign-in-refused')
    expect(await halfSignIns()).toEqual([])
    const refused = await program.call('Login', { login: email, password })
    expect(refused.code).toBe('verification-is-on')
    expect(refused.status).toBe(500)
    expect(refused.values('faultstring')[0]).toContain('Use an API contact')
    for (let n = 0; n < 50; n++) await program.call('Login', { login: email, password })
    expect(await halfSignIns()).toMatchObject([
      { warnAt: house.now(), outcome: 'cancelled', client: { browser: 'SOAP', place: '198.51.100.x' } },
    ])
    house.wait(60_000)
    await program.call('Login', { login: email, password })
    expect(await halfSignIns()).toHaveLength(2)
    expect(await rowsOf(house.engine, house.engine.tables.soapSessions)).toEqual([])
  })

  test('who switches it on between two calls is refused at the second and at each further one, and OFF brings the session not back', async () => {
    const email = await house.person()
    const session = await program.login(email, password)
    expect((await program.call('GetAccount', { session })).status).toBe(200)
    const browser = house.browser()
    await signIn(browser, email)
    const { phone } = await turnOn(house, browser)
    for (const operation of ['GetAccount', 'ListContacts', 'ListRequests', 'Logout']) {
      expect((await program.call(operation, { session })).code).toBe('verification-is-on')
    }
    expect(await events('soap-refused')).toHaveLength(1)
    expect((await browser.call('POST /api/two-factor/off', { code: phone.code(house.now()) })).status).toBe(204)
    expect((await program.call('GetAccount', { session })).code).toBe('not-signed-in')
  })
})

test('a person whose admin switches it on, with all that ends then, is told the cause by the old session', async () => {
  const email = await house.person()
  const session = await program.login(email, password)
  const browser = house.browser()
  await signIn(browser, email)
  await turnOn(house, browser)
  const [row] = await rowsOf(house.engine, house.engine.tables.contacts)
  await house.deps.store.commit(house.deps.store.endSoapSessions(row?.id ?? ''))
  expect((await program.call('GetAccount', { session })).code).toBe('verification-is-on')
})

test('a session is nowhere to be read in the database, and no call sets a cookie or reads one', async () => {
  const email = await house.person()
  const answer = await program.call('Login', { login: email, password })
  const [session = ''] = answer.values('session')
  expect(answer.headers.getSetCookie()).toEqual([])
  const rows = JSON.stringify(await rowsOf(house.engine, house.engine.tables.soapSessions))
  expect(rows).not.toContain(session.split('.')[1])
  expect((await program.send('<x/>', { cookie: '__Host-sid=a; __Host-sid=b' })).code).toBe('not-understood')
})

test('a fault of ours says nothing but the number of the request, and no password or session gets into a log or the database', async () => {
  const made = await apiContact(house, await mainAccount(house))
  const canaries = [made.password, 'canary-password-4711']
  const session = await program.login(made.login, made.password)
  canaries.push(session.split('.')[1] ?? '')
  const tryAll = async () => [
    await program.call('Login', { login: made.login, password: 'canary-password-4711' }),
    await program.call('Login', { login: 'canary-password-4711', password: made.password }),
    await program.call('GetAccount', { session: `${session}x` }),
    await program.call('GetAccount', { session, [`p${made.password}`]: 'x' }),
  ]
  await tryAll()
  const database = await dump(house.engine)
  const mails = JSON.stringify(await house.mails())
  await house.engine.close()
  for (const { code, status, xml, values } of await tryAll()) {
    expect([code, status, values('requestId')[0]]).toEqual(['unexpected', 500, expect.any(String)])
    expect(xml).not.toMatch(/database|SQLITE|at \/|not open/i)
  }
  const logs = house.logged.map(({ facts, message }) => `${message} ${JSON.stringify(facts)} ${(facts['err'] as Error | undefined)?.stack}`)
  expect(logs.length).toBeGreaterThanOrEqual(4)
  for (const canary of canaries)
    for (const text of [database, mails, logs.join('\n')]) expect(canary.length > 15 && text.includes(canary)).toBe(false)
})

test('a forged, cut or longer session is refused', async () => {
  const session = await program.login(await house.person(), password)
  const other = await program.login(await house.person(), password)
  const [id, secret] = session.split('.')
  const forged = [
    '',
    '.',
    id ?? '',
    `${id}.`,
    `${id}.${secret}x`,
    `${id}.${secret}.`,
    `${other.split('.')[0]}.${secret}`,
    'x'.repeat(60_000),
  ]
  for (const session of forged) expect((await program.call('GetAccount', { session })).code, session).toMatch(/not-signed-in|invalid-input/)
})
