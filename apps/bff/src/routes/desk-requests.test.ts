import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addCompany } from '../domain/people.ts'
import { deskChannel, type LiveEvent } from '../live.ts'
import { colleague } from '../testing/company.ts'
import { lettersOf } from '../testing/letters.ts'
import { type Desk, openDesk } from '../testing/requests.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const minute = 60_000
const assign = (who: Desk['nuria'], requestId: string, to: string | null) =>
  who.browser.call('POST /api/desk/requests/:requestId/assignment', { to }, { requestId })
const withdraw = (who: Desk['member'], requestId: string) =>
  who.browser.call('POST /api/requests/:requestId/withdraw', undefined, { requestId })

describe('a request is given', () => {
  test('to somebody of the desk, or to nobody, while it is open', async () => {
    const { house, boss, member, nuria, pavel, send, look, move } = await openDesk()
    const requestId = await send(member)
    house.wait(1)
    expect((await assign(nuria, requestId, pavel.id)).status).toBe(204)
    expect((await assign(nuria, requestId, pavel.id)).status).toBe(204)
    expect(await look(requestId)).toMatchObject({
      assignedToId: pavel.id,
      assignedTo: 'Pavel Novák',
      entries: [{ kind: 'signed' }, { kind: 'assigned', by: 'Núria Camps', text: 'Pavel Novák', fromDesk: true }],
    })
    for (const to of [boss.id, member.id, 'con_unknown', '']) {
      const { problem } = await assign(nuria, requestId, to)
      expect(problem).toMatchObject({ status: 422, fields: { to: 'not-a-choice' } })
    }
    expect((await move(requestId, 'in-progress')).status).toBe(204)
    expect((await look(requestId)).assignedToId).toBe(pavel.id)
    house.wait(1)
    expect((await assign(pavel, requestId, null)).status).toBe(204)
    expect((await look(requestId)).entries.at(-1)).toMatchObject({ kind: 'unassigned', by: 'Pavel Novák' })
    expect(await look(requestId)).toMatchObject({ assignedToId: null, assignedTo: null, state: 'in-progress' })
    await move(requestId, 'done')
    expect((await assign(nuria, requestId, pavel.id)).problem.code).toBe('request-closed')
  })

  test('to whoever begins to work on it, if nobody had it', async () => {
    const { member, pavel, send, look, move } = await openDesk()
    const requestId = await send(member)
    await move(requestId, 'in-progress', {}, pavel)
    expect((await look(requestId)).assignedToId).toBe(pavel.id)
  })

  test.each([
    ['deactivated', 'POST /api/contacts/:contactId/active', { active: false }],
    ['an admin', 'POST /api/contacts/:contactId/role', { role: 'admin' }],
    ['gone for good', 'POST /api/contacts/:contactId/leave', {}],
  ] as const)('to nobody any more when whoever had it is %s', async (_, key, body) => {
    const { house, member, nuria, pavel, send, look, move } = await openDesk()
    const companyId = (await house.deps.store.findContact(nuria.id))?.companyId ?? ''
    const marta = await colleague(house, { companyId, role: 'admin', verification: true })
    const [done, open] = [await send(member), await send(member, { subject: 'Another' })]
    for (const requestId of [done, open]) await assign(nuria, requestId, pavel.id)
    await move(done, 'done')
    const answer = await marta.browser.call(key, { ...body, ...marta.proof() }, { contactId: pavel.id })
    expect(answer.status, answer.problem?.code).toBeLessThan(300)
    expect(await look(open)).toMatchObject({ assignedToId: null, state: 'sent' })
    expect(await look(done)).toMatchObject({ assignedToId: pavel.id, state: 'done' })
    expect((await nuria.browser.call('GET /api/desk/requests')).body).toMatchObject({ open: 1, nobodys: 1 })
  })
})

test('where the desk works from is not told to customers; where they work from themselves is', async () => {
  const { house, boss, member, send, move, pass } = await openDesk()
  await pass(1000)
  const requestId = await send(member)
  house.wait(1)
  await move(requestId, 'done')
  house.wait(1)
  for (const [who, path] of [
    [member, '/api/activity'],
    [boss, '/api/company/activity'],
    [boss, `/api/company/activity?contactId=${member.id}`],
    [boss, '/api/company/activity?topic=requests'],
  ] as const) {
    const { events } = (await who.browser.send('GET', path)).body as { events: { kind: string; place: string }[] }
    const placeOf = (wanted: string) => events.find(({ kind }) => kind === wanted)?.place
    expect([placeOf('request-done'), placeOf('request-made')], path).toEqual(['', '198.51.100.x'])
  }
})

describe('the desk acts on exactly what was signed', () => {
  test('in progress, then done with a fresh code; the customer is mailed and sees it all', async () => {
    const desk = await openDesk()
    const { house, member, nuria, send, show, look, move } = desk
    const events: LiveEvent[] = []
    const requestId = await send(member)
    house.deps.live.subscribe(deskChannel, { onEvent: (event) => void events.push(event), onClose: () => undefined })
    expect(await look(requestId)).toMatchObject({
      signature: 'valid',
      statement: (await show(member, requestId)).statement,
      careUntil: null,
    })
    house.wait(1)
    expect((await move(requestId, 'in-progress')).status).toBe(204)
    const { digest } = await look(requestId)
    const done = (proof: object) =>
      nuria.browser.call('POST /api/desk/requests/:requestId/state', { state: 'done', digest, ...proof }, { requestId })
    expect((await done({})).problem.code).toBe('fresh-code-needed')
    expect((await done({ code: nuria.phone?.wrong(house.now()) })).problem.code).toBe('code-wrong')
    expect((await look(requestId)).state).toBe('in-progress')
    expect((await done(nuria.proof())).status).toBe(204)
    expect(events).toMatchObject([{ state: 'in-progress' }, { state: 'done', requestId, contactId: member.id, at: house.now() }])
    expect(await show(member, requestId)).toMatchObject({
      state: 'done',
      signature: 'valid',
      entries: [{ kind: 'signed' }, { kind: 'in-progress', by: 'Núria Camps', fromDesk: true }, { kind: 'done', assurance: null }],
    })
    expect(await lettersOf(house, 'request-changed')).toMatchObject([
      { address: member.email, letter: { state: 'in-progress', reason: '' } },
      { address: member.email, letter: { state: 'done', reason: '' } },
    ])
    const activity = (await member.browser.send('GET', '/api/activity?topic=requests')).body as { events: { kind: string }[] }
    expect(activity.events.map(({ kind }) => kind)).toEqual(['request-done', 'request-in-progress', 'request-made'])
  })

  test('refused with a reason and a fresh code', async () => {
    const { house, member, send, show, move } = await openDesk()
    const requestId = await send(member)
    for (const reason of ['', ' \n'])
      expect((await move(requestId, 'refused', { reason })).problem).toMatchObject({ status: 422, fields: { reason: 'required' } })
    expect((await move(requestId, 'refused', { reason: 'No.', code: undefined })).problem.code).toBe('fresh-code-needed')
    expect((await move(requestId, 'refused', { reason: 'Not yours.\r\nSorry. ' })).status).toBe(204)
    expect((await show(member, requestId)).entries.at(-1)).toMatchObject({ kind: 'refused', text: 'Not yours.\nSorry.' })
    expect(await lettersOf(house, 'request-changed')).toMatchObject([{ letter: { state: 'refused', reason: 'Not yours.\nSorry.' } }])
  })

  test.each([
    [{ subject: 'Another' }],
    [{ service: '' }],
    [{ text: 'Delete everything.' }],
    [{ number: '000000000' }],
    [{ statement: 'Sol·licitud autoritzada: 000 000 000' }],
    [{ statement: null }],
    [{ statement: null, assurance: null, signature: null }],
    [{ signature: 'A'.repeat(86) }],
    [{ signature: null }],
    [{ keyId: 'k2' }],
    [{ signedAt: 1 }],
    [{ assurance: 'trusted-device' as const }],
    [{ source: 'call' as const }],
  ])('and a row edited in the database (%j) makes the signature void: it can only be refused', async (edited) => {
    const { house, member, send, show, look, move } = await openDesk()
    const requestId = await send(member)
    const { requests } = house.engine.tables
    await alter(house.engine, requests, edited, eq(requests.id, requestId))
    expect((await look(requestId)).signature).toBe('void')
    expect((await show(member, requestId)).signature).toBe('void')
    for (const state of ['in-progress', 'done'] as const)
      expect((await move(requestId, state)).problem).toMatchObject({ status: 409, code: 'signature-void' })
    expect((await look(requestId)).state).toBe('sent')
    const receipt = await member.browser.call('GET /api/requests/:requestId/receipt', undefined, { requestId })
    expect(receipt.problem.code).toBe('signature-void')
    expect((await move(requestId, 'refused', { reason: 'It was changed.' })).status).toBe(204)
  })

  test('and a request that is put under another person, or another company, is void as well', async () => {
    const { house, boss, member, send, look, move } = await openDesk()
    const companyId = await addCompany(house.deps, { name: 'Elsewhere, SL', operator: false })
    const { requests } = house.engine.tables
    for (const edited of [{ contactId: boss.id }, { companyId }]) {
      const requestId = await send(member)
      await alter(house.engine, requests, edited, and(eq(requests.id, requestId)))
      expect((await look(requestId)).signature).toBe('void')
      expect((await move(requestId, 'done')).problem.code).toBe('signature-void')
    }
  })

  test('and the statement of another request, signed as it is, does not do', async () => {
    const { house, member, send, look, move } = await openDesk()
    const [one, two] = [await send(member), await send(member, { text: 'Delete everything.' })]
    const { requests } = house.engine.tables
    const rows = await rowsOf(house.engine, requests)
    const { statement = null, signature = null, keyId = null } = rows.find(({ id }) => id === two) ?? {}
    await alter(house.engine, requests, { statement, signature, keyId }, eq(requests.id, one))
    expect((await look(one)).signature).toBe('void')
    expect((await move(one, 'done')).problem.code).toBe('signature-void')
  })

  test('and not when names have changed since: the signature holds', async () => {
    const { house, boss, member, send, look, move } = await openDesk()
    const requestId = await send(member)
    const { companies, contacts } = house.engine.tables
    await alter(house.engine, contacts, { name: 'Aina Roca', language: 'cs', login: 'aina@else.example' }, eq(contacts.id, member.id))
    await alter(house.engine, companies, { name: 'Soler & Fills' }, eq(companies.name, 'Ferreteria Soler, SL'))
    expect(await look(requestId)).toMatchObject({ signature: 'valid', by: 'Aina Roca', statement: expect.stringContaining('Aina Ferrer') })
    expect((await move(requestId, 'done')).status).toBe(204)
    expect(boss.id).not.toBe('')
  })

  test('and not on what was not on the screen', async () => {
    const { member, nuria, send, look } = await openDesk()
    const [one, two] = [await send(member), await send(member, { subject: 'Another' })]
    const { digest } = await look(two)
    for (const state of ['in-progress', 'done', 'refused'] as const) {
      const body = { state, digest, reason: 'No.', ...nuria.proof() }
      const answer = await nuria.browser.call('POST /api/desk/requests/:requestId/state', body, { requestId: one })
      expect(answer.problem).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    }
    expect((await look(one)).state).toBe('sent')
  })
})

describe('the order of states', () => {
  test('cannot be broken: what is over stays over, and what nobody has signed is not worked on', async () => {
    const { house, member, send, draft, look, move } = await openDesk()
    const withdrawn = await send(member)
    await withdraw(member, withdrawn)
    const [done, refused, drafted] = [await send(member), await send(member), await draft()]
    await move(done, 'done')
    await move(refused, 'refused', { reason: 'No.' })
    for (const requestId of [withdrawn, done, refused, drafted]) {
      const { state } = await look(requestId)
      for (const to of ['in-progress', 'done', 'refused'] as const)
        expect((await move(requestId, to, { reason: 'No.' })).problem).toMatchObject({ status: 409, code: 'request-closed' })
      expect((await look(requestId)).state).toBe(state)
    }
    for (const requestId of [withdrawn, done, refused]) expect((await withdraw(member, requestId)).problem.code).toBe('request-closed')
    const working = await send(member)
    await move(working, 'in-progress')
    expect((await move(working, 'in-progress')).problem.code).toBe('request-closed')
    expect((await withdraw(member, working)).status).toBe(204)
    expect((await move('req_unknown', 'done', { digest: 'x' })).problem.code).toBe('not-found')
    expect(house.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('has one winner when fifty begin at once', async () => {
    const { house, member, nuria, pavel, send, look } = await openDesk()
    const requestId = await send(member)
    house.wait(1)
    const { digest } = await look(requestId)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        [nuria, pavel][n % 2]?.browser.call('POST /api/desk/requests/:requestId/state', { state: 'in-progress', digest }, { requestId }),
      ),
    )
    expect(answers.filter((answer) => answer?.status === 204)).toHaveLength(1)
    expect(answers.filter((answer) => answer?.problem?.code === 'request-closed')).toHaveLength(49)
    expect((await look(requestId)).entries.map(({ kind }) => kind)).toEqual(['signed', 'in-progress'])
  })

  test('has one winner when it is withdrawn, done and refused at once, however it falls out', async () => {
    const { house, boss, member, nuria, pavel, send, look } = await openDesk()
    const requestId = await send(member)
    const { digest } = await look(requestId)
    const proofs = [nuria.proof(), pavel.proof()]
    const act = (who: typeof nuria, body: object) =>
      who.browser.call('POST /api/desk/requests/:requestId/state', { digest, reason: 'No.', ...body }, { requestId })
    const answers = await Promise.all([
      act(pavel, { state: 'refused', ...proofs[1] }),
      withdraw(member, requestId),
      act(nuria, { state: 'done', ...proofs[0] }),
      withdraw(boss, requestId),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    for (const { problem } of answers.filter(({ status }) => status !== 204)) expect(problem.code).toBe('request-closed')
    expect((await look(requestId)).entries).toHaveLength(2)
    expect(await lettersOf(house, 'request-changed')).toHaveLength(1)
  })

  test('does not spend the code of whoever was too late', async () => {
    const { house, member, nuria, send, look } = await openDesk()
    const [one, two] = [await send(member), await send(member)]
    const { digest } = await look(one)
    const other = (await look(two)).digest
    const proof = nuria.proof()
    const { store } = house.deps
    const { commit } = store
    // Between what the rule has read and what it writes.
    store.commit = async (...writes) => {
      store.commit = commit
      await commit(store.moveRequest(one, ['sent'], 'withdrawn', house.now(), 'request-closed'))
      return commit(...writes)
    }
    const act = (requestId: string, seen: string) =>
      nuria.browser.call('POST /api/desk/requests/:requestId/state', { state: 'done', digest: seen, ...proof }, { requestId })
    expect((await act(one, digest)).problem.code).toBe('request-closed')
    expect((await act(two, other)).status).toBe(204)
  })
})

test('whoever was helped after a lost device is marked for the desk until then', async () => {
  const { house, member, send, look } = await openDesk()
  const requestId = await send(member)
  const { contacts } = house.engine.tables
  const careUntil = house.now() + minute
  await alter(house.engine, contacts, { careUntil }, eq(contacts.id, member.id))
  expect((await look(requestId)).careUntil).toBe(careUntil)
  house.wait(minute)
  expect((await look(requestId)).careUntil).toBeNull()
})
