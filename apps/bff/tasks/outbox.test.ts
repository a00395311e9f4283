import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { tell } from '../src/domain/activity.ts'
import type { Letter } from '../src/domain/letter.ts'
import { addCompany, addContact } from '../src/domain/people.ts'
import { openHouse } from '../src/house.ts'
import { visit } from '../src/testing/mail-server.ts'
import { temporaryFolder } from '../src/testing/process.ts'

const silent = () => undefined

// Each command is a process of its own, and takes seconds on a busy machine.
test('the operator sees the dead mails and tries them anew, but none whose link is over', { timeout: 60_000 }, async () => {
  const [dataDir, remove] = temporaryFolder()
  const outbox = async (...words: string[]) => {
    const command = [join(import.meta.dirname, 'outbox.ts'), ...words]
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
    return await promisify(execFile)(process.execPath, command, { env }).catch((reason) => ({
      stdout: reason.stdout,
      stderr: reason.stderr,
    }))
  }
  try {
    const deps = await openHouse(readConfig({ DATA_DIR: dataDir }), { debug: silent, info: silent, warn: silent, error: silent })
    const companyId = await addCompany(deps, { name: 'Soler', operator: false })
    const login = 'eva@soler.example'
    const facts = { companyId, name: 'Eva', login, phone: '', role: 'member', language: 'ca', password: undefined } as const
    const id = await addContact(deps, facts)
    const now = deps.clock.now()
    const secret = 'q3Zx_m-4dKQ9wZ1e0TtVbYh2uJ8sLrPnCgEaFoIiXyA'
    const expiresAt = now + 3_600_000
    const queue = async (letter: Letter, post = {}) => {
      const write = tell(deps, { id, companyId: '', name: 'Eva', login, language: 'ca' }, letter, visit, now, post)
      await deps.store.commit(write)
      return String(write.values['id'])
    }
    const lost = await queue({ kind: 'key-shown' })
    const other = await queue({ kind: 'new-browser' })
    const link = await queue({ kind: 'password-reset', expiresAt }, { secret, expiresAt })
    await queue({ kind: 'password-reset', expiresAt }, { secret, expiresAt })
    const late = await queue({ kind: 'password-reset', expiresAt: now }, { secret, expiresAt: now })
    await deps.store.commit([lost, other, link, late].map((each) => deps.store.markMailFailed(each, null, '550 nobody\r\nhere')))

    const all = (await outbox()).stdout
    expect(all).toContain('1 queued (1 due), 0 sent, 4 dead\n')
    expect(all).toContain(`\n${lost}  key-shown to ${login}\n  since ${new Date(now).toISOString()}, tried 0 times\n  550 nobody here\n`)
    expect(all).toContain(`tried 0 times, of use until ${new Date(expiresAt).toISOString()}\n`)
    expect(all).not.toContain(secret)
    expect((await outbox('retry', lost)).stdout).toBe('1 queued again\n')
    expect((await outbox('retry', lost)).stderr).toBe(`outbox: there is no dead mail ${lost}\n`)
    expect((await outbox('retry', 'all')).stdout).toBe('2 queued again\n1 not: the link or code that they carried is over\n')
    expect((await outbox()).stdout).toContain('4 queued (4 due), 0 sent, 1 dead\n')
    const unclear = await Promise.all([['retry'], ['nonsense'], ['retry', 'all', 'more']].map((words) => outbox(...words)))
    for (const { stderr } of unclear) expect(stderr).toBe('outbox: usage: pnpm outbox [retry <id>|all]\n')
    await deps.store.close()
  } finally {
    remove()
  }
})
