import { describe, expect, test } from 'vitest'
import { sweep } from '../domain/sweep.ts'
import { type Colleague, colleague, openCompany, stranger } from '../testing/company.ts'
import type { TestHouse } from '../testing/house.ts'
import { dump, rowsOf } from '../testing/rows.ts'

const newPassword = 'quatre gats i un paraigua'
const hour = 3_600_000
const invitee = { name: 'Jordi Puig', email: 'Jordi@New.example ', phone: '972 00 01 12', language: 'es', role: 'member' }
const invite = (admin: Colleague, facts: object = {}) => admin.browser.call('POST /api/invitations', { ...invitee, ...facts })
const list = async (admin: Colleague) =>
  ((await admin.browser.call('GET /api/invitations')).body as { invitations: { id: string; email: string }[] }).invitations
const tokenOf = (text: string | undefined) => /\/invitation#([\w-]{43})/.exec(text ?? '')?.[1] ?? ''
const mailed = async (house: TestHouse) => tokenOf((await house.mails()).at(-1)?.text)
const accept = (house: TestHouse, token: string, address?: string) =>
  house.browser({}, address).call('POST /api/invitation/accept', { token, newPassword })

describe('an invitation', () => {
  test('is a mail in the language of the invited, says who invites, and makes a member who can then sign in', async () => {
    const { house, boss } = await openCompany()
    const answer = await invite(boss)
    expect(answer.body).toMatchObject({ expiresAt: house.now() + 24 * hour })
    expect(await list(boss)).toMatchObject([{ name: 'Jordi Puig', email: 'jordi@new.example', role: 'member', by: 'Montserrat Soler' }])
    const [mail] = await house.mails()
    expect(mail).toMatchObject({ address: 'jordi@new.example', subject: 'Porta: te han invitado al área de cliente' })
    expect(mail?.text).toContain('Empresa: Ferreteria Soler, SL\nQuién te invita: Montserrat Soler')
    const token = tokenOf(mail?.text)
    expect(await dump(house.engine)).not.toContain(token)

    const guest = house.browser()
    const signIn = () => guest.call('POST /api/sign-in/password', { email: 'jordi@new.example', password: newPassword })
    expect((await signIn()).problem.code).toBe('sign-in-refused')
    expect((await guest.call('POST /api/invitation/check', { token })).body).toEqual({
      name: 'Jordi Puig',
      email: 'jordi@new.example',
      company: 'Ferreteria Soler, SL',
      by: 'Montserrat Soler',
    })
    const accepted = await guest.call('POST /api/invitation/accept', { token, newPassword })
    expect(accepted.status).toBe(204)
    expect(accepted.setCookies).toEqual([])
    expect((await signIn()).body).toEqual({ next: 'home' })
    expect((await guest.call('GET /api/me')).body).toMatchObject({
      contact: { name: 'Jordi Puig', phone: '+34972000112', language: 'es', role: 'member', main: false },
    })
    expect((await guest.call('GET /api/contacts')).problem.code).toBe('admins-only')
    expect(await list(boss)).toEqual([])
    expect((await boss.browser.send('GET', '/api/contacts?search=jordi')).body).toMatchObject({ found: 1 })
  })

  test('works once: again, by fifty at once, or after it was withdrawn or renewed, the link is over', async () => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const token = await mailed(house)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => accept(house, token, `203.0.113.${n}`)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect((await accept(house, token)).problem).toMatchObject({ status: 410, code: 'link-over' })
    expect((await rowsOf(house.engine, house.engine.tables.contacts)).filter(({ login }) => login === 'jordi@new.example')).toHaveLength(1)

    await invite(boss, { email: 'two@new.example' })
    const first = await mailed(house)
    const [{ id = '' } = {}] = await list(boss)
    house.wait(10 * 60_000)
    expect((await boss.browser.call('POST /api/invitations/:invitationId/resend', undefined, { invitationId: id })).status).toBe(200)
    const second = await mailed(house)
    expect((await accept(house, first)).problem.code).toBe('link-over')
    expect((await boss.browser.call('DELETE /api/invitations/:invitationId', undefined, { invitationId: id })).status).toBe(204)
    expect((await accept(house, second)).problem.code).toBe('link-over')
    expect((await boss.browser.call('DELETE /api/invitations/:invitationId', undefined, { invitationId: id })).problem.code).toBe(
      'not-found',
    )
  })

  test('dies after 24 hours, and the address can be invited again', async () => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const token = await mailed(house)
    house.wait(24 * hour)
    expect((await accept(house, token)).problem.code).toBe('link-over')
    const again = await colleague(house, { role: 'admin' })
    expect(await list(again)).toEqual([])
    expect((await invite(again)).status).toBe(200)
    house.wait(24 * hour)
    await sweep(house.deps)
    expect(await rowsOf(house.engine, house.engine.tables.invitations)).toEqual([])
  })

  test.each([
    ['a password that is too short', { newPassword: 'short' }, 'too-short'],
    ['one that is easy to guess', { newPassword: 'aaaaaaaaaaaaaaaaaa' }, expect.stringMatching(/^too-/)],
    ['one made of the own words', { newPassword: 'jordi.puig.new.1' }, 'holds-your-own-words'],
  ])('is not used up by %s', async (_, body, why) => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const token = await mailed(house)
    const answer = await house.browser().call('POST /api/invitation/accept', { token, ...body })
    expect(answer.problem).toMatchObject({ status: 422, fields: { newPassword: why } })
    expect((await accept(house, token)).status).toBe(204)
  })

  test('tokens that are none are answered alike, and only ten a minute from one address are looked at', async () => {
    const { house } = await openCompany()
    const guest = house.browser()
    const answers = []
    for (const token of ['', 'x', 'A'.repeat(43), '__proto__', "' or 1=1 --"])
      answers.push((await guest.call('POST /api/invitation/check', { token })).problem)
    for (const answer of answers) expect({ ...answer, requestId: '' }).toEqual({ ...answers[0], code: 'link-over', requestId: '' })
    for (let n = 0; n < 5; n++) await guest.call('POST /api/invitation/accept', { token: 'x', newPassword })
    expect((await guest.call('POST /api/invitation/check', { token: 'x' })).problem).toMatchObject({ status: 429, code: 'too-many-tries' })
    expect((await house.browser({}, '203.0.113.9').call('POST /api/invitation/check', { token: 'x' })).problem.code).toBe('link-over')
  })
})

describe('who is invited', () => {
  test('an address of the own company, also an invited or a deactivated one, is a contact already', async () => {
    const { house, boss, member } = await openCompany()
    await house.deps.store.commit(house.deps.store.deactivate(member.id))
    expect((await invite(boss, { email: member.email.toUpperCase() })).problem).toMatchObject({ status: 409, code: 'already-a-contact' })
    await invite(boss)
    expect((await invite(boss, { email: ' JORDI@new.example' })).problem.code).toBe('already-a-contact')
    const answers = await Promise.all([1, 2, 3].map(() => invite(boss, { email: 'race@new.example' })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, problem } of answers)
      if (status !== 200) expect(problem.code).toMatch(/^(already-a-contact|too-many-invitations)$/)
  })

  test('an address of another company is answered as any other; its owner is told, and nobody can accept', async () => {
    const { house, boss } = await openCompany()
    const eva = await stranger(house)
    await house.mails()
    const answer = await invite(boss, { email: eva.email })
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body as object)).toEqual(['id', 'expiresAt'])
    expect(await list(boss)).toMatchObject([{ email: eva.email }])
    const mails = await house.mails()
    expect(mails.map(({ address, subject }) => [address, subject])).toEqual([[eva.email, 'Porta: una altra empresa ha volgut convidar-te']])
    expect(mails[0]?.text).not.toContain('#')
    expect(await rowsOf(house.engine, house.engine.tables.mails)).not.toContainEqual(
      expect.objectContaining({ secretSealed: expect.any(String) }),
    )
  })

  test('an address that became somebody’s meanwhile cannot be taken over', async () => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const token = await mailed(house)
    await house.person({ login: 'jordi@new.example', name: 'The first' })
    expect((await accept(house, token)).problem.code).toBe('link-over')
    expect((await house.deps.store.findContactByLogin('jordi@new.example'))?.name).toBe('The first')
  })

  test.each([
    ['no address', { email: 'jordi' }, 'email'],
    ['two addresses', { email: 'a@new.example,b@new.example' }, 'email'],
    ['a header in the address', { email: 'a@new.example\r\nBcc: b@new.example' }, 'email'],
    ['no name', { name: ' ' }, 'name'],
    ['a line break in the name', { name: 'Eva\nx' }, 'name'],
    ['no number', { phone: 'call me' }, 'phone'],
    ['staff', { role: 'support' }, 'role'],
    ['a company', { companyId: 'com_1' }, 'companyId'],
    ['the main account', { main: true }, 'main'],
    ['another language', { language: 'de' }, 'language'],
  ])('%s is refused, and nothing is mailed', async (_, facts, field) => {
    const { house, boss } = await openCompany()
    const before = await dump(house.engine)
    const { problem } = await invite(boss, facts)
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' })
    expect(Object.keys(problem.fields ?? {})).toEqual([field])
    expect(await dump(house.engine)).toBe(before)
  })

  test('one mail in ten minutes to an address, and fifty a day of a company', async () => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const [{ id = '' } = {}] = await list(boss)
    const resend = await boss.browser.call('POST /api/invitations/:invitationId/resend', undefined, { invitationId: id })
    expect(resend.problem).toMatchObject({ status: 429, code: 'too-many-invitations', retryAfterSeconds: 600 })
    for (let n = 1; n < 50; n++) expect((await invite(boss, { email: `n${n}@new.example` })).status).toBe(200)
    expect((await invite(boss, { email: 'more@new.example' })).problem.code).toBe('too-many-invitations')
    expect((await invite(await stranger(house), { email: 'more@new.example' })).status).toBe(200)
  })
})

describe('the meter beside the password of an invitation', () => {
  test('knows whom it is for while the link works, and costs no look at it', async () => {
    const { house, boss } = await openCompany()
    await invite(boss)
    const token = await mailed(house)
    const guest = house.browser()
    const meter = (typed: string, by = token) => guest.call('POST /api/password/strength', { newPassword: typed, token: by })
    for (let n = 0; n < 12; n++) expect((await meter(newPassword)).body).toMatchObject({ refusal: null })
    expect((await meter('jordi puig ferreteria soler')).body).toMatchObject({ refusal: 'holds-your-own-words' })
    expect((await guest.call('POST /api/invitation/accept', { token, newPassword })).status).toBe(204)
    expect((await meter(newPassword)).problem.code).toBe('link-over')
    for (let n = 0; n < 20; n++) await meter(newPassword, 'x'.repeat(43))
    expect((await meter(newPassword, 'x'.repeat(43))).problem.code).toBe('too-many-tries')
  })

  test('is over with an invitation of an admin who is none any more', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Pere', role: 'admin' })
    await invite(other, { role: 'admin', ...other.proof() })
    const token = await mailed(house)
    await boss.browser.call('POST /api/contacts/:contactId/role', { role: 'member', ...boss.proof() }, { contactId: other.id })
    expect((await house.browser().call('POST /api/password/strength', { newPassword, token })).problem.code).toBe('link-over')
  })
})

describe('inviting an admin', () => {
  test('needs a fresh code, and all admins are told when it is accepted', async () => {
    const { house, boss } = await openCompany()
    expect((await invite(boss, { role: 'admin' })).problem.code).toBe('fresh-code-needed')
    expect((await invite(boss, { role: 'admin', code: boss.phone?.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect((await invite(boss, { role: 'admin', ...boss.proof() })).status).toBe(200)
    expect((await accept(house, await mailed(house))).status).toBe(204)
    expect((await house.mails()).map(({ address, subject }) => [address, subject])).toEqual([
      [boss.email, "Porta: l'empresa té un administrador nou"],
    ])
  })

  test('a code that comes while the address has to wait is still good', async () => {
    const { boss } = await openCompany()
    await invite(boss)
    const [{ id = '' } = {}] = await list(boss)
    await boss.browser.call('DELETE /api/invitations/:invitationId', undefined, { invitationId: id })
    const proof = boss.proof()
    const refused = await invite(boss, { role: 'admin', ...proof })
    expect(refused.problem).toMatchObject({ code: 'too-many-invitations', retryAfterSeconds: 570 })
    expect((await invite(boss, { role: 'admin', email: 'two@new.example', ...proof })).status).toBe(200)
  })
})

describe('whoever invited', () => {
  const ends = ['demoted', 'deactivated', 'gone']
  const cases = ends.flatMap((what) => (['member', 'admin'] as const).map((role) => [what, role] as const))

  test.each(cases)('and is %s by then lets nobody in: the link to become a %s is over', async (what, role) => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Pere', role: 'admin' })
    await invite(other, { role, ...other.proof() })
    await invite(boss, { email: 'two@new.example' })
    const token = tokenOf((await house.mails()).find(({ address }) => address === 'jordi@new.example')?.text)
    const on = { contactId: other.id }
    if (what === 'demoted') await boss.browser.call('POST /api/contacts/:contactId/role', { role: 'member', ...boss.proof() }, on)
    if (what === 'deactivated') await boss.browser.call('POST /api/contacts/:contactId/active', { active: false, ...boss.proof() }, on)
    if (what === 'gone') await boss.browser.call('POST /api/contacts/:contactId/leave', boss.proof(), on)
    expect((await house.browser().call('POST /api/invitation/check', { token })).problem.code).toBe('link-over')
    expect((await accept(house, token)).problem.code).toBe('link-over')
    expect(await house.deps.store.findContactByLogin('jordi@new.example')).toBe(undefined)
    // Nobody is left on the list whose link is dead, and the address can be invited again; what others sent still works.
    expect((await list(boss)).map(({ email }) => email)).toEqual(['two@new.example'])
  })

  test.each(['member', 'admin'] as const)('and loses the role while the password is hashed makes no %s', async (role) => {
    const { house } = await openCompany()
    const other = await colleague(house, { name: 'Pere', role: 'admin' })
    await invite(other, { role, ...other.proof() })
    const token = await mailed(house)
    const { hash } = house.deps.passwords
    house.deps.passwords.hash = async (typed) => {
      await house.deps.store.commit(house.deps.store.demote(other.id, 'member'))
      return hash(typed)
    }
    expect((await accept(house, token)).problem.code).toBe('link-over')
    expect(await house.deps.store.findContactByLogin('jordi@new.example')).toBe(undefined)
  })

  test('and the other admins are told who has accepted; nobody else is', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Pere', role: 'admin' })
    await invite(boss)
    expect((await accept(house, await mailed(house))).status).toBe(204)
    const mails = await house.mails()
    expect(mails.map(({ address }) => address).sort()).toEqual([boss.email, other.email].sort())
    for (const { subject, text } of mails) {
      expect(subject).toBe("Porta: s'ha acceptat una invitació")
      expect(text).toContain('Qui: Jordi Puig\nCorreu electrònic: jordi@new.example\nRol: membre\n')
    }
  })
})
