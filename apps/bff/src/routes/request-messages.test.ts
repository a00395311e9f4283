import { describe, expect, test } from 'vitest'
import { lettersOf } from '../testing/letters.ts'
import { openDesk } from '../testing/requests.ts'

describe('messages', () => {
  test('go to and fro while a request is open, and change nothing of what was signed', async () => {
    const { house, boss, member, nuria, send, show, move } = await openDesk()
    const requestId = await send(member)
    const { statement, digest } = await show(member, requestId)
    const write = (who: typeof boss, text: string) => who.browser.call('POST /api/requests/:requestId/messages', { text }, { requestId })
    house.wait(1)
    expect((await write(member, 'When?\r\nToday?')).status).toBe(204)
    house.wait(1)
    const answer = await nuria.browser.call('POST /api/desk/requests/:requestId/messages', { text: 'Today.' }, { requestId })
    expect(answer.status).toBe(204)
    house.wait(1)
    expect((await write(boss, 'Thank you.')).status).toBe(204)
    expect(await show(member, requestId)).toMatchObject({
      statement,
      digest,
      signature: 'valid',
      changedAt: house.now(),
      entries: [
        { kind: 'signed' },
        { kind: 'message', by: 'Aina Ferrer', fromDesk: false, text: 'When?\nToday?', assurance: 'password' },
        { kind: 'message', by: 'Núria Camps', fromDesk: true, text: 'Today.', assurance: null },
        { kind: 'message', by: 'Montserrat Soler', fromDesk: false, text: 'Thank you.' },
      ],
    })
    expect(await lettersOf(house, 'request-message')).toMatchObject([{ address: member.email, letter: { by: 'Núria Camps' } }])
    await move(requestId, 'done')
    for (const closed of [
      await write(member, 'And?'),
      await nuria.browser.call('POST /api/desk/requests/:requestId/messages', { text: 'Bye.' }, { requestId }),
    ])
      expect(closed.problem.code).toBe('request-closed')
  })

  test('are thirty an hour for a customer, and thirty about one request for the desk', async () => {
    const { member, nuria, send } = await openDesk()
    const [one, two] = [await send(member), await send(member)]
    const codes = async (
      who: typeof member,
      key: 'POST /api/requests/:requestId/messages' | 'POST /api/desk/requests/:requestId/messages',
    ) => {
      for (let n = 0; n < 30; n++) expect((await who.browser.call(key, { text: `${n}` }, { requestId: one })).status).toBe(204)
      return (await Promise.all([one, two].map((requestId) => who.browser.call(key, { text: 'x' }, { requestId })))).map(
        ({ status }) => status,
      )
    }
    expect(await codes(member, 'POST /api/requests/:requestId/messages')).toEqual([429, 429])
    expect(await codes(nuria, 'POST /api/desk/requests/:requestId/messages')).toEqual([429, 204])
  })
})

test('receipts are checked thirty a minute from one address', async () => {
  const { house } = await openDesk()
  const check = (address: string) => house.browser({}, address).call('POST /api/receipts/check', { receipt: 'x' })
  for (let n = 0; n < 30; n++) expect((await check('203.0.113.77')).status).toBe(200)
  expect((await check('203.0.113.77')).problem).toMatchObject({ status: 429, retryAfterSeconds: 60 })
  expect((await check('203.0.113.78')).status).toBe(200)
})
