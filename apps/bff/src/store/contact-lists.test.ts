import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, test } from 'vitest'
import { plainForm } from '../domain/findable.ts'
import { migrationsFolder } from '../house.ts'
import { openTestHouse } from '../testing/house.ts'
import { apiContactsStore } from './api-contacts.ts'
import { companyEventsStore } from './company-events.ts'
import { contactChangesStore } from './contact-changes.ts'
import { type ContactFilter, contactListsStore } from './contact-lists.ts'
import type { Db, Engine } from './engine.ts'
import * as tables from './sqlite.tables.ts'
import type { Contact } from './store.ts'

/** A company of ten thousand, in which every second one has verification on, beside another one. */
async function largeCompany() {
  const house = await openTestHouse()
  const { store } = house.deps
  await house.person()
  const first = await store.findContactByLogin('person1@soler.example')
  if (!first) throw new Error('nobody is there')
  const writes = Array.from({ length: 9999 }, (_, n) => {
    const name = `Núria Ferrer ${String(n).padStart(5, '0')}`
    const contact: Contact = {
      ...first,
      id: `con_${n}`,
      login: `n${n}@soler.example`,
      name,
      sortName: plainForm(name),
      lastSignInAt: n,
    }
    return store.addContact(contact)
  })
  await store.commit(writes)
  return { house, companyId: first.companyId }
}

const filter = (facts: Partial<ContactFilter> = {}): ContactFilter => ({ words: [], sort: 'name', order: 'up', ...facts })

test('a list of ten thousand is counted, searched and paged', async () => {
  const { house, companyId } = await largeCompany()
  const { store } = house.deps
  expect(await store.countPeople(companyId)).toEqual({ people: 10_000, withVerification: 0 })
  expect(await store.countContacts(companyId, filter({ words: ['nuria', '0999'] }))).toBe(10)
  const page = await store.listContacts(companyId, filter({ words: ['nuria', '0999'] }), { limit: 3, offset: 2 })
  expect(page.map(({ id }) => id)).toEqual(['con_9991', 'con_9992', 'con_9993'])
  const last = await store.listContacts(companyId, filter({ sort: 'last-sign-in', order: 'down' }), { limit: 1, offset: 0 })
  expect(last).toMatchObject([{ id: 'con_9998' }])
  expect(await store.listContacts(companyId, filter(), { limit: 50, offset: 9990 })).toHaveLength(10)
})

/** A store whose answers are the plans of SQLite instead of rows. */
function planner() {
  const raw = new Database(':memory:')
  const db = drizzle(raw, { casing: 'snake_case' })
  migrate(db, { migrationsFolder })
  const plans: string[] = []
  const explain = (query: (db: Db) => unknown) => {
    const { sql, params } = (query(db) as { toSQL(): { sql: string; params: unknown[] } }).toSQL()
    const steps = raw.prepare(`explain query plan ${sql}`).all(params.map(() => null)) as { detail: string }[]
    plans.push(steps.map(({ detail }) => detail).join('; '))
  }
  const find = async (query: (db: Db) => unknown) => {
    explain(query)
    return []
  }
  const engine = { tables, find } as unknown as Engine
  return { engine, explain, last: () => plans.at(-1) ?? '' }
}

describe('the plans of the database', () => {
  const sorts = [
    ['name', 'contacts_company'],
    ['email', 'contacts_email'],
  ] as const
  const forms = sorts.flatMap(([sort, index]) =>
    (['up', 'down'] as const).flatMap((order) => [[], ['one'], ['one', 'two']].map((words) => ({ sort, order, words, index }))),
  )
  test.each(forms)('sorted by $sort, $order, with the words $words: the index gives the order, and nothing is sorted', async (form) => {
    const { engine, last } = planner()
    const store = contactListsStore(engine)
    await store.listContacts('com_1', filter(form), { limit: 50, offset: 0 })
    expect(last()).toContain(`SEARCH contacts USING INDEX ${form.index} (company_id=? AND kind=? AND left_at=?)`)
    expect(last()).not.toMatch(/TEMP B-TREE|SCAN/)
  })

  // An index of its own would be written at every sign-in, for a list that few open.
  test('sorted by the last sign-in, only the people of the company are read and sorted', async () => {
    const { engine, last } = planner()
    await contactListsStore(engine).listContacts('com_1', filter({ sort: 'last-sign-in' }), { limit: 50, offset: 0 })
    expect(last()).toMatch(/SEARCH contacts USING INDEX contacts_\w+ \(company_id=\? AND kind=\? AND left_at=\?/)
    expect(last()).not.toMatch(/SCAN/)
  })

  test('what is searched and counted is read from an index alone', async () => {
    const { engine, last } = planner()
    const store = contactListsStore(engine)
    await store.countContacts('com_1', filter({ words: ['one'] }))
    expect(last()).toMatch(/USING COVERING INDEX contacts_company/)
    await store.countPeople('com_1')
    expect(last()).toMatch(/USING COVERING INDEX contacts_verification/)
    await store.countContacts('com_1', filter({ verification: 'on' }))
    expect(last()).toMatch(/USING COVERING INDEX contacts_verification \(company_id=\? AND kind=\? AND left_at=\? AND factor_id>\?\)/)
  })

  test('admins and everyone else are found without reading a table from end to end', async () => {
    const { engine, explain, last } = planner()
    const store = contactListsStore(engine)
    await store.listAdmins('com_1')
    expect(last()).toContain('USING INDEX contacts_admins')
    const of = { from: 0, before: { at: 1, id: '' }, limit: 26 }
    await companyEventsStore(engine).listCompanyEvents('com_1', 'con_1', ['a'], of)
    expect(last()).toContain('USING INDEX events_contact')
    await companyEventsStore(engine).listCompanyEvents('com_1', undefined, ['a', 'b'], of)
    expect(last()).toMatch(/USING INDEX events_company_kind \(company_id=\? AND kind=\? AND at>\? AND \(at,id\)<\(\?,\?\)\)/)
    await companyEventsStore(engine).listCompanyEvents('com_1', undefined, undefined, of)
    expect(last()).toMatch(/USING INDEX events_company \(/)
    const programs = apiContactsStore(engine)
    await programs.isMainAccountVerified('com_1')
    expect(last()).toContain('USING INDEX contacts_admins')
    for (const read of [
      () => store.countForBoard('com_1'),
      () => store.listUnverified('com_1', '', 500),
      () => store.listWithoutCodes('com_1', 'any', 50),
      () => store.listEveryone('com_1', { sortName: '', id: '' }, 1000),
      () => store.listKeysSeen('com_1', 'con_1'),
      () => store.listProgramsMade('com_1', 'con_1'),
      () => store.hasContact('com_1', 'x'),
      () => programs.listActivePeople('com_1', 1000, 0),
      () => programs.isMainAccountVerified('com_1'),
      () => companyEventsStore(engine).listCompanyEvents('com_1', undefined, ['a'], { from: 0, before: { at: 1, id: '' }, limit: 26 }),
      () => companyEventsStore(engine).listCompanyEvents('com_1', 'con_1', ['a'], { from: 0, before: { at: 1, id: '' }, limit: 26 }),
    ]) {
      await read()
      expect(last()).not.toMatch(/SCAN/)
      expect(last()).not.toMatch(/TEMP B-TREE/)
    }
    const { demote, deactivate, markLeft, makeMain } = contactChangesStore(engine)
    explain(makeMain('com_1', 'con_1')[0]?.change as never)
    expect(last()).toContain('USING INDEX contacts_admins')
    for (const write of [demote('con_1', 'member'), deactivate('con_1'), markLeft('con_1', 0)]) {
      explain(write.change)
      expect(last()).toContain('SEARCH other USING INDEX contacts_admins')
    }
  })
})
