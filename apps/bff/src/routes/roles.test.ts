import { describe, expect, test } from 'vitest'
import { type Colleague, colleague, openCompany } from '../testing/company.ts'
import { signIn } from '../testing/flows.ts'
import { password } from '../testing/house.ts'
import { settled } from '../testing/letters.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'
import { soapClient } from '../testing/soap.ts'

describe('roles', () => {
  const role = ({ browser }: Colleague, contactId: string, to: string, proof: object) =>
    browser.call('POST /api/contacts/:contactId/role', { role: to, ...proof }, { contactId })

  test('promoting needs a fresh code, forgets the devices, and tells the one concerned and all other admins', async () => {
    const { house, boss, member } = await openCompany()
    const other = await colleague(house, { name: 'Jordi Puig', role: 'admin' })
    expect((await role(boss, member.id, 'admin', {})).problem.code).toBe('fresh-code-needed')
    expect((await role(boss, member.id, 'admin', { password })).problem.code).toBe('fresh-code-needed')
    expect((await role(boss, member.id, 'admin', boss.proof())).status).toBe(204)
    const mails = await house.mails()
    expect(mails.map(({ address }) => address).sort()).toEqual([boss.email, member.email, other.email].sort())
    expect(mails.find(({ address }) => address === other.email)?.text).toContain('Qui: Aina Ferrer\nQui ho ha fet: Montserrat Soler')
    expect((await member.browser.call('GET /api/contacts')).status).toBe(200)
    expect((await role(boss, member.id, 'admin', {})).status).toBe(204)
    expect(await house.mails()).toEqual([])

    expect((await role(boss, member.id, 'member', boss.proof())).status).toBe(204)
    expect((await member.browser.call('GET /api/contacts')).problem.code).toBe('admins-only')
  })

  test('the main account stays an admin until it is handed over', async () => {
    const { house, boss } = await openCompany()
    const other = await colleague(house, { name: 'Jordi Puig', role: 'admin' })
    const before = await dump(house.engine)
    const on = { contactId: boss.id }
    const answers = [
      await other.browser.call('POST /api/contacts/:contactId/role', { role: 'member', ...other.proof() }, on),
      await other.browser.call('POST /api/contacts/:contactId/active', { active: false, ...other.proof() }, on),
      await other.browser.call('POST /api/contacts/:contactId/leave', other.proof(), on),
      await boss.browser.call('POST /api/contacts/:contactId/role', { role: 'member', code: '000000' }, on),
    ]
    for (const { problem } of answers) expect(problem).toMatchObject({ status: 409, code: 'main-account-stays' })
    expect(await dump(house.engine)).toBe(before)

    const handOver = (contactId: string, proof: object) => boss.browser.call('POST /api/company/main-account', { contactId, ...proof })
    const member = await colleague(house)
    expect((await handOver(member.id, boss.proof())).problem).toMatchObject({ fields: { contactId: 'not-a-choice' } })
    expect((await handOver('con_unknown', {})).problem.code).toBe('not-found')
    expect((await handOver(other.id, boss.proof())).status).toBe(204)
    expect((await house.mails()).map(({ subject }) => subject)).toContain("Porta: el compte principal de l'empresa ha canviat")
    const mains = (await rowsOf(house.engine, house.engine.tables.contacts)).filter(({ main }) => main)
    expect(mains.map(({ id }) => id)).toEqual([other.id])
    expect((await other.browser.call('POST /api/contacts/:contactId/role', { role: 'member', ...other.proof() }, on)).status).toBe(204)
  })

  test('nobody deactivates themselves, leaves by themselves, or manages their own verification here', async () => {
    const { house, boss } = await openCompany()
    const before = await dump(house.engine)
    const on = { contactId: boss.id }
    for (const answer of [
      await boss.browser.call('POST /api/contacts/:contactId/active', { active: false }, on),
      await boss.browser.call('POST /api/contacts/:contactId/leave', {}, on),
      await boss.browser.call('POST /api/contacts/:contactId/end-sessions', {}, on),
      await boss.browser.call('POST /api/contacts/:contactId/verification/enrolment', { code: '000000' }, on),
      await boss.browser.call('POST /api/contacts/:contactId/verification/off', { code: '000000', reason: 'x', setUpAnew: true }, on),
      await boss.browser.call('POST /api/contacts/:contactId/verification/require', { code: '000000', required: true }, on),
    ])
      expect(answer.problem).toMatchObject({ status: 409, code: 'not-yourself' })
    expect(await dump(house.engine)).toBe(before)
  })

  const acts = {
    'demote each other': ['POST /api/contacts/:contactId/role', { role: 'member' }],
    'deactivate each other': ['POST /api/contacts/:contactId/active', { active: false }],
    'remove each other': ['POST /api/contacts/:contactId/leave', {}],
  } as const
  test.each(Object.entries(acts))('two admins who %s at once: exactly one succeeds, and one admin stays', async (_, [key, body]) => {
    for (let round = 0; round < 10; round++) {
      const { house } = await openCompany({ verification: false })
      // A company whose main account is nobody: only the last admin is in the way.
      await alter(house.engine, house.engine.tables.contacts, { main: false, role: 'member' }, undefined)
      const [one, two] = [await colleague(house, { role: 'admin' }), await colleague(house, { role: 'admin' })]
      const answers = await Promise.all([
        one.browser.call(key, { ...body, ...one.proof() }, { contactId: two.id }),
        two.browser.call(key, { ...body, ...two.proof() }, { contactId: one.id }),
      ])
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
      const admins = (await rowsOf(house.engine, house.engine.tables.contacts)).filter(({ role, active }) => role === 'admin' && active)
      expect(admins).toHaveLength(1)
      const last = admins[0]?.id === one.id ? one : two
      const again = await last.browser.call(
        'POST /api/contacts/:contactId/role',
        { role: 'member', ...last.proof() },
        { contactId: last.id },
      )
      expect(again.problem).toMatchObject({ status: 409, code: 'last-admin' })
    }
  })

  test('an admin who was demoted while the request was under way changes nothing more', async () => {
    const { house, boss, member } = await openCompany({ verification: false })
    const other = await colleague(house, { role: 'admin' })
    const answers = await Promise.all([
      boss.browser.call('POST /api/contacts/:contactId/role', { role: 'member', ...boss.proof() }, { contactId: other.id }),
      other.browser.call('POST /api/contacts/:contactId/role', { role: 'admin', ...other.proof() }, { contactId: member.id }),
    ])
    expect(answers[0]?.status).toBe(204)
    const after = (await rowsOf(house.engine, house.engine.tables.contacts)).find(({ id }) => id === member.id)
    expect(after?.role).toBe(answers[1]?.status === 204 ? 'admin' : 'member')
  })
})

describe('deactivating', () => {
  test('ends everything at once; sign-in answers as for nobody; activating brings the account back with what it was', async () => {
    const { house, boss, member } = await openCompany()
    const active = (to: boolean) =>
      boss.browser.call('POST /api/contacts/:contactId/active', { active: to, ...boss.proof() }, { contactId: member.id })
    expect((await active(false)).status).toBe(204)
    expect((await member.browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    const browser = house.browser()
    const known = await browser.call('POST /api/sign-in/password', { email: member.email, password })
    const unknown = await browser.call('POST /api/sign-in/password', { email: 'nobody@soler.example', password })
    expect({ ...known.problem, requestId: '' }).toEqual({ ...unknown.problem, requestId: '' })
    expect((await house.mails()).map(({ address, subject }) => [address, subject])).toEqual([
      [member.email, 'Porta: el teu compte està desactivat'],
    ])
    expect((await active(true)).status).toBe(204)
    expect(await signIn(browser, member.email)).toBe('home')
  })

  test('leaves no way in behind: browsers, devices, challenges, links, keys that are not confirmed, old programs', async () => {
    const { house, boss, member } = await openCompany()
    const { tables } = house.engine
    await soapClient(house).login(member.email, password)
    await house.browser().call('POST /api/password/forgot', { email: member.email })
    await member.browser.call('POST /api/me/email', { email: 'new@soler.example', password })
    await member.browser.call('POST /api/two-factor/enrolment', {})
    await settled()
    const answer = await boss.browser.call(
      'POST /api/contacts/:contactId/active',
      { active: false, ...boss.proof() },
      { contactId: member.id },
    )
    expect(answer.status).toBe(204)
    for (const table of [tables.sessions, tables.browsers, tables.trustedDevices, tables.links, tables.factors])
      expect((await rowsOf(house.engine, table)).filter(({ contactId }) => contactId === member.id)).toEqual([])
    expect((await rowsOf(house.engine, tables.soapSessions)).every(({ expiresAt }) => expiresAt <= house.now())).toBe(true)
  })

  test('ends the sessions of a contact on demand, with a proof, and says how many', async () => {
    const { house, boss, member } = await openCompany()
    const end = (proof: object) => boss.browser.call('POST /api/contacts/:contactId/end-sessions', proof, { contactId: member.id })
    expect((await end({})).problem.code).toBe('fresh-code-needed')
    expect((await member.browser.call('GET /api/me')).status).toBe(200)
    expect((await end(boss.proof())).body).toEqual({ ended: 1 })
    expect((await member.browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect(await house.mails()).toHaveLength(1)
  })
})
