import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Colleague, colleague, openCompany, stranger } from '../testing/company.ts'
import { signIn, turnOn } from '../testing/flows.ts'
import { password } from '../testing/house.ts'
import { newestSecret } from '../testing/letters.ts'
import { phone } from '../testing/phone.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'

const begin = (admin: Colleague, contactId: string, proof: object = admin.proof()) =>
  admin.browser.call('POST /api/contacts/:contactId/verification/enrolment', proof, { contactId })
const confirm = (admin: Colleague, contactId: string, body: object) =>
  admin.browser.call('POST /api/contacts/:contactId/verification/enrolment/confirm', body, { contactId })
const require = (admin: Colleague, contactId: string, required: boolean, proof: object = admin.proof()) =>
  admin.browser.call('POST /api/contacts/:contactId/verification/require', { required, ...proof }, { contactId })
const turnOff = (admin: Colleague, contactId: string, setUpAnew: boolean, proof: object = admin.proof()) =>
  admin.browser.call(
    'POST /api/contacts/:contactId/verification/off',
    { reason: 'The phone\nis lost.', setUpAnew, ...proof },
    { contactId },
  )
const detail = async (admin: Colleague, contactId: string) =>
  (await admin.browser.call('GET /api/contacts/:contactId', undefined, { contactId })).body as Record<string, unknown>

describe('ON here and now', () => {
  test('a code of the contact’s phone switches it on; the key counts as seen, codes are not made, and the contact is asked to renew', async () => {
    const { house, boss, member } = await openCompany()
    const { uri, enrolmentId } = (await begin(boss, member.id)).body as { uri: string; enrolmentId: string }
    expect(uri).toContain(encodeURIComponent(member.email))
    expect(await detail(boss, member.id)).toMatchObject({ verification: 'off' })
    const mine = phone(uri)
    expect((await confirm(boss, member.id, { enrolmentId, code: mine.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect((await confirm(boss, member.id, { enrolmentId, code: mine.code(house.now()) })).body).toEqual({ endedSessions: 1 })

    expect(await detail(boss, member.id)).toMatchObject({
      verification: 'seen',
      seenBy: 'Montserrat Soler',
      recoveryCodesLeft: 0,
      sessions: 0,
    })
    expect((await member.browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    const [mail, ...more] = await house.mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ address: member.email, subject: "Porta: un administrador t'ha activat la verificació" })
    expect(mail?.text).toContain('Qui ho ha fet: Montserrat Soler')

    house.wait(30_000)
    expect(await signIn(member.browser, member.email)).toBe('code')
    expect((await member.browser.call('POST /api/sign-in/code', { code: mine.code(house.now()) })).status).toBe(200)
    const state = (await member.browser.call('GET /api/two-factor')).body
    expect(state).toMatchObject({ state: 'on', seenBy: 'Montserrat Soler', exposures: [{ kind: 'enrolled', by: 'Montserrat Soler' }] })

    house.wait(30_000)
    expect((await member.browser.call('POST /api/two-factor/off', { code: mine.code(house.now()) })).status).toBe(204)
    await turnOn(house, member.browser)
    expect((await member.browser.call('GET /api/two-factor')).body).toMatchObject({ seenBy: null, recoveryCodesLeft: 10 })
    expect(await detail(boss, member.id)).toMatchObject({ verification: 'on', seenBy: null })
  })

  test('the secret is in no event, no mail and no list', async () => {
    const { house, boss, member } = await openCompany()
    const { uri } = (await begin(boss, member.id)).body as { uri: string }
    const { base32 } = phone(uri)
    expect(await dump(house.engine)).not.toContain(base32)
    expect(JSON.stringify((await boss.browser.call('GET /api/company/activity')).body)).not.toContain(base32)
  })

  test('a key of the contact’s own wizard cannot be confirmed by an admin, and a dead one by nobody', async () => {
    const { house, boss, member } = await openCompany()
    const own = (await member.browser.call('POST /api/two-factor/enrolment', {})).body as { uri: string; enrolmentId: string }
    const code = phone(own.uri).code(house.now())
    expect((await confirm(boss, member.id, { enrolmentId: own.enrolmentId, code })).problem.code).toBe('enrolment-over')
    const { uri, enrolmentId } = (await begin(boss, member.id)).body as { uri: string; enrolmentId: string }
    house.wait(10 * 60_000)
    expect((await confirm(boss, member.id, { enrolmentId, code: phone(uri).code(house.now()) })).problem.code).toBe('enrolment-over')
  })

  test('twice at once switches on once', async () => {
    const { house, boss, member } = await openCompany()
    const { uri, enrolmentId } = (await begin(boss, member.id)).body as { uri: string; enrolmentId: string }
    const code = phone(uri).code(house.now())
    const answers = await Promise.all([0, 1, 2].map(() => confirm(boss, member.id, { enrolmentId, code })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

describe('ON at the next sign-in', () => {
  test('the contact meets the wizard before anything else; the enrolment ends it', async () => {
    const { house, boss, member } = await openCompany()
    expect((await require(boss, member.id, true)).status).toBe(204)
    expect(await detail(boss, member.id)).toMatchObject({ verification: 'required' })
    expect((await house.mails()).map(({ subject }) => subject)).toEqual(['Porta: cal que activis la verificació'])
    expect(await signIn(member.browser, member.email)).toBe('enrol')
    expect((await member.browser.call('GET /api/me')).body).toMatchObject({ mustEnrol: true })
    expect((await member.browser.call('GET /api/sessions')).problem.code).toBe('enrolment-needed')
    await turnOn(house, member.browser)
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
    const row = (await rowsOf(house.engine, house.engine.tables.contacts)).find(({ id }) => id === member.id)
    expect(row?.mustEnrolSince).toBe(null)
  })

  test('it can be taken back, and the contact is told', async () => {
    const { house, boss, member } = await openCompany()
    await require(boss, member.id, true)
    await house.mails()
    expect((await require(boss, member.id, false)).status).toBe(204)
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
    expect(await house.mails()).toMatchObject([
      {
        address: member.email,
        subject: 'Porta: ja no cal que activis la verificació',
        text: expect.stringContaining('Qui ho ha fet: Montserrat Soler'),
      },
    ])
    expect((await require(boss, member.id, false)).status).toBe(204)
    expect(await house.mails()).toEqual([])
  })
})

describe('OFF and reset', () => {
  test('need a reason and the admin’s own code; the contact is mailed, signed out, and devices are forgotten', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Jordi Puig', verification: true })
    await house.mails()
    await boss.browser.call('GET /api/me')
    const before = await dump(house.engine)
    const url = { contactId: other.id }
    const without = await boss.browser.call('POST /api/contacts/:contactId/verification/off', { code: '000000', setUpAnew: false }, url)
    expect(without.problem).toMatchObject({ fields: { reason: 'required' } })
    const blank = { reason: ' \n ', code: '000000', setUpAnew: false }
    expect((await boss.browser.call('POST /api/contacts/:contactId/verification/off', blank, url)).problem.fields).toEqual({
      reason: 'required',
    })
    const theirs = { code: other.phone?.code(house.now()) ?? '' }
    expect(await dump(house.engine)).toBe(before)
    expect((await turnOff(boss, other.id, false, theirs)).problem.code).toBe('code-wrong')

    expect((await turnOff(boss, other.id, false)).status).toBe(204)
    expect((await other.browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect(await detail(boss, other.id)).toMatchObject({ verification: 'off', verificationSince: null, recoveryCodesLeft: null })
    const [mail] = await house.mails()
    expect(mail?.text).toContain('Motiu: The phone is lost.\n')
    expect(mail?.subject).toBe("Porta: un administrador t'ha desactivat la verificació")
    expect(await signIn(other.browser, other.email)).toBe('home')
    expect((await other.browser.call('GET /api/company/board')).problem.code).toBe('admins-only')
    const { events } = (await boss.browser.send('GET', `/api/company/activity?contactId=${other.id}&topic=verification`)).body as {
      events: object[]
    }
    expect(events[0]).toMatchObject({
      kind: 'verification-off',
      by: 'Montserrat Soler',
      details: { by: 'admin', reason: 'The phone\nis lost.' },
    })
  })

  test('after a reset the contact has to set it up anew before anything else, and old recovery codes are dead', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Jordi Puig', verification: true })
    await turnOff(boss, other.id, true)
    expect(await detail(boss, other.id)).toMatchObject({ verification: 'required' })
    expect(await signIn(other.browser, other.email)).toBe('enrol')
    await turnOn(house, other.browser)
    await signIn(other.browser, other.email)
    const [recoveryCode] = other.recoveryCodes
    expect((await other.browser.call('POST /api/sign-in/recovery-code', { recoveryCode })).problem.code).toBe('recovery-code-wrong')
  })

  test('of an admin are mailed to all other admins', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Jordi Puig', role: 'admin', verification: true })
    const third = await colleague(house, { name: 'Eva Roca', role: 'admin' })
    await house.mails()
    expect((await turnOff(boss, other.id, false)).status).toBe(204)
    expect((await house.mails()).map(({ address, subject }) => [address, subject])).toEqual([
      [other.email, "Porta: un administrador t'ha desactivat la verificació"],
      ...[boss.email, third.email].map((address) => [address, "Porta: s'ha desactivat la verificació d'un administrador"]),
    ])
  })

  test('two admins at once: one does it', async () => {
    const { house, boss } = await openCompany()
    const second = await colleague(house, { role: 'admin', verification: true })
    const other = await colleague(house, { verification: true })
    const proofs = [boss.proof(), second.proof()]
    const answers = await Promise.all([turnOff(boss, other.id, false, proofs[0]), turnOff(second, other.id, true, proofs[1])])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('staff cannot switch theirs off', async () => {
    const { house } = await openCompany()
    const staff = await colleague(house, { role: 'support', verification: true })
    expect((await staff.browser.call('POST /api/two-factor/off', staff.proof())).problem.code).toBe('own-verification-needed')
  })
})

describe('who may', () => {
  const acts = (admin: Colleague, contactId: string, house: { now: () => number }) => ({
    begin: () => begin(admin, contactId, { code: '123456' }),
    confirm: () => confirm(admin, contactId, { enrolmentId: 'fac_1', code: '123456' }),
    require: () => require(admin, contactId, true, { code: '123456' }),
    off: () => turnOff(admin, contactId, true, { code: '123456' }),
    rule: () => admin.browser.call('POST /api/company/rule', { from: house.now(), code: '123456' }),
  })

  test('an admin without verification of their own manages nobody’s, and learns so before anything is taken', async () => {
    const { house, boss, member } = await openCompany({ verification: false })
    const before = await dump(house.engine)
    for (const act of Object.values(acts(boss, member.id, house)))
      expect((await act()).problem).toMatchObject({ status: 403, code: 'own-verification-needed' })
    expect(await dump(house.engine)).toBe(before)
  })

  test('what is so already is said before the code is looked at', async () => {
    const { house, boss, member } = await openCompany()
    const other = await colleague(house, { verification: true })
    await boss.browser.call('GET /api/me')
    const before = await dump(house.engine)
    expect((await begin(boss, other.id, { code: '123456' })).problem.code).toBe('verification-already-on')
    expect((await require(boss, other.id, true, { code: '123456' })).problem.code).toBe('verification-already-on')
    expect((await turnOff(boss, member.id, true, { code: '123456' })).problem.code).toBe('verification-already-off')
    expect(await dump(house.engine)).toBe(before)
  })

  test('an admin of another company finds nobody, and an own code does not help', async () => {
    const { house, member } = await openCompany()
    const eva = await stranger(house)
    const proof = eva.proof()
    await eva.browser.call('GET /api/me')
    const before = await dump(house.engine)
    const answers = []
    for (const id of [member.id, 'con_unknown'])
      for (const answer of [await begin(eva, id, proof), await require(eva, id, true, proof), await turnOff(eva, id, true, proof)])
        answers.push({ ...answer.problem, requestId: '' })
    for (const answer of answers) expect(answer).toEqual({ ...answers[0], status: 404, code: 'not-found' })
    expect(await dump(house.engine)).toBe(before)
    expect((await eva.browser.call('POST /api/contacts/:contactId/end-sessions', proof, { contactId: member.id })).problem.code).toBe(
      'not-found',
    )
  })

  test('an admin who is demoted between the code and the commit changes nothing', async () => {
    const { house, boss } = await openCompany()
    const second = await colleague(house, { role: 'admin', verification: true })
    const other = await colleague(house, { verification: true })
    const { contacts } = house.engine.tables
    const commit = house.deps.store.commit
    house.deps.store.commit = async (...writes) => {
      house.deps.store.commit = commit
      await alter(house.engine, contacts, { role: 'member' }, eq(contacts.id, second.id))
      return commit(...writes)
    }
    expect((await turnOff(second, other.id, false)).problem.code).toBe('admins-only')
    expect(await detail(boss, other.id)).toMatchObject({ verification: 'on' })
  })
})

test('a remembered device of the contact is worth nothing after a reset', async () => {
  const { house, boss } = await openCompany()
  const other = await colleague(house, { verification: true })
  await other.browser.call('POST /api/sign-out', {})
  await signIn(other.browser, other.email)
  await other.browser.call('POST /api/sign-in/code', { ...other.proof(), rememberDevice: true })
  expect(await detail(boss, other.id)).toMatchObject({ trustedDevices: 1 })
  await turnOff(boss, other.id, true)
  expect(await detail(boss, other.id)).toMatchObject({ trustedDevices: 0, sessions: 0 })
  expect((await house.browser().call('POST /api/sign-in/password', { email: other.email, password })).body).toEqual({ next: 'enrol' })
})

test.each(['on', 'off'])('a mailed password reset is worth nothing after an admin has switched it %s', async (what) => {
  const { house, boss } = await openCompany()
  const other = await colleague(house, { name: 'Jordi Puig', verification: what === 'off' })
  await house.browser().call('POST /api/password/forgot', { email: other.email })
  const token = await newestSecret(house, 'password-reset')
  if (what === 'off') expect((await turnOff(boss, other.id, false)).status).toBe(204)
  else {
    const { uri, enrolmentId } = (await begin(boss, other.id)).body as { uri: string; enrolmentId: string }
    expect((await confirm(boss, other.id, { enrolmentId, code: phone(uri).code(house.now()) })).status).toBe(200)
  }
  const reset = await house.browser().call('POST /api/password/reset', { token, newPassword: 'quatre gats i un paraigua' })
  expect(reset.problem.code).toBe('link-over')
})
