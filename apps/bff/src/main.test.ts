import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { demo, turnOnNow } from './testing/flows.ts'
import { query, run, startServer, temporaryFolder } from './testing/process.ts'

const removals: (() => void)[] = []
afterAll(() => {
  for (const remove of removals) remove()
})
function newFolder() {
  const [folder, remove] = temporaryFolder()
  removals.push(remove)
  return folder
}
describe('the server', () => {
  test('is alive and ready, keeps its data and its key over a restart, and makes the demo once', async () => {
    const dataDir = join(newFolder(), 'data')
    const first = await startServer(dataDir, { DEMO: 'on' })
    const browser = first.browser()
    expect((await browser.send('GET', '/healthz')).body).toEqual({ status: 'alive' })
    expect((await browser.send('GET', '/readyz')).body).toEqual({ status: 'ready' })
    expect(first.output.out).toContain(demo.password)
    expect((await browser.call('POST /api/sign-in/password', demo)).body).toEqual({ next: 'home' })
    await turnOnNow(browser)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'porta.key')).mode & 0o777).toBe(0o600)
    const key = readFileSync(join(dataDir, 'porta.key'), 'utf8')
    await expect.poll(() => existsSync(join(dataDir, 'mail')) && readdirSync(join(dataDir, 'mail')).length, { timeout: 5000 }).toBe(1)
    expect(await first.stop()).toEqual({ code: 0, signal: null })
    const people = query(dataDir, 'select id, login, password_sealed from contacts order by login')
    expect(people).toHaveLength(7)

    const second = await startServer(dataDir, { DEMO: 'on' })
    expect((await second.browser().call('POST /api/sign-in/password', demo)).body).toEqual({ next: 'code' })
    expect((await browser.call('GET /api/me').catch(() => ({ status: 0 }))).status).toBe(0)
    await second.stop('SIGINT')
    expect(readFileSync(join(dataDir, 'porta.key'), 'utf8')).toBe(key)
    expect(query(dataDir, 'select id, login, password_sealed from contacts order by login')).toEqual(people)
    expect(readdirSync(join(dataDir, 'mail'))).toHaveLength(1)
  })

  test('makes nobody in production', async () => {
    const dataDir = newFolder()
    const server = await startServer(dataDir, { NODE_ENV: 'production' })
    expect((await server.browser().call('POST /api/sign-in/password', demo)).problem.code).toBe('sign-in-refused')
    await server.stop()
    for (const table of ['companies', 'contacts', 'sessions']) expect(query(dataDir, `select * from ${table}`)).toEqual([])
  })

  test('with bad settings says so in one line, repeats no secret and does not start', async () => {
    const dataDir = join(newFolder(), 'data')
    const { ended, output } = run({ DATA_DIR: dataDir, PUBLIC_URL: 'http://porta.example', SMTP_URL: 'http://secret@mail.example' })
    expect(await ended).toEqual({ code: 1, signal: null })
    expect(output.err).toMatch(/^porta: PUBLIC_URL [^\n]+; SMTP_URL [^\n]+\n$/)
    expect(output.err + output.out).not.toContain('secret')
    expect(existsSync(dataDir)).toBe(false)
  })

  test('does not start with DEMO in production', async () => {
    const { ended, output } = run({ DATA_DIR: newFolder(), DEMO: 'on', NODE_ENV: 'production' })
    expect((await ended).code).toBe(1)
    expect(output.err).toBe('porta: DEMO must be off in production\n')
  })

  test('does not start with another key or without its key, and touches neither key nor data', async () => {
    const dataDir = newFolder()
    const file = join(dataDir, 'porta.key')
    await (await startServer(dataDir, { DEMO: 'on' })).stop()
    const before = query(dataDir, 'select * from contacts')
    copyFileSync(file, `${file}.safe`)
    const other = JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } })
    const changes = [() => writeFileSync(file, other), () => rmSync(file)]
    for (const change of changes) {
      change()
      const { ended, output } = run({ DATA_DIR: dataDir, PORT: '3999' })
      expect((await ended).code).toBe(1)
      expect(output.err).toMatch(/^porta: the key file \S+porta\.key [^\n]+\n$/)
    }
    expect(existsSync(file)).toBe(false)
    renameSync(`${file}.safe`, file)
    const again = await startServer(dataDir)
    expect((await again.browser().call('POST /api/sign-in/password', demo)).body).toEqual({ next: 'home' })
    await again.stop()
    expect(query(dataDir, 'select id, login from contacts')).toHaveLength(before.length)
  })

  test('says in one line that its port is taken', async () => {
    const holder = createServer()
    await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done))
    const port = (holder.address() as AddressInfo).port
    const { ended, output } = run({ DATA_DIR: newFolder(), PORT: String(port) })
    expect((await ended).code).toBe(1)
    expect(output.err).toMatch(/^porta: [^\n]*EADDRINUSE[^\n]*\n$/)
    holder.close()
  })

  test('killed right after it answered a wrong code still knows of it', async () => {
    const dataDir = newFolder()
    const server = await startServer(dataDir, { DEMO: 'on' })
    const browser = server.browser()
    await browser.call('POST /api/sign-in/password', demo)
    const mine = await turnOnNow(browser)
    const elsewhere = server.browser()
    await elsewhere.call('POST /api/sign-in/password', demo)
    const answer = await elsewhere.call('POST /api/sign-in/code', { code: mine.wrong(Date.now()) })
    expect(answer.problem.code).toBe('code-wrong')
    expect(await server.stop('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })

    expect(query(dataDir, 'select failures from factors where activated_at is not null')).toEqual([{ failures: 1 }])
    const again = await startServer(dataDir)
    const there = again.browser()
    await there.call('POST /api/sign-in/password', demo)
    for (let n = 0; n < 4; n++) {
      expect((await there.call('POST /api/sign-in/code', { code: mine.wrong(Date.now()) })).problem.code).toBe('code-wrong')
    }
    const last = await there.call('POST /api/sign-in/code', { code: mine.wrong(Date.now()) })
    expect(last.problem).toMatchObject({ code: 'challenge-over', retryAfterSeconds: expect.any(Number) })
    await again.stop()
  })

  test('charges the codes of a client that does not wait for the answer', async () => {
    const dataDir = newFolder()
    const server = await startServer(dataDir, { DEMO: 'on' })
    const browser = server.browser()
    await browser.call('POST /api/sign-in/password', demo)
    const mine = await turnOnNow(browser)
    await browser.call('POST /api/sign-out')
    await browser.call('POST /api/sign-in/password', demo)
    const body = JSON.stringify({ code: mine.wrong(Date.now()) })
    const request = [
      'POST /api/sign-in/code HTTP/1.1',
      'host: localhost',
      `origin: http://localhost:${server.port}`,
      `cookie: __Host-mfa=${browser.cookies.get('__Host-mfa')}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n')
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((done) => {
            const socket: Socket = connect(server.port, '127.0.0.1', () => socket.write(request, () => socket.destroy()))
            socket.on('error', () => undefined).on('close', () => done())
          }),
      ),
    )
    const factor = () => query<{ failures: number }>(dataDir, 'select failures from factors where activated_at is not null')[0]?.failures
    await expect.poll(factor).toBe(5)
    expect((await browser.call('POST /api/sign-in/code', { code: mine.code(Date.now(), 1) })).status).not.toBe(200)
    await server.stop()
    const refused = "select count(*) as n from events where kind = 'code-refused'"
    expect(query(dataDir, refused)).toEqual([{ n: 5 }])
  })
})
