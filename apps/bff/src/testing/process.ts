import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { browser } from './browser.ts'

const main = join(import.meta.dirname, '../main.ts')

/** A folder that is gone when the returned function is called. */
export function temporaryFolder(): [folder: string, remove: () => void] {
  const folder = mkdtempSync(join(tmpdir(), 'porta-'))
  return [folder, () => rmSync(folder, { recursive: true, force: true })]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

const running = new Set<ChildProcess>()
// A test that fails in the middle must not leave its server behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

type Ended = { code: number | null; signal: NodeJS.Signals | null }

/** Starts the server as an operator does, and only waits for its end. */
export function run(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { out: '', err: '' }
  child.stdout?.on('data', (text) => {
    output.out += text
  })
  child.stderr?.on('data', (text) => {
    output.err += text
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  const ended = new Promise<Ended>((done) => child.once('close', (code, signal) => done({ code, signal })))
  return { child, output, ended }
}

/** Starts the server on a free port and waits until it says where it is. */
export async function startServer(dataDir: string, env: Record<string, string> = {}) {
  const port = await freePort()
  const { child, output, ended } = run({ DATA_DIR: dataDir, PORT: String(port), ...env })
  const says = (text: string) => (output.out.includes(text) ? true : undefined)
  for (let waited = 0; !says('Porta is at'); waited += 20) {
    if (child.exitCode !== null || waited > 15_000) throw new Error(`the server did not start: ${output.err}`)
    await new Promise((done) => setTimeout(done, 20))
  }
  const origin = `http://localhost:${port}`
  const address = `http://127.0.0.1:${port}`
  return {
    port,
    output,
    ended,
    browser: () => browser({ request: (path, init) => fetch(address + path, init) }, origin),
    /** Sends bytes as they are and gives what came back until the server closed, or for half a second. */
    wire: (bytes: string) => exchange(port, bytes),
    /** From now on nobody reads what the server prints. */
    stopReading: () => {
      child.stdout?.destroy()
      child.stderr?.destroy()
    },
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal)
      return await ended
    },
  }
}

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')))
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(answer))
  })
}

/** Reads the database of a server that has ended, or still runs. */
export function query<Row>(dataDir: string, sql: string): Row[] {
  const raw = new Database(join(dataDir, 'porta.db'))
  try {
    return raw.prepare(sql).all() as Row[]
  } finally {
    raw.close()
  }
}
