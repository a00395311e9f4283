import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { note } from '../src/domain/activity.ts'
import { addCompany, addContact } from '../src/domain/people.ts'
import { openHouse } from '../src/house.ts'
import { visit } from '../src/testing/mail-server.ts'
import { temporaryFolder } from '../src/testing/process.ts'

const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: silent }

// Each command is a process of its own, and takes seconds on a busy machine.
test('the operator learns whether the chain is whole, and nothing is made where there is no house', { timeout: 60_000 }, async () => {
  const [parent, remove] = temporaryFolder()
  const dataDir = join(parent, 'data')
  const audit = async (...words: string[]) =>
    await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'audit-chain.ts'), ...words], {
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (reason: { code: number; stdout: string; stderr: string }) => reason,
    )
  try {
    expect(await audit()).toMatchObject({ code: 1, stdout: '', stderr: `audit-chain: there is no database in ${dataDir}\n` })
    expect(existsSync(dataDir)).toBe(false)

    const deps = await openHouse(readConfig({ DATA_DIR: dataDir }), log)
    const companyId = await addCompany(deps, { name: 'Soler', operator: false })
    const facts = { companyId, login: 'eva@soler.example', phone: '', role: 'member', language: 'ca', password: undefined } as const
    const eva = { id: await addContact(deps, { ...facts, name: 'Eva' }), companyId, name: 'Eva' }
    const now = deps.clock.now()
    await deps.store.commit([1, 2, 3].map((n) => note(deps, eva, 'sign-in', visit, now, { n })))
    const { code, stdout } = await audit()
    expect(code).toBe(0)
    const [, head = ''] = /^3 events chained, 0 waiting\nhead (3:[0-9a-f]{64})\nwhole\n$/.exec(stdout) ?? []
    expect(await audit('--since', head)).toMatchObject({ code: 0 })
    expect(await audit('--since', head.replace('3:', '2:'))).toMatchObject({ code: 1, stdout: expect.stringContaining('BROKEN') })
    expect(await audit('--since', 'x')).toMatchObject({ code: 1, stderr: expect.stringContaining('usage') })

    const raw = new Database(join(dataDir, 'porta.db'))
    raw.exec(`drop trigger events_stay; update events set kind = 'sign-out' where details = '{"n":2}'`)
    raw.close()
    expect(await audit()).toMatchObject({ code: 1, stdout: expect.stringMatching(/\nBROKEN at link 2: event eve_\S+ of \S+Z: changed\n$/) })
    await deps.store.close()
  } finally {
    remove()
  }
})
