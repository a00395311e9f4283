import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, describe, test } from 'vitest'
import { demo, turnOnNow } from './testing/flows.ts'
import { query, startServer, temporaryFolder } from './testing/process.ts'

const removals: (() => void)[] = []
afterAll(() => {
  for (const remove of removals) remove()
})
function newFolder() {
  const [folder, remove] = temporaryFolder()
  removals.push(remove)
  return folder
}

describe.concurrent('SIGTERM', () => {
  test('stops the server within ten seconds, also with a connection that hangs in the middle of a request', {
    timeout: 25_000,
  }, async ({ expect }) => {
    const server = await startServer(newFolder())
    const hanging = connect(server.port, '127.0.0.1', () => hanging.write('POST /api/sign-out HTTP/1.1\r\nhost: x\r\ncontent-le'))
    hanging.on('error', () => undefined)
    const idle = connect(server.port, '127.0.0.1').on('error', () => undefined)
    await new Promise((done) => setTimeout(done, 200))
    const began = performance.now()
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(performance.now() - began).toBeLessThan(10_000)
    idle.destroy()
  })

  test('stops the server within ten seconds, also with a mail server that says nothing; the letter stays in the outbox', {
    timeout: 30_000,
  }, async ({ expect }) => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket))
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    const dataDir = newFolder()
    const port = (silent.address() as AddressInfo).port
    const server = await startServer(dataDir, { DEMO: 'on', SMTP_URL: `smtp://127.0.0.1:${port}` })
    const browser = server.browser()
    await browser.call('POST /api/sign-in/password', demo)
    await turnOnNow(browser)
    await expect.poll(() => sockets.length, { timeout: 5000 }).toBe(1)
    const began = performance.now()
    expect((await server.stop()).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    for (const socket of sockets) socket.destroy()
    silent.close()
    const [mail] = query<{ state: string; next_at: number }>(dataDir, 'select state, next_at from mails')
    expect(mail?.state).toBe('queued')
    expect(mail?.next_at).toBeLessThan(Date.now() + 6 * 60_000)
  })

  test('stops the server at once, also with pages that watch; one that has gone away holds nothing', { timeout: 25_000 }, async ({
    expect,
  }) => {
    const server = await startServer(newFolder(), { DEMO: 'on' })
    const browser = server.browser()
    await browser.call('POST /api/sign-in/password', demo)
    const headers = { cookie: `__Host-sid=${browser.cookies.get('__Host-sid')}` }
    const watch = (signal?: AbortSignal) => fetch(`http://127.0.0.1:${server.port}/api/live`, { headers, ...(signal ? { signal } : {}) })
    for (let n = 0; n < 12; n++) {
      const gone = new AbortController()
      await expect.poll(async () => (await watch(gone.signal)).status).toBe(200)
      gone.abort()
    }
    const watching = await watch()
    const read = watching.text()
    const began = performance.now()
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(performance.now() - began).toBeLessThan(3000)
    expect(await read).toContain(': watching')
  })

  test('stops the server also when nobody reads its log any more', { timeout: 25_000 }, async ({ expect }) => {
    const server = await startServer(newFolder())
    server.stopReading()
    for (let n = 0; n < 3; n++) expect((await server.browser().send('GET', '/healthz')).status).toBe(200)
    const began = performance.now()
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
