import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { APIRequest } from '@playwright/test'
import { createMailbox } from '../mailbox.ts'
import { addAccounts, command, type NewAccount, results } from '../product.ts'

/** What a command says, once it fits. */
export const said = ({ stdout }: ChildProcess, wish: RegExp) =>
  new Promise<RegExpExecArray>((done, fail) => {
    let heard = ''
    stdout?.on('data', (chunk) => {
      heard += chunk
      const found = wish.exec(heard)
      if (found) done(found)
    })
    stdout?.on('end', () => fail(new Error(`it ended, and said only: ${heard}`)))
  })

/** Stops a command, unless it has ended, and waits for its end. */
export async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = once(child, 'exit')
  child.kill(signal)
  await end
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Another server than that of the run, on data of its own, for stories that stop it or set it up otherwise. */
export async function anotherServer(more: Record<string, string> = {}) {
  const port = String(await freePort())
  const origin = `http://localhost:${port}`
  const dataDir = await mkdtemp(join(results, 'data-own-'))
  const settings = { PORT: port, PUBLIC_URL: origin, DATA_DIR: dataDir, DEMO: 'off', ...more }
  return {
    origin,
    settings,
    mailbox: createMailbox(join(dataDir, 'mail')),
    start: async () => {
      const child = command('start', [], settings)
      await said(child, /Porta is at/)
      return child
    },
    addAccount: async () => (await addAccounts(1, { settings }))[0] as NewAccount,
    newClient: (playwright: { request: APIRequest }) => playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } }),
  }
}
