import { type EventKind, eventKinds, eventTopics } from '@porta/shared'
import { beforeEach, describe, expect, test } from 'vitest'
import { personWithVerification, signIn } from '../testing/flows.ts'
import { openTestHouse, password, type TestHouse } from '../testing/house.ts'
import { rowsOf } from '../testing/rows.ts'

type Listed = {
  id: string
  at: number
  kind: EventKind
  by: string | null
  details: object
  browser: string
  system: string
  place: string
}
type Page = { events: Listed[]; next: string | null }
type Browser = ReturnType<TestHouse['browser']>

const page = async (browser: Browser, query: Record<string, string | number> = {}) => {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const answer = await browser.send('GET', `/api/activity?${asked}`)
  return { status: answer.status, problem: answer.problem, ...(answer.body as Page) }
}

let house: TestHouse
let browser: Browser
let contactId: string
beforeEach(async () => {
  house = await openTestHouse()
  const email = await house.person()
  browser = house.browser({}, '203.0.113.5')
  await signIn(browser, email)
  contactId = (await house.deps.store.findContactByLogin(email))?.id ?? ''
})

const client = { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }
const event = (n: number, at: number, kind: string = 'sign-in', more: object = {}) =>
  house.deps.store.writeEvent({
    id: `eve_${String(n).padStart(5, '0')}`,
    at,
    contactId,
    companyId: '',
    actorId: contactId,
    actorName: 'Person 1',
    kind,
    details: {},
    client,
    requestId: '',
    ...more,
  })

async function all(query: Record<string, string | number> = {}) {
  const found: Listed[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const { events, next } = await page(browser, { ...query, ...(after ? { after } : {}) })
    expect(events.length).toBeLessThanOrEqual(25)
    found.push(...events)
    after = next
  }
  return found
}

describe('the activity', () => {
  test('tells what happened, newest first, with where from; who did it only when it was somebody else', async () => {
    house.wait(1000)
    await browser.call('PATCH /api/me', { language: 'en' })
    await house.deps.store.commit(event(1, house.now() + 1, 'verification-off', { actorId: 'con_admin', actorName: 'Jordi Puig' }))
    const { events, next } = await page(browser)
    expect(next).toBeNull()
    expect(events.map(({ kind, by }) => [kind, by])).toEqual([
      ['verification-off', 'Jordi Puig'],
      ['language-changed', null],
      ['sign-in', null],
    ])
    expect(events[1]).toEqual({
      id: expect.stringMatching(/^eve_/),
      at: house.now(),
      kind: 'language-changed',
      by: null,
      details: { language: 'en' },
      browser: '',
      system: '',
      place: '203.0.113.x',
    })
  })

  test('of a thousand events is paged through without a gap or a repeat, also when several have one instant and new ones come in', async () => {
    await house.deps.store.commit(Array.from({ length: 1000 }, (_, n) => event(n, house.now() + 1 + Math.floor(n / 7))))
    const first = await page(browser)
    await house.deps.store.commit(event(5000, house.now() + 10_000))
    const rest: Listed[] = []
    for (let after = first.next; after !== null; ) {
      const { events, next } = await page(browser, { after })
      rest.push(...events)
      after = next
    }
    const ids = [...first.events, ...rest].map(({ id }) => id)
    expect(ids.slice(0, 1000)).toEqual(Array.from({ length: 1000 }, (_, n) => `eve_${String(999 - n).padStart(5, '0')}`))
    expect(ids).toHaveLength(1001)
  })

  test('is filtered by topic and by time, from on and before to', async () => {
    const kinds = eventKinds.filter((kind) => kind !== 'sign-in')
    const start = house.now() + 1
    await house.deps.store.commit(kinds.map((kind, n) => event(n, start + n, kind)))
    for (const [topic, wanted] of Object.entries(eventTopics))
      expect(new Set((await all({ topic })).map(({ kind }) => kind))).toEqual(new Set(wanted))
    expect((await all({ from: start + 2, to: start + 5 })).map(({ at }) => at)).toEqual([start + 4, start + 3, start + 2])
    expect(await all({ from: start + 5, to: start + 2 })).toEqual([])
    const one = await page(browser, { to: start + 30 })
    expect((await page(browser, { to: start + 4, after: one.next ?? '' })).events.map(({ at }) => at)).toEqual([
      start + 3,
      start + 2,
      start + 1,
      start,
      start - 1,
    ])
  })

  test('leaves out what an older product wrote and nobody can put into words', async () => {
    await house.deps.store.commit(event(1, house.now() + 1, 'moon-phase'), event(2, house.now() + 2, 'session-ended'))
    expect((await all()).map(({ kind }) => kind)).toEqual(['session-ended', 'sign-in'])
  })

  test('is of the person alone, whatever place in a list they name', async () => {
    const { browser: other } = await personWithVerification(house)
    for (let n = 0; n < 30; n++) await other.call('PATCH /api/me', { language: 'en' })
    const theirs = await page(other)
    expect(theirs.events).toHaveLength(25)
    expect((await page(browser, { after: theirs.next ?? '' })).events.map(({ kind }) => kind)).toEqual(['sign-in'])
    const mine = (await rowsOf(house.engine, house.engine.tables.events)).filter((row) => row.contactId === contactId)
    expect((await all()).map(({ id }) => id)).toEqual(mine.map(({ id }) => id))
  })

  test.each([
    ['topic', 'everything', 'not-a-choice'],
    ['topic', '__proto__', 'not-a-choice'],
    ['from', 'yesterday', 'wrong-type'],
    ['from', '1.5', 'wrong-type'],
    ['to', '-1', 'too-short'],
    ['to', '1e400', 'wrong-type'],
    ['after', '', 'not-a-choice'],
    ['after', 'x', 'not-a-choice'],
    ['after', Buffer.from("1.x' or 1=1 --").toString('base64url'), 'not-a-choice'],
    ['after', Buffer.from('9999999999999999999.eve_1').toString('base64url'), 'not-a-choice'],
    ['after', 'x'.repeat(101), 'too-long'],
    ['contactId', 'con_1', 'unknown-field'],
  ])('%s=%s is refused', async (name, value, reason) => {
    expect((await page(browser, { [name]: value })).problem).toMatchObject({ status: 422, fields: { [name]: reason } })
  })

  test('refuses a name that is asked twice', async () => {
    const { problem } = await browser.send('GET', '/api/activity?topic=account&from=1&topic=devices')
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input', fields: { topic: 'wrong-type' } })
  })

  test('needs a session', async () => {
    expect((await house.browser().call('GET /api/activity')).problem.code).toBe('not-signed-in')
    expect((await house.browser().call('POST /api/sign-in/password', { email: 'x', password })).status).toBe(401)
  })
})
