import { type AddressInfo, createServer } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { mailServer, withLetter } from '../testing/mail-server.ts'
import { smtpTransport } from './transport.ts'

const minute = 60_000
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
async function openServer(options?: SMTPServerOptions) {
  const server = await mailServer(options)
  ends.push(server.close)
  return server
}
const smtp = (url: string, waits?: Parameters<typeof smtpTransport>[2]) => {
  const transport = smtpTransport(url, { from: 'Porta <no-reply@porta.example>', host: 'porta.example' }, waits)
  ends.push(() => transport.close())
  return transport
}

const quick = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300 }
const refusing = (responseCode: number) => Object.assign(new Error('not here'), { responseCode })
const refusals: [string, SMTPServerOptions][] = [
  ['the sender', { onMailFrom: (_, __, done) => done(refusing(550)) }],
  ['the recipient for now', { onRcptTo: (_, __, done) => done(refusing(451)) }],
  ['the recipient for ever', { onRcptTo: (_, __, done) => done(refusing(550)) }],
  ['the mail', { onData: (stream, _, done) => stream.on('end', () => done(refusing(554))).resume() }],
  ['every connection', { onConnect: (_, done) => done(refusing(421)) }],
]
const accept: SMTPServerOptions['onData'] = (stream, _, done) => stream.on('end', () => done()).resume()

/** A server that follows a script: what it says to each line it is told; nothing to what is not in it. */
async function scripted(script: Record<string, string | 'hang up'>) {
  const told: string[] = []
  const server = createServer((socket) => {
    const answer = (line: string) => {
      told.push(line)
      const found = Object.entries(script).find(([start]) => line.startsWith(start))?.[1]
      if (found === 'hang up') socket.destroy()
      else if (found) socket.write(`${found}\r\n`)
    }
    answer('connect')
    let rest = ''
    socket.on('data', (data) => {
      const lines = (rest + data.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) answer(line)
    })
    socket.on('error', () => undefined)
    ends.push(() => socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  ends.push(() => server.close())
  return { told, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
const polite = { connect: '220 mx', EHLO: '250 mx', 'MAIL FROM': '250 ok', 'RCPT TO': '250 ok', DATA: '354 go on', '.': '250 kept' }

describe('a difficult mail server', () => {
  test.each(refusals)('that refuses %s keeps the letter in the outbox, with what it said', async (_, options) => {
    const { port } = await openServer({ onData: accept, ...options })
    const { house, row, deliver } = await withLetter()
    await deliver(smtp(`smtp://127.0.0.1:${port}`, quick))
    expect(await row()).toMatchObject({
      state: 'queued',
      attempts: 1,
      nextAt: house.now() + minute,
      lastError: expect.stringContaining('not here'),
    })
  })

  test.each(['connect', 'EHLO', 'RCPT TO', 'DATA', '.'])(
    'that falls silent or hangs up at %s keeps the letter in the outbox',
    async (stage) => {
      for (const turn of ['', 'hang up']) {
        const { url, told } = await scripted({ ...polite, [stage]: turn })
        const { row, deliver } = await withLetter()
        await deliver(smtp(url, quick))
        expect(told.some((line) => line.startsWith(stage))).toBe(true)
        expect(await row()).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.any(String) })
      }
    },
  )

  test('that hung up after it had taken the mail gets it again under the same Message-ID', async () => {
    const forgetful = await scripted({ ...polite, '.': 'hang up' })
    const { house, row, deliver } = await withLetter()
    await deliver(smtp(forgetful.url, quick))
    house.wait(minute)
    const { received, port } = await openServer()
    await deliver(smtp(`smtp://127.0.0.1:${port}`))
    const messageId = `Message-ID: <${(await row()).id}@porta.example>`
    expect(forgetful.told).toContain(messageId)
    expect(received[0]?.raw).toContain(`\r\n${messageId}\r\n`)
  })

  test('gets the same Message-ID again when the process dies after delivery and before it is written down', async () => {
    const { received, port } = await openServer()
    const { house, row, deliver } = await withLetter()
    const { commit } = house.deps.store
    Object.assign(house.deps.store, { commit: () => Promise.reject(new Error('killed')) })
    await expect(deliver(smtp(`smtp://127.0.0.1:${port}`))).rejects.toThrow('killed')
    Object.assign(house.deps.store, { commit })
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1 })
    house.wait(house.deps.config.rules.mail.leaseMs)
    expect(await deliver(smtp(`smtp://127.0.0.1:${port}`))).toBe(true)
    const ids = received.map(({ raw }) => raw.match(/^Message-ID: (.*)\r$/m)?.[1])
    expect(ids).toEqual([`<${(await row()).id}@porta.example>`, ids[0]])
    expect((await row()).state).toBe('sent')
  })

  test('that takes its time over its 250 gets the letter once', async () => {
    let taken = 0
    const { port } = await openServer({
      onData: (stream, _, done) => {
        taken++
        stream.on('end', () => setTimeout(done, 200)).resume()
      },
    })
    const { row, deliver } = await withLetter()
    const transport = smtp(`smtp://127.0.0.1:${port}`)
    await deliver(transport)
    expect(await deliver(transport)).toBe(false)
    expect([taken, (await row()).state]).toEqual([1, 'sent'])
  })

  test('that asks for a name and a password gets those of SMTP_URL, and with wrong ones nothing; neither is told to anybody', async () => {
    const { received, port } = await openServer({
      authOptional: false,
      onAuth: ({ username, password }, _, done) =>
        username === 'porta@relay' && password === 'p/w:é#1' ? done(null, { user: username }) : done(refusing(535)),
    })
    const { house, row, deliver } = await withLetter()
    const url = (password: string) => `smtp://porta%40relay:${encodeURIComponent(password)}@127.0.0.1:${port}`
    await deliver(smtp(url('wrong-password')))
    expect(await row()).toMatchObject({ state: 'queued', lastError: expect.stringContaining('Invalid login') })
    expect(JSON.stringify([await row(), house.logged])).not.toMatch(/wrong-password|porta@relay/)
    await deliver(smtp(`smtp://127.0.0.1:${port}`))
    house.wait(minute)
    await deliver(smtp(`smtp://127.0.0.1:${port}`))
    expect(received).toEqual([])
    house.wait(60 * minute)
    await deliver(smtp(url('p/w:é#1')))
    expect(received).toHaveLength(1)
  })

  test('on this machine is spoken to under TLS when it offers or wants it, whatever its certificate', async () => {
    const offering = await openServer({ disabledCommands: [] })
    const fromTheFirstByte = await openServer({ secure: true, disabledCommands: [] })
    for (const [url, { received }] of [
      [`smtp://127.0.0.1:${offering.port}`, offering],
      [`smtps://localhost:${fromTheFirstByte.port}`, fromTheFirstByte],
    ] as const) {
      const { row, deliver } = await withLetter()
      await deliver(smtp(url))
      expect((await row()).lastError).toBeNull()
      expect(received.map(({ secure }) => secure)).toEqual([true])
    }
  })

  test('elsewhere with TLS from the first byte and a certificate that nobody vouches for gets nothing', async () => {
    const { received, port } = await openServer({ secure: true })
    const { row, deliver } = await withLetter()
    await deliver(smtp(`smtps://0.0.0.0:${port}`))
    expect(received).toEqual([])
    expect(await row()).toMatchObject({ state: 'queued', lastError: expect.stringMatching(/certificate|self.signed/i) })
  })
})
