import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { colleague, stranger } from '../testing/company.ts'
import { lettersOf } from '../testing/letters.ts'
import { content, openDesk, type Shown } from '../testing/requests.ts'
import { alter, dump, rowsOf } from '../testing/rows.ts'
import { apiContact, soapClient } from '../testing/soap.ts'

const minute = 60_000

describe('an authorised request', () => {
  test('is frozen, numbered and signed with the code that was typed, and its receipt says so to anybody', async () => {
    const { house, boss, send, show } = await openDesk()
    const requestId = await send(boss)
    const shown = await show(boss, requestId)
    expect(shown).toMatchObject({
      ...content,
      number: expect.stringMatching(/^\d{9}$/),
      state: 'sent',
      assurance: 'code',
      by: 'Montserrat Soler',
      mine: true,
      signedAt: house.now(),
      signature: 'valid',
      expiresAt: null,
      entries: [{ kind: 'signed', by: 'Montserrat Soler', fromDesk: false, assurance: 'code', text: '' }],
      maySign: false,
      mayWithdraw: true,
      mayWrite: true,
    })
    const spoken = shown.number.replace(/^(...)(...)/, '$1 $2 ')
    expect(shown.statement).toContain(`Sol·licitud autoritzada: ${spoken}\nEmpresa: Ferreteria Soler, SL\n`)
    const receipt = await boss.browser.call('GET /api/requests/:requestId/receipt', undefined, { requestId })
    expect(receipt.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(receipt.headers.get('content-disposition')).toBe(`attachment; filename="receipt-${shown.number}.txt"`)
    const check = (text: string) => house.browser().call('POST /api/receipts/check', { receipt: text })
    expect((await check(receipt.body as string)).body).toEqual({ genuine: true, statement: shown.statement, keyId: 'k1' })
    const edited = (receipt.body as string).replace('prioritat 10', 'prioritat 11')
    expect((await check(edited)).body).toEqual({ genuine: false, statement: null, keyId: null })
    const { keys } = (await house.browser().call('GET /api/signing-keys')).body as { keys: object[] }
    expect(keys).toEqual([{ id: 'k1', publicKey: expect.stringContaining('BEGIN PUBLIC KEY') }])
    expect(await lettersOf(house, 'request-sent')).toMatchObject([
      { address: boss.email, letter: { number: spoken, subject: content.subject, assurance: 'code' } },
    ])
    const { events } = (await boss.browser.send('GET', '/api/activity?topic=requests')).body as { events: object[] }
    expect(events).toMatchObject([{ kind: 'request-made', details: { request: requestId, number: spoken }, by: null }])
  })

  test('of whoever has verification off is signed with the password, and says so', async () => {
    const { member, send, show } = await openDesk()
    const shown = await show(member, await send(member))
    expect(shown).toMatchObject({ assurance: 'password', signature: 'valid', entries: [{ assurance: 'password' }] })
    expect(shown.statement).toContain('amb la contrasenya, sense verificació')
  })

  test('without a fresh proof, or with a wrong one, is not there at all', async () => {
    const { house, boss, member } = await openDesk()
    for (const [who, proof, code] of [
      [boss, {}, 'fresh-code-needed'],
      [boss, { password: 'a long enough password' }, 'fresh-code-needed'],
      [boss, { code: boss.phone?.wrong(house.now()) }, 'code-wrong'],
      [member, {}, 'password-needed'],
      [member, { password: 'wrong' }, 'password-wrong'],
    ] as const)
      expect((await who.browser.call('POST /api/requests', { ...content, ...proof })).problem.code).toBe(code)
    expect(await rowsOf(house.engine, house.engine.tables.requests)).toEqual([])
    expect(await rowsOf(house.engine, house.engine.tables.requestEntries)).toEqual([])
  })

  test('sent twice with one code is there once, even twenty at once', async () => {
    const { house, boss } = await openDesk()
    const body = { ...content, ...boss.proof() }
    const answers = await Promise.all(Array.from({ length: 20 }, () => boss.browser.call('POST /api/requests', body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowsOf(house.engine, house.engine.tables.requests)).toHaveLength(1)
    expect(await lettersOf(house, 'request-sent')).toHaveLength(1)
  })

  test('keeps its words with line feeds alone, and no blanks around the lines', async () => {
    const { member, send, show } = await openDesk()
    const shown = await show(member, await send(member, { subject: ' a ', service: ' ', text: '  a\r\r\nb\rc\r\n' }))
    expect(shown).toMatchObject({ subject: 'a', service: '', text: '  a\n\nb\nc\n', signature: 'valid' })
  })

  test('is refused with what is no line, no words, or too much of them', async () => {
    const { member } = await openDesk()
    for (const [field, value, problem] of [
      ['subject', ' ', 'required'],
      ['subject', 'a\nSignada per: b', 'wrong-type'],
      ['subject', 'x'.repeat(121), 'too-long'],
      ['subject', 'a\u2028Signada per: b', 'wrong-type'],
      ['service', 'a\u2029b', 'wrong-type'],
      ['service', 'a\u202eb', 'wrong-type'],
      ['text', '\n\n', 'required'],
      ['text', 'a\0b', 'wrong-type'],
      ['text', 'a\u2028b', 'wrong-type'],
      ['text', 'x'.repeat(5001), 'too-long'],
    ] as const) {
      const answer = await member.browser.call('POST /api/requests', { ...content, [field]: value, ...member.proof() })
      expect(answer.problem, `${field} ${value.slice(0, 9)}`).toMatchObject({ status: 422, fields: { [field]: problem } })
    }
  })

  test.each(['-\n'.repeat(2499).concat('x'), '€'.repeat(5000)])(
    'as long as it may be has a receipt that can be checked (%#)',
    async (text) => {
      const { member, send, show } = await openDesk()
      const requestId = await send(member, { subject: '€'.repeat(120), service: '€'.repeat(120), text })
      const receipt = (await member.browser.call('GET /api/requests/:requestId/receipt', undefined, { requestId })).body as string
      expect(Buffer.byteLength(receipt)).toBeLessThanOrEqual(20_000)
      const { statement } = await show(member, requestId)
      expect((await member.browser.call('POST /api/receipts/check', { receipt })).body).toEqual({ genuine: true, statement, keyId: 'k1' })
    },
  )

  test('has a number of its own: one that is taken is not given again, and whoever takes one in the same moment is told to come again', async () => {
    const { house, boss, member, send, show } = await openDesk()
    const { random } = house.deps
    const { bytes } = random
    const next = [1, 1, 2, 3].map((n) => Buffer.from([0, 0, 0, 0, 0, n]))
    random.bytes = (count) => (count === 6 && next.shift()) || bytes(count)
    const numbers = [await show(member, await send(member)), await show(member, await send(member))].map(({ number }) => number)
    expect(numbers).toEqual(['100000001', '100000002'])
    const body = { ...content, ...boss.proof() }
    await boss.browser.call('GET /api/me')
    const { store } = house.deps
    const { commit } = store
    const { requests } = house.engine.tables
    // Between what the rule has read and what it writes.
    store.commit = async (...writes) => {
      store.commit = commit
      await alter(house.engine, requests, { number: '100000003' }, eq(requests.number, '100000002'))
      return commit(...writes)
    }
    expect((await boss.browser.call('POST /api/requests', body)).problem.code).toBe('busy')
    expect(await rowsOf(house.engine, requests)).toHaveLength(2)
    expect((await boss.browser.call('POST /api/requests', body)).status).toBe(200)
  })

  test('is sent fifty times a day; the code of the next is used up and does not count as a guess', async () => {
    const { house, boss, member } = await openDesk()
    for (let n = 0; n < 50; n++)
      expect((await member.browser.call('POST /api/requests', { ...content, ...member.proof() })).status).toBe(200)
    const next = await member.browser.call('POST /api/requests', { ...content, ...member.proof() })
    expect(next.problem).toMatchObject({ status: 429, code: 'too-many-tries', retryAfterSeconds: 86_400 })
    expect(await rowsOf(house.engine, house.engine.tables.requests)).toHaveLength(50)
    expect((await boss.browser.call('POST /api/requests', { ...content, ...boss.proof() })).status).toBe(200)
  }, 20_000)

  test('of an old program is signed as well, by the program or the person behind it', async () => {
    const { house, boss, member, show } = await openDesk()
    if (!boss.phone) throw new Error('no phone')
    house.wait(30_000)
    const made = await apiContact(house, { browser: boss.browser, phone: boss.phone })
    const program = soapClient(house)
    const call = async (login: string, password: string) => {
      const session = await program.login(login, password)
      return (await program.call('CreateRequest', { session, ...content })).values('id')[0] ?? ''
    }
    expect(await show(boss, await call(made.login, made.password))).toMatchObject({
      by: 'erp',
      mine: false,
      assurance: 'program',
      signature: 'valid',
      statement: expect.stringContaining('Com ha arribat: enviada per un programa\n'),
      entries: [{ kind: 'signed', by: 'erp', assurance: 'program' }],
    })
    expect(await lettersOf(house, 'request-sent')).toEqual([])
    const theirs = await show(member, await call(member.email, 'a long enough password'))
    expect(theirs).toMatchObject({ by: 'Aina Ferrer', mine: true, assurance: 'password', signature: 'valid' })
    const session = await program.login(made.login, made.password)
    const long = await program.call('CreateRequest', { session, ...content, text: 'x'.repeat(5001) })
    expect([long.code, long.values('field')]).toEqual(['invalid-input', ['text']])
    expect(await lettersOf(house, 'request-sent')).toMatchObject([{ address: member.email }])
  })
})

describe('who sees a request', () => {
  test('is the one who signs it and the admins of the company; to all others it is not there', async () => {
    const { house, boss, member, send, show } = await openDesk()
    const other = await colleague(house, { name: 'Jordi Puig' })
    const elsewhere = await stranger(house)
    const [mine, theirs] = [await send(member), await send(boss)]
    const ids = async (who: typeof boss, query = '') =>
      ((await who.browser.send('GET', `/api/requests${query}`)).body as { requests: Shown[] }).requests.map(({ id }) => id)
    expect(await ids(boss)).toEqual([theirs, mine])
    expect(await ids(member)).toEqual([mine])
    for (const who of [other, elsewhere]) expect(await ids(who)).toEqual([])
    expect(await show(boss, mine)).toMatchObject({ mine: false, by: 'Aina Ferrer', mayWithdraw: true, maySign: false })

    const { digest } = await show(boss, theirs)
    for (const who of [member, other, elsewhere]) {
      const before = await dump(house.engine)
      for (const [key, body] of [
        ['GET /api/requests/:requestId', undefined],
        ['GET /api/requests/:requestId/receipt', undefined],
        ['POST /api/requests/:requestId/sign', { digest, ...who.proof() }],
        ['POST /api/requests/:requestId/decline', undefined],
        ['POST /api/requests/:requestId/withdraw', undefined],
        ['POST /api/requests/:requestId/messages', { text: 'Hello' }],
      ] as const) {
        const [foreign, unknown] = await Promise.all([theirs, 'req_unknown'].map((requestId) => who.browser.call(key, body, { requestId })))
        expect(foreign?.problem).toMatchObject({ status: 404, code: 'not-found' })
        expect({ ...foreign?.problem, requestId: '' }).toEqual({ ...unknown?.problem, requestId: '' })
      }
      // Being seen is all that may have been written.
      const seen = /"(lastSeenAt|windowEndsAt)":\d+/g
      expect((await dump(house.engine)).replaceAll(seen, '')).toBe(before.replaceAll(seen, ''))
    }
  })

  test('lists what is open and what is closed, the newest first, fifty a page', async () => {
    const { house, boss, member, pass, send, draft } = await openDesk()
    for (let n = 0; n < 26; n++) {
      house.wait(1)
      await send(member, { subject: `${n}` })
      house.wait(1)
      await send(boss, { subject: `${n}, mine` })
    }
    house.wait(1)
    const drafted = await draft({ subject: 'drafted' })
    const page = async (query: string) =>
      (await boss.browser.send('GET', `/api/requests?${query}`)).body as { requests: Shown[]; found: number; pages: number }
    const first = async (query: string) => (await page(query)).requests.slice(0, 3).map(({ subject }) => subject)
    expect(await page('')).toMatchObject({ found: 53, pages: 2 })
    expect(await first('')).toEqual(['drafted', '25, mine', '25'])
    expect((await page('')).requests).toHaveLength(50)
    expect((await page('page=2')).requests.map(({ subject }) => subject)).toEqual(['1', '0, mine', '0'])
    await pass(30 * minute)
    expect(await page('state=closed')).toMatchObject({ found: 1, pages: 1, requests: [{ id: drafted, state: 'lapsed' }] })
    expect(await page('state=open')).toMatchObject({ found: 52, pages: 2 })
    expect(await first('state=open')).toEqual(['25, mine', '25', '24, mine'])
  }, 20_000)
})

describe('withdrawing', () => {
  test('ends a request once, for the signer or an admin, and the signer is told', async () => {
    const { house, boss, member, send, show } = await openDesk()
    const requestId = await send(member)
    house.wait(1)
    const withdraw = () => boss.browser.call('POST /api/requests/:requestId/withdraw', undefined, { requestId })
    expect((await withdraw()).status).toBe(204)
    expect((await withdraw()).problem).toMatchObject({ status: 409, code: 'request-closed' })
    expect(await show(member, requestId)).toMatchObject({
      state: 'withdrawn',
      changedAt: house.now(),
      signature: 'valid',
      mayWithdraw: false,
      mayWrite: false,
      entries: [{ kind: 'signed' }, { kind: 'withdrawn', by: 'Montserrat Soler', assurance: 'code' }],
    })
    expect(await lettersOf(house, 'request-changed')).toMatchObject([{ address: member.email, letter: { state: 'withdrawn', reason: '' } }])
    const { events } = (await member.browser.send('GET', '/api/activity?topic=requests')).body as { events: object[] }
    expect(events[0]).toMatchObject({ kind: 'request-withdrawn', by: 'Montserrat Soler' })
  })

  test('comes with leaving the company: all that is open ends and says by whom', async () => {
    const { house, boss, member, send, draft, move, look } = await openDesk()
    const [sent, inProgress, done, drafted] = [await send(member), await send(member), await send(member), await draft()]
    await move(inProgress, 'in-progress')
    await move(done, 'done')
    house.wait(1)
    const left = await boss.browser.call('POST /api/contacts/:contactId/leave', boss.proof(), { contactId: member.id })
    expect(left.status).toBe(200)
    for (const requestId of [sent, inProgress, drafted]) {
      const { state, changedAt, entries } = await look(requestId)
      expect({ state, changedAt }).toEqual({ state: 'withdrawn', changedAt: house.now() })
      expect(entries.at(-1)).toMatchObject({ kind: 'withdrawn', by: 'Montserrat Soler', fromDesk: false, at: house.now() })
    }
    expect((await look(done)).state).toBe('done')
    expect((await move(sent, 'in-progress')).problem.code).toBe('request-closed')
    const { leavers } = (await boss.browser.call('GET /api/leavers')).body as { leavers: object[] }
    expect(leavers).toMatchObject([{ withdrawnRequests: 3 }])
  })
})
