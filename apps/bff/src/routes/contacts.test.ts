import { describe, expect, test } from 'vitest'
import { colleague, openCompany, stranger } from '../testing/company.ts'
import { phone } from '../testing/phone.ts'
import { dump, rowsOf } from '../testing/rows.ts'

type Listed = {
  contacts: { id: string; name: string; email: string; verification: string }[]
  found: number
  people: number
  pages: number
}
const names = (answer: { body: unknown }) => (answer.body as Listed).contacts.map(({ name }) => name)

describe('the list of contacts', () => {
  test('finds by words of name, address and phone, without accents and in any case, and only in the own company', async () => {
    const { house, boss } = await openCompany()
    await stranger(house)
    await house.person({ name: 'Núria  Àngels Öztürk', phone: '+34972000199', login: 'nuria@soler.example' })
    await house.person({ kind: 'api', name: 'erp', login: 'erp-1a2b' })
    const search = async (text: string) => names(await boss.browser.send('GET', `/api/contacts?search=${encodeURIComponent(text)}`))

    expect(await search('NURIA angels')).toEqual(['Núria  Àngels Öztürk'])
    expect(await search('ozturk nuria@')).toEqual(['Núria  Àngels Öztürk'])
    expect(await search('0199')).toEqual(['Núria  Àngels Öztürk'])
    expect(await search('nuria nobody')).toEqual([])
    expect(await search('')).toEqual(['Aina Ferrer', 'Montserrat Soler', 'Núria  Àngels Öztürk'])
    expect(await search('eva')).toEqual([])
    expect(await search('erp')).toEqual([])
  })

  test.each(['%', '_', '\\', "' or 1=1 --", '%\\', '"; drop table contacts', '\\%', 'a%i', '__na'])(
    'looks for %j as it is written',
    async (text) => {
      const { boss } = await openCompany()
      const answer = await boss.browser.send('GET', `/api/contacts?search=${encodeURIComponent(text)}`)
      expect(answer.status).toBe(200)
      expect(names(answer)).toEqual([])
    },
  )

  test('finds a percent sign in a name by a percent sign', async () => {
    const { house, boss } = await openCompany()
    await house.person({ name: '100 % Eva_' })
    for (const text of ['%', '_', '100%25%20%25'])
      expect(names(await boss.browser.send('GET', `/api/contacts?search=${text === '%' ? '%25' : text}`))).toEqual(
        text.startsWith('100') ? [] : ['100 % Eva_'],
      )
  })

  test.each([
    'sort=role',
    'sort=name;drop',
    'order=desc',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=x',
    'page=100001',
    'limit=9',
    'verification=seen',
  ])('refuses ?%s', async (query) => {
    const { boss } = await openCompany()
    expect((await boss.browser.send('GET', `/api/contacts?${query}`)).problem).toMatchObject({ status: 422, code: 'invalid-input' })
  })

  test('sorts both ways, shows fifty a page, and counts what it finds', async () => {
    const { house, boss, member } = await openCompany()
    for (let n = 0; n < 60; n++) await house.person({ name: `Zoe ${String(n).padStart(2, '0')}`, login: `z${99 - n}@soler.example` })
    const first = (await boss.browser.send('GET', '/api/contacts')).body as Listed
    expect(first).toMatchObject({ found: 62, people: 62, withVerification: 1, pages: 2 })
    expect(first.contacts).toHaveLength(50)
    expect(first.contacts[0]?.name).toBe('Aina Ferrer')
    expect(names(await boss.browser.send('GET', '/api/contacts?page=2'))).toHaveLength(12)
    expect(names(await boss.browser.send('GET', '/api/contacts?page=3'))).toEqual([])
    expect(names(await boss.browser.send('GET', '/api/contacts?order=down'))[0]).toBe('Zoe 59')
    expect(names(await boss.browser.send('GET', '/api/contacts?sort=email&search=zoe'))[0]).toBe('Zoe 59')
    const seen = (await boss.browser.send('GET', '/api/contacts?sort=last-sign-in&order=down')).body as Listed
    expect(seen.contacts[0]?.id).toBe(member.id)
    const on = (await boss.browser.send('GET', '/api/contacts?verification=on')).body as Listed
    expect(on.contacts).toMatchObject([{ name: 'Montserrat Soler', verification: 'on' }])
    expect(on.found).toBe(1)
  })
})

describe('changing a contact', () => {
  test('changes name, phone and language, mails the contact in the new language, and writes who did it', async () => {
    const { house, boss, member } = await openCompany()
    const answer = await boss.browser.call(
      'PATCH /api/contacts/:contactId',
      { name: '  Aina   Ferrer i Puig ', phone: '972 00 01 99', language: 'en', ...boss.proof() },
      { contactId: member.id },
    )
    expect(answer.body).toMatchObject({ name: 'Aina Ferrer i Puig', phone: '+34972000199', language: 'en' })
    const [mail, ...more] = await house.mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ address: member.email, subject: 'Porta: an admin has changed your details' })
    expect(mail?.text).toContain('What changed: name, phone, language\nDone by: Montserrat Soler')
    const events = (await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind === 'contact-changed')
    expect(events).toMatchObject([{ contactId: member.id, actorId: boss.id, actorName: 'Montserrat Soler' }])
    expect(names(await boss.browser.send('GET', '/api/contacts?search=puig'))).toEqual(['Aina Ferrer i Puig'])
  })

  test('refuses what is no name or no number, and changes nothing; the same values again are no change', async () => {
    const { house, boss, member } = await openCompany()
    const before = await dump(house.engine)
    for (const [body, field] of [
      [{ phone: 'call me' }, 'phone'],
      [{ name: ' ' }, 'name'],
      [{ name: 'Eva\nBcc: x' }, 'name'],
      [{ name: 'a\u202eb' }, 'name'],
      [{ language: 'de' }, 'language'],
      [{ role: 'admin' }, 'role'],
      [{ email: 'x@y.example' }, 'email'],
      [{ main: true }, 'main'],
    ] as const) {
      const { problem } = await boss.browser.call('PATCH /api/contacts/:contactId', body, { contactId: member.id })
      expect(problem).toMatchObject({ status: 422, code: 'invalid-input' })
      expect(Object.keys(problem.fields ?? {})).toEqual([field])
    }
    expect((await boss.browser.call('PATCH /api/contacts/:contactId', { name: 'Aina Ferrer' }, { contactId: member.id })).status).toBe(200)
    expect(await dump(house.engine)).toBe(before)
  })

  test('leaves alone what the contact changes at the same moment', async () => {
    const { house, boss, member } = await openCompany()
    const { store } = house.deps
    const { commit } = store
    store.commit = async (...writes) => {
      store.commit = commit
      await commit(store.setPhone(member.id, '+34972000777'), store.changeLanguage(member.id, 'cs'))
      return commit(...writes)
    }
    const answer = await boss.browser.call('PATCH /api/contacts/:contactId', { name: 'Aina Roca' }, { contactId: member.id })
    expect(answer.status).toBe(200)
    expect(await store.findContact(member.id)).toMatchObject({
      name: 'Aina Roca',
      sortName: 'aina roca',
      phone: '+34972000777',
      language: 'cs',
    })
  })

  test('the phone number of another needs a fresh proof, because orders by phone count by it', async () => {
    const { house, boss, member } = await openCompany()
    const change = (body: object) => boss.browser.call('PATCH /api/contacts/:contactId', body, { contactId: member.id })
    const before = (await house.deps.store.findContact(member.id))?.phone
    expect((await change({ phone: '972000188' })).problem).toMatchObject({ status: 403, code: 'fresh-code-needed' })
    expect((await change({ phone: '972000188', code: '000000' })).problem.code).toBe('code-wrong')
    expect((await house.deps.store.findContact(member.id))?.phone).toBe(before)
    expect((await change({ phone: '972000188', ...boss.proof() })).status).toBe(200)
    expect((await house.deps.store.findContact(member.id))?.phone).toBe('+34972000188')
  })

  test('the own phone number is not changed here, without a proof', async () => {
    const { boss } = await openCompany()
    const change = (body: object) => boss.browser.call('PATCH /api/contacts/:contactId', body, { contactId: boss.id })
    expect((await change({ phone: '972000188' })).problem).toMatchObject({ status: 409, code: 'not-yourself' })
    expect((await change({ language: 'en' })).status).toBe(200)
  })
})

describe('a leaver', () => {
  test('loses sessions, key, codes, phone and login in one commit; a report and the history stay, and the address is free', async () => {
    const { house, boss } = await openCompany()
    const leaver = await colleague(house, { name: 'Jordi Puig', role: 'admin', phone: '+34972000112', verification: true })
    const { id: contactId } = leaver
    const request = { subject: 's', service: 's', text: 't' }
    expect((await leaver.browser.call('POST /api/requests', { ...request, ...leaver.proof() })).status).toBe(200)
    await house.mails()
    const answer = await boss.browser.call('POST /api/contacts/:contactId/leave', boss.proof(), { contactId })
    expect(answer.status).toBe(200)
    const { leavers } = (await boss.browser.call('GET /api/leavers')).body as { leavers: object[] }
    expect(leavers).toEqual([
      {
        id: (answer.body as { reportId: string }).reportId,
        name: 'Jordi Puig',
        email: leaver.email,
        at: house.now(),
        by: 'Montserrat Soler',
        endedSessions: 1,
        forgottenDevices: 0,
        hadVerification: true,
        withdrawnRequests: 1,
        hadPhone: true,
        apiContacts: [],
        keysSeen: [],
      },
    ])
    expect((await leaver.browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect((await boss.browser.call('GET /api/contacts/:contactId', undefined, { contactId })).problem.code).toBe('not-found')
    const { tables } = house.engine
    const row = (await rowsOf(house.engine, tables.contacts)).find(({ id }) => id === contactId)
    expect(row).toMatchObject({
      active: false,
      role: 'member',
      phone: '',
      passwordSealed: null,
      factorId: null,
      login: `left:${contactId}`,
    })
    expect((await rowsOf(house.engine, tables.recoveryCodes)).filter((each) => each.contactId === contactId)).toEqual([])
    expect((await rowsOf(house.engine, tables.factors)).find((each) => each.contactId === contactId)?.retiredAt).toBe(house.now())
    expect(await rowsOf(house.engine, tables.requests)).toMatchObject([{ state: 'withdrawn' }])
    expect((await house.mails()).map(({ address }) => address)).toEqual([leaver.email, boss.email])
    const { events } = (await boss.browser.send('GET', `/api/company/activity?contactId=${contactId}`)).body as { events: object[] }
    expect(events[0]).toMatchObject({ kind: 'contact-left', contact: { name: 'Jordi Puig' }, by: 'Montserrat Soler' })
    await house.person({ login: leaver.email })
  })

  test('the report names the keys this admin has seen and that are still in use', async () => {
    const { house, boss, member } = await openCompany()
    const leaver = await colleague(house, { name: 'Jordi Puig', role: 'admin', verification: true })
    const on = { contactId: member.id }
    const started = await leaver.browser.call('POST /api/contacts/:contactId/verification/enrolment', leaver.proof(), on)
    const { uri, enrolmentId } = started.body as { uri: string; enrolmentId: string }
    const code = phone(uri).code(house.now())
    await leaver.browser.call('POST /api/contacts/:contactId/verification/enrolment/confirm', { enrolmentId, code }, on)
    await boss.browser.call('POST /api/contacts/:contactId/leave', boss.proof(), { contactId: leaver.id })
    const { leavers } = (await boss.browser.call('GET /api/leavers')).body as { leavers: { keysSeen: string[] }[] }
    expect(leavers[0]?.keysSeen).toEqual(['Aina Ferrer'])
  })
})

describe('whoever is refused has not spent the proof', () => {
  test('a code that came with a refused act is still good', async () => {
    const { house, boss, member } = await openCompany()
    const { code = '' } = boss.proof()
    const on = { contactId: member.id }
    for (const answer of [
      await boss.browser.call('POST /api/contacts/:contactId/leave', { code }, { contactId: 'con_unknown' }),
      await boss.browser.call('POST /api/contacts/:contactId/leave', { code }, { contactId: boss.id }),
      await boss.browser.call('POST /api/contacts/:contactId/verification/off', { code, reason: 'Lost.', setUpAnew: false }, on),
      await boss.browser.call('POST /api/contacts/:contactId/verification/off', { code, reason: ' ', setUpAnew: false }, on),
      await boss.browser.call('POST /api/company/rule', { code, from: house.now() - 2 * 86_400_000 }),
      await boss.browser.call('POST /api/company/main-account', { code, contactId: member.id }),
    ])
      expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((await boss.browser.call('POST /api/contacts/:contactId/end-sessions', { code }, on)).status).toBe(200)
    expect((await boss.browser.call('POST /api/contacts/:contactId/end-sessions', { code }, on)).problem.code).toBe('code-used')
  })
})
