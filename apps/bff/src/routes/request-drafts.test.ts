import { describe, expect, test } from 'vitest'
import { lapseDrafts } from '../domain/request-drafts.ts'
import { deskChannel, type LiveEvent } from '../live.ts'
import { lettersOf } from '../testing/letters.ts'
import { content, type Desk, openDesk } from '../testing/requests.ts'
import { rowsOf } from '../testing/rows.ts'

const minute = 60_000
const sign = (who: Desk['member'], requestId: string, digest: string, proof: object = who.proof()) =>
  who.browser.call('POST /api/requests/:requestId/sign', { digest, ...proof }, { requestId })
const decline = (who: Desk['member'], requestId: string) =>
  who.browser.call('POST /api/requests/:requestId/decline', undefined, { requestId })
const redraft = (who: Desk['nuria'], requestId: string, facts: Partial<typeof content>) =>
  who.browser.call('POST /api/desk/requests/:requestId/draft', { ...content, ...facts }, { requestId })
const cancel = (who: Desk['nuria'], requestId: string) =>
  who.browser.call('POST /api/desk/requests/:requestId/cancel', undefined, { requestId })

/** What screens that watch a channel would learn. */
function watch({ house }: Desk, channel: string) {
  const events: LiveEvent[] = []
  house.deps.live.subscribe(channel, { onEvent: (event) => void events.push(event), onClose: () => undefined })
  return events
}

describe('what the desk writes down', () => {
  test('appears at once at the caller, who signs it with a fresh proof while the desk watches', async () => {
    const desk = await openDesk()
    const { house, boss, member, draft, show, look } = desk
    const companyId = (await house.deps.store.findContact(member.id))?.companyId ?? ''
    const [atCustomer, atDesk] = [watch(desk, companyId), watch(desk, deskChannel)]
    const requestId = await draft()
    const expiresAt = house.now() + 30 * minute
    const about = { kind: 'request', requestId, contactId: member.id, at: house.now() }
    expect(atCustomer).toEqual([{ ...about, state: 'to-sign' }])
    expect(atDesk).toEqual(atCustomer)
    const drafted = await show(member, requestId)
    expect(drafted).toMatchObject({
      ...content,
      state: 'to-sign',
      assurance: null,
      statement: null,
      signedAt: null,
      signature: null,
      expiresAt,
      maySign: true,
      mayWithdraw: false,
      mayWrite: true,
      entries: [{ kind: 'drafted', by: 'Núria Camps', fromDesk: true }],
    })
    expect(await show(boss, requestId)).toMatchObject({ maySign: false, mine: false })
    // The look-up masks the name, and so does what was written down, until its owner has signed.
    expect(await look(requestId)).toMatchObject({ by: 'A••a F••••r' })
    const queue = async () => (await desk.nuria.browser.send('GET', '/api/desk/requests')).body
    expect(await queue()).toMatchObject({ requests: [{ id: requestId, by: 'A••a F••••r' }] })
    expect((await member.browser.call('GET /api/notices')).body).toMatchObject({
      toSign: [{ id: requestId, subject: content.subject, expiresAt }],
    })
    expect(await lettersOf(house, 'request-to-sign')).toMatchObject([{ address: member.email, letter: { by: 'Núria Camps', expiresAt } }])

    house.wait(1)
    expect((await sign(member, requestId, drafted.digest, {})).problem.code).toBe('password-needed')
    expect((await sign(member, requestId, drafted.digest)).status).toBe(204)
    expect(atDesk.at(-1)).toEqual({ ...about, state: 'sent', at: house.now() })
    expect(await look(requestId)).toMatchObject({
      state: 'sent',
      source: 'call',
      assurance: 'password',
      signature: 'valid',
      by: 'Aina Ferrer',
      signedAt: house.now(),
      expiresAt: null,
      mayRedraft: false,
      statement: expect.stringContaining("anotada pel servei d'atenció durant una trucada"),
      entries: [{ kind: 'drafted' }, { kind: 'signed', by: 'Aina Ferrer', assurance: 'password' }],
    })
    expect((await member.browser.call('GET /api/notices')).body).toMatchObject({ toSign: [] })
    expect((await sign(member, requestId, drafted.digest)).problem).toMatchObject({ status: 409, code: 'draft-over' })
  })

  test('is signed by the caller alone, not by an admin of the same company', async () => {
    const { boss, draft, show } = await openDesk()
    const requestId = await draft()
    const { digest } = await show(boss, requestId)
    expect((await sign(boss, requestId, digest)).problem.code).toBe('not-found')
    expect((await decline(boss, requestId)).problem.code).toBe('not-found')
    expect((await show(boss, requestId)).state).toBe('to-sign')
  })

  test('is signed as it was on the screen: other words meanwhile refuse it, however late they come', async () => {
    const { house, member, nuria, draft, show } = await openDesk()
    const requestId = await draft()
    const before = await show(member, requestId)
    house.wait(5 * minute)
    const answer = await redraft(nuria, requestId, { text: 'Delete everything.' })
    expect(answer.body).toEqual({ expiresAt: house.now() + 30 * minute, digest: (await show(member, requestId)).digest })
    expect((await sign(member, requestId, before.digest)).problem).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect((await show(member, requestId)).state).toBe('to-sign')

    const { digest } = await show(member, requestId)
    const { store } = house.deps
    const { commit } = store
    // Between what the rule has read and what it writes.
    store.commit = async (...writes) => {
      store.commit = commit
      await commit(store.changeDraft(requestId, { ...content, text: 'Once more.' }, house.now() + minute, house.now()))
      return commit(...writes)
    }
    // The password is right: that commit is the first.
    expect((await sign(member, requestId, digest)).problem.code).toBe('changed-meanwhile')
    expect(await show(member, requestId)).toMatchObject({ state: 'to-sign', statement: null, text: 'Once more.' })
    expect(await lettersOf(house, 'request-sent')).toEqual([])
  })

  test('is over after half an hour, whether or not that is written already', async () => {
    const desk = await openDesk()
    const { house, member, nuria, pass, draft, show, look } = desk
    const requestId = await draft()
    const { digest } = await show(member, requestId)
    await pass(30 * minute - 1)
    expect((await show(member, requestId)).maySign).toBe(true)
    house.wait(1)
    const refused = async () => {
      expect(await show(member, requestId)).toMatchObject({
        state: 'lapsed',
        maySign: false,
        mayWrite: false,
        expiresAt: null,
        signature: null,
      })
      expect(await look(requestId)).toMatchObject({ state: 'lapsed', mayRedraft: false })
      for (const answer of [
        await sign(member, requestId, digest),
        await decline(member, requestId),
        await redraft(nuria, requestId, {}),
        await cancel(nuria, requestId),
      ])
        expect(answer.problem.code).toBe('draft-over')
      expect((await member.browser.call('GET /api/notices')).body).toMatchObject({ toSign: [] })
    }
    await refused()
    const events = watch(desk, deskChannel)
    await Promise.all([lapseDrafts(house.deps), lapseDrafts(house.deps)])
    await refused()
    expect(events).toMatchObject([{ requestId, state: 'lapsed' }])
    expect((await look(requestId)).entries).toMatchObject([
      { kind: 'drafted' },
      { kind: 'lapsed', by: '', fromDesk: false, assurance: null },
    ])
    expect((await rowsOf(house.engine, house.engine.tables.requests))[0]?.state).toBe('lapsed')
  })

  test('can be declined, and then it is over', async () => {
    const { house, member, draft, show, look } = await openDesk()
    const requestId = await draft()
    const { digest } = await show(member, requestId)
    house.wait(1)
    expect((await decline(member, requestId)).status).toBe(204)
    expect(await look(requestId)).toMatchObject({
      state: 'withdrawn',
      statement: null,
      entries: [{}, { kind: 'declined', by: 'Aina Ferrer' }],
    })
    for (const answer of [await decline(member, requestId), await sign(member, requestId, digest)])
      expect(answer.problem.code).toBe('draft-over')
    const { events } = (await member.browser.send('GET', '/api/activity?topic=requests')).body as { events: object[] }
    expect(events.slice(0, 2)).toMatchObject([
      { kind: 'request-declined', by: null },
      { kind: 'request-drafted', by: 'Núria Camps' },
    ])
  })

  test('is changed only by who wrote it down, and taken back by anybody of the desk, until it is signed', async () => {
    const { house, member, nuria, pavel, draft, show, look } = await openDesk()
    const requestId = await draft()
    expect(await look(requestId)).toMatchObject({ mayRedraft: true })
    expect(await look(requestId, pavel)).toMatchObject({ mayRedraft: false })
    expect((await redraft(pavel, requestId, { text: 'Other words.' })).problem.code).toBe('not-held')
    expect((await show(member, requestId)).text).toBe(content.text)
    house.wait(1)
    expect((await cancel(pavel, requestId)).status).toBe(204)
    expect(await show(member, requestId)).toMatchObject({
      state: 'withdrawn',
      entries: [{}, { kind: 'withdrawn', by: 'Pavel Novák', fromDesk: true }],
    })
    expect(await lettersOf(house, 'request-changed')).toMatchObject([{ address: member.email, letter: { state: 'withdrawn' } }])

    const signed = await draft()
    await sign(member, signed, (await show(member, signed)).digest)
    for (const answer of [await redraft(nuria, signed, {}), await cancel(nuria, signed)]) expect(answer.problem.code).toBe('draft-over')
    for (const answer of [await redraft(nuria, 'req_unknown', {}), await cancel(nuria, 'req_unknown')])
      expect(answer.problem.code).toBe('not-found')
    expect((await show(member, signed)).signature).toBe('valid')
  })

  test('has one end when it is signed, declined, changed and taken back at once', async () => {
    const { house, member, nuria, draft, look, show } = await openDesk()
    const requestId = await draft()
    const { digest } = await show(member, requestId)
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => decline(member, requestId)),
      ...Array.from({ length: 10 }, () => sign(member, requestId, digest)),
      ...Array.from({ length: 10 }, () => cancel(nuria, requestId)),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    for (const { problem } of answers.filter(({ status }) => status !== 204)) expect(problem.code).toBe('draft-over')
    expect((await look(requestId)).entries).toHaveLength(2)
    expect(await rowsOf(house.engine, house.engine.tables.requestEntries)).toHaveLength(2)
  })
})
