import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { migrationsFolder } from '../house.ts'
import { dump } from '../testing/rows.ts'
import { openSqlite } from './sqlite.ts'
import { createStore } from './store.ts'

const company = { id: 'com_1', name: 'Soler', operator: false, ruleFrom: null, ruleReminded: null, createdAt: 1_800_000_000_000 }

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'porta-store-'))
  const file = join(folder, 'porta.db')
  afterAll(() => rmSync(folder, { recursive: true }))

  test('keeps what was committed, has only STRICT tables, and is opened again without change', async () => {
    const first = openSqlite(file, migrationsFolder)
    const one = createStore(first)
    await one.commit(one.addCompany(company))
    const before = await dump(first)
    await first.close()
    const second = openSqlite(file, migrationsFolder)
    expect(await dump(second)).toBe(before)
    await second.close()

    const raw = new Database(file)
    const tables = raw.prepare("select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'").all() as {
      name: string
      strict: number
    }[]
    const ours = tables.filter(({ name }) => name !== '__drizzle_migrations')
    expect(ours).toHaveLength(29)
    expect(ours.filter(({ strict }) => strict !== 1)).toEqual([])
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(() => raw.prepare("update companies set created_at = 'yesterday'").run()).toThrow()
    raw.close()
  })

  test('is opened with foreign keys on: a row without its contact is refused', async () => {
    const again = openSqlite(file, migrationsFolder)
    const one = createStore(again)
    const link = { id: 'lin_1', tokenHash: Buffer.from('x'), contactId: 'con_none', purpose: 'not-me' as const }
    await expect(
      one.commit(one.addLink({ ...link, email: null, caseId: null, createdAt: 0, expiresAt: 1, usedAt: null }, 1)),
    ).rejects.toThrow()
    await again.close()
  })

  test('lets go of a row that others may refer to without reading all of them', async () => {
    const raw = new Database(file, { readonly: true })
    raw.pragma('foreign_keys = ON')
    const names = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    const parents = names.flatMap((name) => raw.pragma(`foreign_key_list(${name})`) as { table: string; to: string }[])
    expect(new Set(parents.map(({ table }) => table))).toEqual(new Set(['companies', 'contacts', 'factors', 'recovery_cases', 'requests']))
    for (const { table, to } of parents) {
      const plan = raw.prepare(`explain query plan delete from ${table} where ${to} = ?`).all('') as { detail: string }[]
      expect(plan.filter(({ detail }) => detail.startsWith('SCAN'))).toEqual([])
    }
    raw.close()
  })
})
