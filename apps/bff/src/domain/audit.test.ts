import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestHouse } from '../testing/house.ts'
import { note } from './activity.ts'
import { chainEvents, checkChain } from './audit.ts'
import { sweep } from './sweep.ts'

const day = 86_400_000
const visit = { client: { browser: 'Firefox', system: 'Linux', place: '' }, address: '', requestId: 'r' }

async function houseWithEvents(count: number, at?: number) {
  const file = join(mkdtempSync(join(tmpdir(), 'porta-audit-')), 'porta.db')
  const place = { file, seed: '', ...(at === undefined ? {} : { at }) }
  const house = await openTestHouse({}, undefined, place)
  const contact = await house.deps.store.findContactByLogin(await house.person())
  if (!contact) throw new Error('nobody')
  const write = async (times: number) => {
    for (let n = 0; n < times; n++) {
      house.wait(1)
      await house.deps.store.commit(note(house.deps, contact, 'sign-in', visit, house.now(), { n }))
    }
  }
  await write(count)
  return { ...house, place, write, name: contact.name, raw: new Database(file) }
}
type House = Awaited<ReturnType<typeof houseWithEvents>>

describe('whoever reaches the database, past the product', () => {
  let house: House
  beforeEach(async () => {
    house = await houseWithEvents(5)
    await chainEvents(house.deps)
  })

  test.each([
    ["update events set actor_name = 'Nobody'", 'events are never changed'],
    ['delete from events', 'events are kept for 400 days'],
    ['update audit_links set seq = seq + 100', 'the chain is never changed'],
    ['delete from audit_links', 'the chain is kept for 400 days'],
  ])('is refused: %s', (statement, words) => {
    expect(() => house.raw.exec(statement)).toThrow(words)
  })

  const unguarded = () => {
    for (const name of house.raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
      house.raw.exec(`drop trigger ${name}`)
  }
  const eventOf = (seq: number) => house.raw.prepare('select event_id from audit_links where seq = ?').pluck().get(seq) as string

  test('and finds the chain whole as long as nothing is done', async () => {
    expect(await checkChain(house.deps)).toMatchObject({ chained: 5, waiting: 0, first: 1, head: { seq: 5 } })
    expect((await checkChain(house.deps)).broken).toBeUndefined()
  })

  test.each([
    ['another name', "actor_name = 'Nobody'"],
    ['other details', `details = '{"n":7}'`],
    ['another time', 'at = at + 1'],
    ['another browser', "client = '{}'"],
    ['details that are no JSON', "details = '{'"],
    ['details that are no object', "details = 'null'"],
  ])('and changes an event all the same (%s): the link is named', async (_, change) => {
    unguarded()
    house.raw.exec(`update events set ${change} where id = '${eventOf(3)}'`)
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 3, eventId: eventOf(3), what: 'changed' })
  })

  test('and removes an event, with or without its link', async () => {
    unguarded()
    const gone = eventOf(3)
    house.raw.exec(`delete from events where id = '${gone}'`)
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 3, eventId: gone, what: 'event removed' })
    house.raw.exec('delete from audit_links where seq = 3')
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 4, what: 'link removed' })
    house.raw.exec('update audit_links set seq = seq - 1 where seq > 3')
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 3, what: 'changed' })
  })

  test('and removes an event as if it had been an old one', async () => {
    unguarded()
    const gone = eventOf(3)
    house.raw.exec(`delete from events where id = '${gone}'; update audit_links set at = 0 where seq = 3`)
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 3, eventId: gone, what: 'event removed' })
  })

  test('and cuts the beginning off, as if it had been old, or lets the sweep do it', async () => {
    unguarded()
    house.raw.exec('update audit_links set at = 0 where seq < 3')
    await sweep(house.deps)
    expect(await checkChain(house.deps)).toMatchObject({ chained: 5, first: 1 })
    house.raw.exec('delete from events where id in (select event_id from audit_links where seq < 3); delete from audit_links where seq < 3')
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 3, what: 'link removed' })
  })

  test('and swaps two events', async () => {
    unguarded()
    const [a, b] = [eventOf(2), eventOf(4)]
    house.raw.exec(`update audit_links set event_id = 'x' where seq = 2; update audit_links set event_id = '${a}' where seq = 4;
      update audit_links set event_id = '${b}' where seq = 2`)
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 2, what: 'changed' })
  })

  test('and slips an event in', async () => {
    unguarded()
    house.raw.exec(`insert into events select 'eve_false', at, contact_id, company_id, actor_id, actor_name, kind, details, client, request_id
      from events limit 1`)
    expect((await checkChain(house.deps)).broken).toMatchObject({ seq: undefined, eventId: 'eve_false', what: 'added' })
  })

  test('and slips one in that cannot be read: the chain goes on behind it', async () => {
    house.raw.exec(`insert into events (id, at, contact_id, company_id, actor_id, actor_name, kind, details, client, request_id)
      select 'eve_odd', at, contact_id, company_id, actor_id, actor_name, kind, 'no JSON', 'null', request_id from events limit 1`)
    await house.write(1)
    await chainEvents(house.deps)
    const report = await checkChain(house.deps)
    expect(report).toMatchObject({ chained: 7, waiting: 0 })
    expect(report.broken).toBeUndefined()
  })

  test('and cuts the end off: a head that was kept elsewhere tells', async () => {
    const { head } = await checkChain(house.deps)
    unguarded()
    house.raw.exec(`delete from events where id = '${eventOf(5)}'; delete from audit_links where seq = 5`)
    // As whoever covers it up would: everything looks as it should.
    house.raw.exec('create trigger again after insert on events begin insert into audit_waiting (event_id) values (new.id); end')
    expect(await checkChain(house.deps)).toMatchObject({ chained: 4 })
    expect(await checkChain(house.deps, head)).toMatchObject({ hasKeptHead: false })
    await house.write(1)
    await chainEvents(house.deps)
    expect(await checkChain(house.deps, head)).toMatchObject({ chained: 5, hasKeptHead: false })
  })

  test('a head that was kept is found in a longer chain', async () => {
    const { head } = await checkChain(house.deps)
    await house.write(3)
    await chainEvents(house.deps)
    expect(await checkChain(house.deps, head)).toMatchObject({ chained: 8, hasKeptHead: true })
  })
})

test('two processes chain at once: each event once, and the chain is whole', async () => {
  const house = await houseWithEvents(450)
  const other = await openTestHouse({}, undefined, { ...house.place, seed: 'other' })
  await Promise.all([chainEvents(house.deps), chainEvents(other.deps), chainEvents(house.deps), chainEvents(other.deps)])
  await chainEvents(house.deps)
  const report = await checkChain(house.deps)
  expect(report).toMatchObject({ chained: 450, waiting: 0 })
  expect(report.broken).toBeUndefined()
})

test('events leave after 400 days, from the beginning of the chain, and what is left is whole', async () => {
  // Long ago by the clock of the database too, which is the one that refuses.
  const house = await houseWithEvents(3, Date.UTC(2024, 0, 1))
  await chainEvents(house.deps)
  house.wait(100 * day)
  await house.write(2)
  await chainEvents(house.deps)
  house.wait(300 * day + 1)
  await sweep(house.deps)
  const report = await checkChain(house.deps)
  expect(report).toMatchObject({ chained: 2, first: 4 })
  expect(report.broken).toBeUndefined()
  house.raw.exec("update meta set value = replace(value, '3:', '4:') where name = 'audit-beginning'")
  expect((await checkChain(house.deps)).broken).toMatchObject({ what: 'beginning changed' })
  house.raw.exec("update meta set value = replace(value, '4:', '3:') where name = 'audit-beginning'; drop trigger events_stay")
  house.raw.exec("update events set actor_name = 'Nobody' where id = (select event_id from audit_links where seq = 4)")
  expect((await checkChain(house.deps)).broken).toMatchObject({ seq: 4, what: 'changed' })
  house.raw.exec(`update events set actor_name = '${house.name}' where id = (select event_id from audit_links where seq = 4)`)
  house.wait(400 * day)
  await sweep(house.deps)
  await house.write(1)
  await chainEvents(house.deps)
  expect((await checkChain(house.deps)).broken).toBeUndefined()
  expect(await checkChain(house.deps)).toMatchObject({ head: { seq: 6 } })
})
