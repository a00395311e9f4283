import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addCompany } from '../domain/people.ts'
import { sweep } from '../domain/sweep.ts'
import type { Browser } from '../testing/browser.ts'
import { type Colleague, colleague, openCompany } from '../testing/company.ts'
import { openOperator } from '../testing/desk.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { temporaryFolder } from '../testing/process.ts'
import { alter, rowsOf } from '../testing/rows.ts'

type Found = { contactId: string; maskedName: string; verification: string; accepted: boolean; careUntil: number | null; request: unknown }
type Call = { id: string; phone: string; reason: string; contacts: Found[] }

let house: TestHouse
let boss: Colleague
let member: Colleague
let staff: Colleague
let operator: Awaited<ReturnType<typeof openOperator>>
beforeEach(async () => {
  const opened = await openCompany()
  house = opened.house
  boss = opened.boss
  member = opened.member
  operator = await openOperator(house)
  staff = await operator.join('Núria Camps', { phone: '+34972000200' })
})

const lookUp = (phone: string, browser: Browser = staff.browser, reason = 'Wants another mailbox.') =>
  browser.call('POST /api/desk/calls', { phone, reason })
const found = async (phone: string) => (await lookUp(phone)).body as Call
const change = (id: string, set: Parameters<typeof alter<typeof house.engine.tables.contacts>>[2]) =>
  alter(house.engine, house.engine.tables.contacts, set, eq(house.engine.tables.contacts.id, id))

describe('a look-up', () => {
  test.each(['+34 972 000 113', '972000113', '0034972000113', '(972) 00-01-13', ' +34.972.000.113 ', '972/000/113'])(
    'finds a number in any spelling of it: %s',
    async (phone) => {
      expect(await found(phone)).toMatchObject({ phone: '+34 972 00 01 13', contacts: [{ contactId: member.id }] })
    },
  )

  test('answers with a masked name, and nothing that is not listed', async () => {
    const { status, body } = await lookUp('972000113')
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.stringMatching(/^cal_/),
      at: house.now(),
      phone: '+34 972 00 01 13',
      reason: 'Wants another mailbox.',
      contacts: [
        {
          contactId: member.id,
          maskedName: 'A••a F••••r',
          company: 'Ferreteria Soler, SL',
          role: 'member',
          main: false,
          verification: 'off',
          accepted: true,
          careUntil: null,
          request: null,
        },
      ],
    })
    expect(JSON.stringify(body)).not.toMatch(/Aina|Ferrer|@/)
  })

  test.each([
    ['Montserrat Soler', 'M••••••••t S•••r'],
    ['Li Wu', 'L• W•'],
    ['J. R', 'J• R•'],
    ['Ana', 'A•a'],
    ['Þórður 😀x😀', 'Þ••••r 😀•😀'],
  ])('masks %s as %s', async (name, maskedName) => {
    await change(member.id, { name })
    expect((await found('972000113')).contacts[0]).toMatchObject({ maskedName })
  })

  test('says that nothing may be changed on this call where verification is on, and in the time of care', async () => {
    const careful = await colleague(house, { phone: '+34972000115' })
    await colleague(house, { phone: '+34972000114', verification: true })
    expect((await found('972000114')).contacts).toMatchObject([{ verification: 'on', accepted: false }])
    const careUntil = house.now() + 60_000
    await change(careful.id, { careUntil })
    expect((await found('972000115')).contacts).toMatchObject([{ verification: 'off', accepted: false, careUntil }])
    house.wait(60_000)
    expect((await found('972000115')).contacts).toMatchObject([{ accepted: true, careUntil: null }])
  })

  test('has one line for each contact with that number, of whatever company, at most twenty', async () => {
    const companyId = await addCompany(house.deps, { name: 'Another', operator: false })
    for (let n = 0; n < 22; n++) await house.person({ companyId, phone: '+34972000113' })
    const { contacts } = await found('972000113')
    expect(contacts).toHaveLength(20)
    expect(contacts[0]).toMatchObject({ company: 'Another' })
  })

  test('of a number that nobody has is answered alike, with no line', async () => {
    const { status, body } = await lookUp('972000999')
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.any(String),
      at: house.now(),
      phone: '+34 972 00 09 99',
      reason: 'Wants another mailbox.',
      contacts: [],
    })
  })

  test('does not find the operator’s own people, programs, nor who has left or is not active', async () => {
    const gone = await colleague(house, { phone: '+34972000300' })
    expect((await boss.browser.call('POST /api/contacts/:contactId/leave', boss.proof(), { contactId: gone.id })).status).toBe(200)
    const off = await colleague(house, { phone: '+34972000301' })
    await change(off.id, { active: false })
    await house.person({ phone: '+34972000302', kind: 'api', login: 'erp' })
    await operator.join('Marta Vidal', { phone: '+34972000303', role: 'admin' })
    await house.person({ phone: '+34972000304', role: 'support' })
    for (const phone of ['972000300', '972000301', '972000302', '972000303', '972000304', '972000200'])
      expect((await found(phone)).contacts).toEqual([])
  })

  test('needs a number that is one, and a reason; neither mistake counts', async () => {
    for (const phone of ['12', 'nobody', '972 000 113 or so', '+34972000113;ext=9'])
      expect((await lookUp(phone)).problem).toMatchObject({ status: 422, fields: { phone: 'not-a-phone-number' } })
    expect((await lookUp('972000113', staff.browser, '  ')).problem).toMatchObject({ status: 422, fields: { reason: 'required' } })
    expect(await rowsOf(house.engine, house.engine.tables.calls)).toEqual([])
    expect((await rowsOf(house.engine, house.engine.tables.allowances)).filter(({ key }) => key.startsWith('look-ups:'))).toEqual([])
  })

  test('is kept with who, when and why; whoever was found sees it without the reason', async () => {
    await found('972000113')
    const [call] = await rowsOf(house.engine, house.engine.tables.calls)
    const kept = { staffId: staff.id, phone: '+34972000113', reason: 'Wants another mailbox.', at: house.now(), found: [member.id] }
    expect(call).toMatchObject(kept)
    const { events } = (await member.browser.call('GET /api/activity')).body as { events: { kind: string; by: string; details: object }[] }
    expect(events[0]).toMatchObject({ kind: 'caller-looked-up', by: 'Núria Camps', details: {} })
  })

  test('that finds nobody stands with who looked', async () => {
    await found('972000999')
    const events = await rowsOf(house.engine, house.engine.tables.events)
    expect(events.filter(({ kind }) => kind === 'caller-looked-up')).toMatchObject([
      { contactId: staff.id, actorId: staff.id, details: {} },
    ])
  })
})

describe('look-ups in bulk', () => {
  test('are refused from the thirty-first in an hour on, found or not, for one person and not for another', async () => {
    const other = await operator.join('Pavel Novák')
    for (let n = 0; n < 30; n++) expect((await lookUp(n % 2 ? '972000113' : '972000999')).status).toBe(200)
    for (const phone of ['972000113', '972000999'])
      expect((await lookUp(phone)).problem).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterSeconds: 3600 })
    expect(await rowsOf(house.engine, house.engine.tables.calls)).toHaveLength(30)
    expect((await lookUp('972000113', other.browser)).status).toBe(200)
    for (let minutes = 0; minutes < 60; minutes += 10) {
      house.wait(600_000)
      await staff.browser.call('GET /api/me')
    }
    expect((await lookUp('972000113')).status).toBe(200)
  })

  test('forty at once are thirty', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => lookUp('972000113')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
  })

  test('are not forgiven by a restart', async () => {
    const [folder, remove] = temporaryFolder()
    try {
      const first = await openTestHouse({}, undefined, { file: `${folder}/porta.db`, seed: 'first' })
      const before = await (await openOperator(first)).join('Núria Camps')
      for (let n = 0; n < 30; n++) expect((await lookUp('972000113', before.browser)).status).toBe(200)
      await first.engine.close()
      const second = await openTestHouse({}, undefined, { file: `${folder}/porta.db`, seed: 'second', at: first.now() })
      const after = second.browser()
      for (const [name, value] of before.browser.cookies) after.cookies.set(name, value)
      expect((await lookUp('972000113', after)).problem).toMatchObject({ status: 429, code: 'too-many-tries' })
      await second.engine.close()
    } finally {
      remove()
    }
  })
})

describe('a change that is written down on a call', () => {
  const content = { subject: 'Another mailbox', service: 'soler.example', text: 'Please add jordi2@soler.example.' }
  const draft = (callId: string, contactId: string, browser = staff.browser) =>
    browser.call('POST /api/desk/calls/:callId/drafts', { contactId, ...content }, { callId })

  test('waits for its signature, and stands at the call it came from until it is signed', async () => {
    const call = await found('972000113')
    const made = await draft(call.id, member.id)
    expect(made.status).toBe(200)
    const { requestId, expiresAt, digest } = made.body as { requestId: string; expiresAt: number; digest: string }
    expect(expiresAt).toBe(house.now() + 30 * 60_000)
    const calls = async () => ((await staff.browser.call('GET /api/desk/calls')).body as { calls: Call[] }).calls[0]?.contacts[0]?.request
    expect(await calls()).toEqual({ id: requestId, state: 'to-sign', expiresAt, digest })
    const sign = { digest, ...member.proof() }
    expect((await member.browser.call('POST /api/requests/:requestId/sign', sign, { requestId })).status).toBe(204)
    expect(await calls()).toMatchObject({ id: requestId, state: 'sent', expiresAt: null })
  })

  test('may be written down for who has verification on: it is signed with a code', async () => {
    const careful = await colleague(house, { phone: '+34972000114', verification: true })
    const call = await found('972000114')
    expect((await draft(call.id, careful.id)).status).toBe(200)
  })

  test('lapses by itself', async () => {
    const call = await found('972000113')
    await draft(call.id, member.id)
    for (let minutes = 0; minutes < 30; minutes += 10) {
      house.wait(600_000)
      await staff.browser.call('GET /api/me')
    }
    const { calls } = (await staff.browser.call('GET /api/desk/calls')).body as { calls: Call[] }
    expect(calls[0]?.contacts[0]?.request).toMatchObject({ state: 'lapsed', expiresAt: null })
  })

  test('is refused in the call of another, in none, and for who was not found in it', async () => {
    const other = await operator.join('Pavel Novák')
    const call = await found('972000113')
    for (const refused of [
      await draft(call.id, member.id, other.browser),
      await draft('cal_unknown', member.id),
      await draft(call.id, boss.id),
      await draft(call.id, staff.id),
      await draft(call.id, 'con_unknown'),
    ])
      expect(refused.problem).toMatchObject({ status: 404, code: 'not-found' })
    expect(await rowsOf(house.engine, house.engine.tables.requests)).toEqual([])
  })

  test('is refused for who has been deactivated since', async () => {
    const call = await found('972000113')
    await change(member.id, { active: false })
    expect((await draft(call.id, member.id)).problem).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('is refused an hour after the look-up', async () => {
    const call = await found('972000113')
    for (let minutes = 0; minutes < 60; minutes += 10) {
      if (minutes === 50) {
        house.wait(599_999)
        expect((await draft(call.id, member.id)).status).toBe(200)
        house.wait(1)
      } else house.wait(600_000)
      await staff.browser.call('GET /api/me')
    }
    expect((await draft(call.id, member.id)).problem).toMatchObject({ status: 409, code: 'draft-over' })
  })

  test('says what it is about', async () => {
    const call = await found('972000113')
    const empty = { contactId: member.id, subject: ' ', service: 'x\u0007', text: '' }
    const answer = await staff.browser.call('POST /api/desk/calls/:callId/drafts', empty, { callId: call.id })
    expect(answer.problem).toMatchObject({ status: 422, fields: { subject: 'required', service: 'wrong-type', text: 'required' } })
  })
})

describe('the list of look-ups', () => {
  test('is kept as long as the activity is: for 400 days', async () => {
    // The database's own clock says when its events may go.
    const old = await openTestHouse({}, undefined, { file: ':memory:', seed: '', at: Date.UTC(2020, 0, 1) })
    const { calls } = old.engine.tables
    await lookUp('972000113', (await (await openOperator(old)).join('Núria Camps')).browser)
    old.wait(400 * 86_400_000 - 1)
    await sweep(old.deps)
    expect(await rowsOf(old.engine, calls)).toHaveLength(1)
    old.wait(1)
    await sweep(old.deps)
    expect(await rowsOf(old.engine, calls)).toEqual([])
  })

  test('is of this member of the desk, the last twenty, newest first', async () => {
    const other = await operator.join('Pavel Novák')
    await lookUp('972000113', other.browser)
    for (let n = 0; n < 22; n++) {
      house.wait(1000)
      await lookUp('972000113', staff.browser, `Call ${n}`)
    }
    const { calls } = (await staff.browser.call('GET /api/desk/calls')).body as { calls: Call[] }
    expect(calls.map(({ reason }) => reason)).toEqual(Array.from({ length: 20 }, (_, n) => `Call ${21 - n}`))
  })

  test('tells what holds now: of who was deactivated nothing, and a number that was changed gives no orders', async () => {
    await found('972000113')
    const contacts = async () => ((await staff.browser.call('GET /api/desk/calls')).body as { calls: Call[] }).calls[0]?.contacts
    expect(await contacts()).toMatchObject([{ accepted: true }])
    await change(member.id, { phone: '+34972000119' })
    expect(await contacts()).toMatchObject([{ contactId: member.id, accepted: false }])
    await change(member.id, { active: false })
    expect(await contacts()).toEqual([])
  })
})
