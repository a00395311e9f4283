import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signIn } from '../testing/flows.ts'
import { openTestHouse } from '../testing/house.ts'
import { settled } from '../testing/letters.ts'
import { rowsOf } from '../testing/rows.ts'
import { note, tell } from './activity.ts'
import { openSession } from './sessions.ts'
import { sweep } from './sweep.ts'

const day = 86_400_000
/** So long ago that events of then may go by the clock of the database too, which refuses to lose younger ones. */
const longAgo = { file: ':memory:', seed: '', at: Date.UTC(2024, 0, 1) }

test('the sweep takes what has died of age, however much it is, and leaves what has not', async () => {
  const house = await openTestHouse({}, undefined, longAgo)
  const { deps, engine } = house
  const email = await house.person()
  await signIn(house.browser(), email)
  await house.browser().call('POST /api/password/forgot', { email })
  const contact = await deps.store.findContactByLogin(email)
  if (!contact) throw new Error('nobody')
  const visit = { client: { browser: '', system: '', place: '' }, address: '', requestId: '' }
  await settled()
  await house.mails()
  await deps.store.commit(
    Array.from({ length: 1200 }, () => note(deps, contact, 'sign-in', visit, house.now())),
    tell(deps, contact, { kind: 'key-shown' }, visit, house.now()),
  )
  const counts = async () => {
    const { events, mails, links, browsers, sessions } = engine.tables
    return (await Promise.all([events, mails, links, browsers, sessions].map((table) => rowsOf(engine, table)))).map(({ length }) => length)
  }
  const [events = 0] = await counts()
  expect(events).toBeGreaterThan(1200)
  expect(await counts()).toEqual([events, 2, 1, 1, 1])
  await sweep(deps)
  expect(await counts()).toEqual([events, 2, 1, 1, 1])
  house.wait(30 * day - 1)
  await sweep(deps)
  expect(await counts()).toEqual([events, 2, 0, 1, 0])
  house.wait(1)
  await sweep(deps)
  // What still waits for a mail server stays, however old it is.
  expect(await counts()).toEqual([events, 1, 0, 1, 0])
  house.wait(150 * day)
  await sweep(deps)
  expect(await counts()).toEqual([events, 1, 0, 0, 0])
  house.wait(220 * day - 1)
  await sweep(deps)
  expect((await counts())[0]).toBe(events)
  house.wait(1)
  await sweep(deps)
  expect((await counts())[0]).toBe(0)
})

test('the sweep never takes so much at once that somebody would wait for it', async () => {
  const house = await openTestHouse({}, undefined, longAgo)
  const { deps, engine } = house
  const contact = await deps.store.findContactByLogin(await house.person())
  if (!contact) throw new Error('nobody')
  const visit = { client: { browser: '', system: '', place: '' }, address: '', requestId: '' }
  const many = Array.from({ length: 1200 }, (_, n) => n)
  await deps.store.commit(many.map(() => tell(deps, contact, { kind: 'key-shown' }, visit, house.now())))
  await house.mails()
  await deps.store.commit(
    many.flatMap(() => openSession(deps, { contact, company: undefined }, 'password', visit, house.now()).writes.slice(0, 1)),
    many.map(() => note(deps, contact, 'sign-in', visit, house.now())),
  )
  await Promise.all(many.map((n) => deps.store.takeAllowance(`forgot:${n}`, { limit: 1, windowMs: 1000 }, house.now())))
  house.wait(500 * day)

  const { allowances, events, mails, sessions } = engine.tables
  const left = async () =>
    (await Promise.all([allowances, events, mails, sessions].map((table) => rowsOf(engine, table)))).map((rows) => rows.length)
  let isDone = false
  const sweeping = sweep(deps).then(() => {
    isDone = true
  })
  let before = await left()
  expect(before).toEqual([1200, 1200, 1200, 1200])
  while (!isDone) {
    await new Promise((done) => setImmediate(done))
    const after = await left()
    for (const [n, rows] of after.entries()) expect((before[n] ?? 0) - rows).toBeLessThanOrEqual(500)
    before = after
  }
  await sweeping
  expect(await left()).toEqual([0, 0, 0, 0])
})

test('a folder of documents that cannot be read keeps nothing else from being swept', async () => {
  const house = await openTestHouse({}, undefined, longAgo)
  const { deps, engine } = house
  const contact = await deps.store.findContactByLogin(await house.person())
  if (!contact) throw new Error('nobody')
  mkdirSync(deps.config.dataDir)
  writeFileSync(join(deps.config.dataDir, 'documents'), 'no folder')
  await deps.store.commit(
    note(deps, contact, 'sign-in', { client: { browser: '', system: '', place: '' }, address: '', requestId: '' }, house.now()),
  )
  house.wait(401 * day)
  await sweep(deps)
  expect(await rowsOf(engine, engine.tables.events)).toEqual([])
  expect(house.logged).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'documents that nobody has were not cleared away' }),
  )
})
