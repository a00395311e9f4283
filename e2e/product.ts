import { execFile, spawn } from 'node:child_process'
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

const inHours = (seconds: number) => String(seconds / 3600)
/** How long two approvals of a case may still be objected to in the stories, where days would be too long. */
export const coolingSeconds = { usual: 12, vouched: 6 }

/** What the server and its operator commands are told. It believes what a story says of the address it comes from. */
export const environment = {
  PORT: port,
  PUBLIC_URL: origin,
  DATA_DIR: dataDir,
  DEMO: 'on',
  TRUSTED_PROXIES: '127.0.0.1,::1',
  RECOVERY_COOLING_HOURS: inHours(coolingSeconds.usual),
  RECOVERY_VOUCHED_COOLING_HOURS: inHours(coolingSeconds.vouched),
}

/** The server of this run. */
export const startCommand = `${node} ${join(root, 'apps/bff/tasks/start.ts')}`

/** One of the operator's commands as a process of its own; with other settings than the server of this run, if need be. */
export const command = (task: string, args: readonly string[] = [], settings: Record<string, string> = {}) =>
  spawn(node, [join(root, `apps/bff/tasks/${task}.ts`), ...args], { cwd: root, env: { ...process.env, ...environment, ...settings } })

export type NewAccount = { email: string; password: string; name: string; companyName: string; language: 'ca' }

type Wishes = { role?: 'admin' | 'member' | 'support'; beside?: { email: string }; settings?: Record<string, string> }

/** Fresh accounts by the operator's own command, on the data of the running server: each in a company of its own, or all in that of another. */
export async function addAccounts(count: number, { role = 'admin', beside, settings = {} }: Wishes = {}): Promise<NewAccount[]> {
  const addThem = [join(root, 'apps/bff/tasks/add-accounts.ts'), '--count', String(count), '--role', role]
  if (beside) addThem.push('--beside', beside.email)
  const { stdout } = await promisify(execFile)(node, addThem, {
    cwd: root,
    env: { ...process.env, ...environment, ...settings },
  })
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return lines.map((line) => {
    const { email, password, name, company } = JSON.parse(line)
    return { email, password, name, companyName: company, language: 'ca' }
  })
}
