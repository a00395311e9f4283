import { eventTopics } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import { csvCell } from '../domain/board-csv.ts'
import { remindOfRules } from '../domain/company-rule.ts'
import { sweep } from '../domain/sweep.ts'
import { type Colleague, colleague, openCompany, stranger } from '../testing/company.ts'
import { signIn, turnOn } from '../testing/flows.ts'
import { dump } from '../testing/rows.ts'

const day = 86_400_000
const rule = (admin: Colleague, from: number | null, proof: object = admin.proof()) =>
  admin.browser.call('POST /api/company/rule', { from, ...proof })
const board = async (admin: Colleague) => (await admin.browser.call('GET /api/company/board')).body as Record<string, unknown>

describe('the company rule', () => {
  test('binds from its date on: whoever is without verification meets the wizard, also in an open session', async () => {
    const { house, boss, member } = await openCompany()
    const from = house.now() + 20 * 60_000
    expect((await rule(boss, from)).status).toBe(204)
    expect((await house.mails()).map(({ address, subject }) => [address, subject])).toEqual([
      [member.email, 'Porta: la teva empresa demanarà la verificació a tothom'],
    ])
    expect(await board(boss)).toMatchObject({ ruleFrom: from, required: 0, off: 1 })
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
    house.wait(20 * 60_000)
    expect((await member.browser.call('GET /api/sessions')).problem.code).toBe('enrolment-needed')
    expect(await board(boss)).toMatchObject({ required: 1 })
    expect((await boss.browser.send('GET', '/api/contacts?search=aina')).body).toMatchObject({ contacts: [{ verification: 'required' }] })
    await signIn(member.browser, member.email)
    const { phone } = await turnOn(house, member.browser)
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
    // OFF stays possible, as the way to a new key; the wizard comes before anything else then.
    expect((await member.browser.call('POST /api/two-factor/off', { code: phone.code(house.now()) })).status).toBe(204)
    expect((await member.browser.call('GET /api/sessions')).problem.code).toBe('enrolment-needed')
  })

  test('is set for today or later, at most a year ahead, by an admin with a fresh code, and lifted the same way', async () => {
    const { house, boss, member } = await openCompany()
    const before = await dump(house.engine)
    for (const from of [house.now() - 2 * day, house.now() + 367 * day, 0, -1])
      expect((await rule(boss, from, { code: '000000' })).problem).toMatchObject({ status: 422, fields: { from: 'not-a-choice' } })
    expect((await rule(boss, 9e15, { code: '000000' })).problem.fields).toEqual({ from: 'not-a-choice' })
    expect((await rule(boss, null, { code: '000000' })).status).toBe(204)
    expect(await dump(house.engine)).toBe(before)
    expect((await rule(boss, house.now(), {})).problem.fields).toEqual({ code: 'required' })
    expect((await rule(boss, house.now())).status).toBe(204)
    expect((await rule(boss, null)).status).toBe(204)
    expect((await house.mails()).filter(({ address }) => address === member.email)).toHaveLength(2)
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
  })

  test('reminds a week and a day before, each once, however many sweepers run, and only whoever has not switched on', async () => {
    const { house, boss, member } = await openCompany()
    const inactive = await colleague(house, { name: 'Jordi Puig' })
    await boss.browser.call('POST /api/contacts/:contactId/active', { active: false, ...boss.proof() }, { contactId: inactive.id })
    const from = house.now() + 10 * day
    await rule(boss, from)
    await house.mails()
    const reminders = async () => {
      await Promise.all([remindOfRules(house.deps), sweep(house.deps), remindOfRules(house.deps)])
      await sweep(house.deps)
      return (await house.mails()).map(({ address, subject }) => [address, subject])
    }
    expect(await reminders()).toEqual([])
    house.wait(3 * day + 1000)
    expect(await reminders()).toEqual([[member.email, "Porta: recorda't d'activar la verificació"]])
    house.wait(5 * day)
    expect(await reminders()).toEqual([])
    house.wait(day)
    expect(await reminders()).toEqual([[member.email, "Porta: recorda't d'activar la verificació"]])
    house.wait(day)
    expect(await reminders()).toEqual([])
  })

  test('set within a week of its date it sends only the reminder that is still to come', async () => {
    const { house, boss } = await openCompany()
    await rule(boss, house.now() + 3 * day)
    await house.mails()
    await sweep(house.deps)
    expect(await house.mails()).toEqual([])
    house.wait(2 * day + 1000)
    await sweep(house.deps)
    expect(await house.mails()).toHaveLength(1)
  })

  test('of another company says nothing about this one', async () => {
    const { house, member } = await openCompany()
    const eva = await stranger(house)
    await house.mails()
    await rule(eva, house.now())
    expect((await member.browser.call('GET /api/sessions')).status).toBe(200)
    expect(await house.mails()).toEqual([])
  })
})

describe('the board', () => {
  test('counts who has it, and says what the way back would be', async () => {
    const { house, boss, member } = await openCompany()
    await stranger(house)
    expect(await board(boss)).toEqual({
      people: 2,
      on: 1,
      off: 1,
      required: 0,
      adminsOn: 1,
      ruleFrom: null,
      ownVerification: true,
      byWayBack: { 'recovery-codes': 1, 'another-admin': 0, 'certified-form': 0 },
      stuck: [],
    })
    const { deps } = house
    await deps.store.commit(deps.store.removeRecoveryCodes(boss.id))
    expect(await board(boss)).toMatchObject({
      byWayBack: { 'recovery-codes': 0, 'another-admin': 0, 'certified-form': 1 },
      stuck: [{ id: boss.id, name: 'Montserrat Soler', email: boss.email, recoveryCodesLeft: 0 }],
    })
    const second = await colleague(house, { role: 'admin', verification: true })
    expect(await board(boss)).toMatchObject({
      adminsOn: 2,
      byWayBack: { 'recovery-codes': 1, 'another-admin': 1, 'certified-form': 0 },
      stuck: [],
    })
    await turnOn(house, member.browser)
    await deps.store.commit(deps.store.removeRecoveryCodes(member.id), deps.store.deactivate(second.id))
    expect(await board(boss)).toMatchObject({
      people: 2,
      on: 2,
      byWayBack: { 'recovery-codes': 0, 'another-admin': 1, 'certified-form': 1 },
      stuck: [{ id: boss.id }],
    })
  })
})

describe('the board as a file', () => {
  const download = async (admin: Colleague, house: Awaited<ReturnType<typeof openCompany>>['house']) => {
    const cookie = [...admin.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await house.app.request('/api/company/board.csv', { headers: { cookie } })
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('is RFC 4180 in UTF-8 with a byte order mark, an attachment that no browser shows or keeps', async () => {
    const { house, boss } = await openCompany()
    await stranger(house)
    await house.person({ name: 'Eva "la gran", S.L.', language: 'ca', phone: '+34972000114' })
    const { answer, bytes } = await download(boss, house)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="verification.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString().slice(1).split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^"Nom","Correu electrònic",/)
    expect(lines[2]).toMatch(/^"Eva ""la gran"", S.L.","person4@soler.example","'\+34972000114","membre","sí","desactivada","","","",""$/)
    expect(lines[4]).toBe('')
    expect(bytes.toString()).not.toContain('Else')
  })

  test.each(['=1+1', '+cmd|/C calc!A0', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("https://evil.example";"x")'])(
    'a name such as %j is no formula',
    async (name) => {
      expect(csvCell(name)).toBe(`"'${name.replaceAll('"', '""')}"`)
      const { house, boss } = await openCompany()
      await house.person({ name })
      const { bytes } = await download(boss, house)
      expect(bytes.toString()).toContain(`"'${name.replaceAll('"', '""')}"`)
    },
  )

  test('a name is no formula either where a spreadsheet parts cells at semicolons', () => {
    expect(csvCell('x;=1+1')).toBe(`"x;'=1+1"`)
    expect(csvCell('x"; @SUM(A1),-2')).toBe(`"x"";' @SUM(A1),'-2"`)
    expect(csvCell('Puig, Eva; Sant-Joan')).toBe('"Puig, Eva; Sant-Joan"')
  })

  test('holds everybody, also beyond the first thousand', async () => {
    const { house, boss } = await openCompany()
    const [contact] = [await house.deps.store.findContact(boss.id)]
    if (!contact) throw new Error('no boss')
    const row = { ...contact, main: false, factorId: null, role: 'member' as const }
    const writes = Array.from({ length: 2300 }, (_, n) =>
      house.deps.store.addContact({ ...row, id: `con_${n}`, login: `n${n}@soler.example`, name: 'Same', sortName: 'same' }),
    )
    await house.deps.store.commit(writes)
    const { bytes } = await download(boss, house)
    expect(new Set(bytes.toString().split('\r\n')).size).toBe(2300 + 2 + 1 + 1)
  })
})

describe('the activity of the company', () => {
  type Page = { events: { id: string; kind: string; by: string | null; contact: { id: string; name: string } }[]; next: string | null }
  const read = async (admin: Colleague, query = '') => (await admin.browser.send('GET', `/api/company/activity${query}`)).body as Page

  test('shows what happened to its people and who did it, newest first, by topic, person and time, and nothing of others', async () => {
    const { house, boss, member } = await openCompany()
    const eva = await stranger(house)
    await boss.browser.call('PATCH /api/contacts/:contactId', { name: 'Aina F.' }, { contactId: member.id })
    const all = await read(boss)
    expect(all.events[0]).toMatchObject({ kind: 'contact-changed', by: 'Montserrat Soler', contact: { id: member.id, name: 'Aina F.' } })
    expect(all.events.some(({ contact }) => contact.id === eva.id)).toBe(false)
    expect((await read(boss, '?topic=verification')).events.map(({ kind }) => kind).sort()).toEqual(['key-enrolled', 'verification-on'])
    expect((await read(boss, `?contactId=${member.id}`)).events.map(({ kind }) => kind)).toEqual(['contact-changed', 'sign-in'])
    expect((await read(boss, `?contactId=${eva.id}`)).events).toEqual([])
    expect((await read(eva, `?contactId=${member.id}`)).events).toEqual([])
    expect((await read(boss, `?from=${house.now() + 1}`)).events).toEqual([])
    expect((await read(boss, '?to=1')).events).toEqual([])
  })

  test('is paged without gaps or repeats, and a topic is the same list with the rest left out', async () => {
    const { house, boss, member } = await openCompany()
    // Several kinds of a topic, several of them at the same instant.
    for (let n = 0; n < 30; n++) {
      if (n % 3 === 0) house.wait(1)
      await boss.browser.call('PATCH /api/contacts/:contactId', { name: `Aina ${n}` }, { contactId: member.id })
      await member.browser.call('PATCH /api/me', { language: n % 2 ? 'ca' : 'es' })
      await boss.browser.call('POST /api/contacts/:contactId/end-sessions', boss.proof(), { contactId: member.id })
      await signIn(member.browser, member.email)
    }
    const readAll = async (topic: string) => {
      const events: Page['events'] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: Page = await read(boss, `?${topic}${after && `&after=${after}`}`)
        expect(page.events.length).toBeLessThanOrEqual(25)
        events.push(...page.events)
        after = page.next
      }
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      return events
    }
    const all = await readAll('')
    expect(all.length).toBeGreaterThan(120)
    for (const topic of ['account', 'devices', 'signing-in'] as const) {
      const kinds: readonly string[] = eventTopics[topic]
      expect(await readAll(`topic=${topic}`)).toEqual(all.filter(({ kind }) => kinds.includes(kind)))
    }
    expect((await boss.browser.send('GET', '/api/company/activity?after=xxx')).problem.fields).toEqual({ after: 'not-a-choice' })
    expect((await boss.browser.send('GET', '/api/company/activity?topic=all')).problem.status).toBe(422)
    expect((await boss.browser.send('GET', '/api/company/activity?companyId=com_1')).problem.status).toBe(422)
  })
})
