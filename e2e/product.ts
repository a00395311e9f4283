import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

export const root = resolve(import.meta.dirname, '..')
export const results = join(root, 'test-results')
const node = join(root, 'node_modules/.bin/node')

const port = process.env['PORTA_E2E_PORT'] ?? '3100'
export const origin = `http://localhost:${port}`

mkdirSync(results, { recursive: true })
// Set once by the first process; the workers inherit it and so mean the same server.
process.env['PORTA_E2E_DATA'] ??= mkdtempSync(join(results, 'data-'))
export const dataDir = process.env['PORTA_E2E_DATA']

/** What the server and its operator commands are told. */
export const environment = { PORT: port, PUBLIC_URL: origin, DATA_DIR: dataDir, DEMO: 'on' }

/** The server of this run. */
export const startCommand = `${node} ${join(root, 'apps/bff/tasks/start.ts')}`

export type NewAccount = { email: string; password: string; name: string; companyName: string; language: 'ca' }

/** Fresh accounts by the operator's own command, on the data of the running server. */
export async function addAccounts(count: number, role: 'admin' | 'support' = 'admin'): Promise<NewAccount[]> {
  const command = [join(root, 'apps/bff/tasks/add-accounts.ts'), '--count', String(count), '--role', role]
  const { stdout } = await promisify(execFile)(node, command, {
    cwd: root,
    env: { ...process.env, ...environment },
  })
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => {
    const { email, password, name, company } = JSON.parse(line)
    return { email, password, name, companyName: company, language: 'ca' }
  })
}
