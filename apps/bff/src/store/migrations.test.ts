import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import { temporaryFolder } from '../testing/process.ts'
import { openSqlite } from './sqlite.ts'
import { createStore } from './store.ts'

/** The migrations up to and with this one. */
function migrationsUntil(folder: string, last: string) {
  cpSync(migrationsFolder, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  journal.entries = journal.entries.slice(0, journal.entries.findIndex(({ tag }) => tag === last) + 1)
  writeFileSync(file, JSON.stringify(journal))
}

test('people of an older database are sorted, searched and counted like new ones, and their history belongs to their company', async () => {
  const [folder, remove] = temporaryFolder()
  try {
    migrationsUntil(join(folder, 'old'), '0003_browsers_links_and_warnings')
    const file = join(folder, 'porta.db')
    const raw = new Database(file)
    migrate(drizzle(raw), { migrationsFolder: join(folder, 'old') })
    raw.exec(`
      insert into companies (id, name, operator, created_at) values ('com_1', 'Soler', 0, 0);
      insert into contacts (id, company_id, kind, login, name, phone, language, role, main, active, created_at)
        values ('con_1', 'com_1', 'person', 'nuria@soler.example', 'Núria Žižková-Peña', '+34972000111', 'ca', 'admin', 1, 1, 0);
      insert into events (id, at, contact_id, actor_id, actor_name, kind, details, client, request_id)
        values ('eve_1', 5, 'con_1', 'con_1', 'Núria', 'sign-in', '{}', '{"browser":"","system":"","place":""}', 'r');`)
    raw.close()

    const store = createStore(openSqlite(file, migrationsFolder))
    const filter = { words: ['zizkova', 'nuria@', '0111'], sort: 'name', order: 'up' } as const
    expect(await store.listContacts('com_1', filter, { limit: 9, offset: 0 })).toMatchObject([{ id: 'con_1' }])
    expect((await store.findContact('con_1'))?.sortName).toBe('nuria zizkova-pena')
    const place = { from: 0, before: { at: 9, id: '' }, limit: 9 }
    expect(await store.listCompanyEvents('com_1', undefined, ['sign-in'], place)).toMatchObject([{ event: { id: 'eve_1' } }])
    await store.close()
  } finally {
    remove()
  }
})

test('requests, links and events of an older database are kept: each request has a number of its own, each event waits for the chain', async () => {
  const [folder, remove] = temporaryFolder()
  try {
    migrationsUntil(join(folder, 'old'), '0004_company_and_programs')
    const file = join(folder, 'porta.db')
    const raw = new Database(file)
    migrate(drizzle(raw), { migrationsFolder: join(folder, 'old') })
    raw.exec(`
      insert into companies (id, name, operator, created_at) values ('com_1', 'Soler', 0, 0);
      insert into contacts (id, company_id, kind, login, name, phone, language, role, main, active, created_at)
        values ('con_1', 'com_1', 'person', 'nuria@soler.example', 'Núria', '', 'ca', 'admin', 1, 1, 0);
      insert into links (id, token_hash, contact_id, purpose, created_at, expires_at) values ('lin_1', x'00', 'con_1', 'not-me', 0, 99);
      insert into requests (id, company_id, contact_id, subject, service, text, state, assurance, created_at)
        values ('req_b', 'com_1', 'con_1', 'b', 's', 't', 'sent', 'program', 7), ('req_a', 'com_1', 'con_1', 'a', 's', 't', 'withdrawn', 'password', 5);
      insert into events (id, at, contact_id, company_id, actor_id, actor_name, kind, details, client, request_id)
        values ('eve_2', 6, 'con_1', 'com_1', 'con_1', 'Núria', 'sign-in', '{}', '{}', 'r'),
               ('eve_1', 5, 'con_1', 'com_1', 'con_1', 'Núria', 'sign-in', '{}', '{}', 'r');`)
    raw.close()

    const store = createStore(openSqlite(file, migrationsFolder))
    expect((await store.listWaitingEvents(9)).map(({ id }) => id)).toEqual(['eve_1', 'eve_2'])
    expect(await store.findLink('not-me', Buffer.from([0]), 1)).toMatchObject({ id: 'lin_1', caseId: null })
    const requests = (await store.listRequestsOfCompany('com_1', 9)).map(({ request }) => request)
    expect(requests).toMatchObject([
      { id: 'req_b', state: 'sent', source: 'program', assurance: 'program', statement: null, changedAt: 7 },
      { id: 'req_a', state: 'withdrawn', assurance: 'password', statement: null, changedAt: 5 },
    ])
    expect(new Set(requests.map(({ number }) => number)).size).toBe(2)
    for (const { number } of requests) expect(number).toMatch(/^[1-9]\d{8}$/)
    await store.close()
  } finally {
    remove()
  }
})
