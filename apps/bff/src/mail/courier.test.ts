import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { tell } from '../domain/activity.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { alter, rowsOf } from '../testing/rows.ts'
import { deliverNext, runCourier } from './courier.ts'
import { folderTransport, type OutgoingMail, smtpTransport, type Transport } from './transport.ts'

const minute = 60_000
const visit = { client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }, address: '', requestId: '' }
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A house with one letter in its outbox. */
async function withLetter(facts: { name?: string; login?: string } = {}) {
  const house = await openTestHouse()
  const email = await house.person(facts)
  const contact = await house.deps.store.findContactByLogin(email)
  if (!contact) throw new Error('nobody')
  await house.deps.store.commit(tell(house.deps, contact, { kind: 'key-shown' }, visit, house.now()))
  const row = async () => {
    const [mail] = await rowsOf(house.engine, house.engine.tables.mails)
    if (!mail) throw new Error('no mail')
    return mail
  }
  return { house, email, row, deliver: (transport: Transport) => deliverNext(house.deps, transport) }
}
const caught = () => {
  const mails: OutgoingMail[] = []
  return { mails, deliver: async (mail: OutgoingMail) => void mails.push(mail), close: () => undefined }
}
const failing: Transport = { deliver: () => Promise.reject(new Error('421 try later')), close: () => undefined }

describe('the courier', () => {
  test('delivers a letter once', async () => {
    const { house, email, row, deliver } = await withLetter()
    const transport = caught()
    expect(await deliver(transport)).toBe(true)
    expect(await deliver(transport)).toBe(false)
    house.wait(365 * 24 * 60 * minute)
    expect(await deliver(transport)).toBe(false)
    expect(transport.mails.map(({ address, id }) => [address, id])).toEqual([[email, (await row()).id]])
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  })

  test('comes again after 1, 5, 15 and 60 minutes and then every three hours for a day; then the letter is dead', async () => {
    const { house, row, deliver } = await withLetter()
    const waits = []
    while ((await row()).state === 'queued') {
      expect(await deliver(failing)).toBe(true)
      const { state, nextAt, lastError } = await row()
      expect(lastError).toContain('421 try later')
      if (state === 'dead') break
      waits.push((nextAt - house.now()) / minute)
      house.wait(nextAt - house.now() - 1)
      expect(await deliver(failing)).toBe(false)
      house.wait(1)
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 180, 180, 180, 180, 180, 180])
    house.wait(365 * 24 * 60 * minute)
    expect(await deliver(caught())).toBe(false)
    expect(house.logged.at(-1)).toMatchObject({ level: 'warn', facts: { dead: true, attempts: 12 } })
  })

  test('that died with a letter in hand leaves it to the next one after five minutes, under the same Message-ID', async () => {
    const { house, row, deliver } = await withLetter()
    const first = caught()
    const dying: Transport = {
      ...first,
      deliver: async (mail) => {
        await first.deliver(mail)
        await new Promise(() => undefined)
      },
    }
    void deliver(dying)
    await expect.poll(() => first.mails.length).toBe(1)
    const second = caught()
    house.wait(5 * minute - 1)
    expect(await deliver(second)).toBe(false)
    house.wait(1)
    expect(await deliver(second)).toBe(true)
    expect(second.mails[0]?.id).toBe(first.mails[0]?.id)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('goes on with the others when one letter cannot be delivered or not even be written', async () => {
    const { house, deliver, row } = await withLetter()
    const { mails } = house.engine.tables
    await alter(house.engine, mails, { letter: { kind: 'unknown' } as never }, eq(mails.id, (await row()).id))
    const other = await house.person()
    const contact = await house.deps.store.findContactByLogin(other)
    if (contact) await house.deps.store.commit(tell(house.deps, contact, { kind: 'key-shown' }, visit, house.now() + 1))
    house.wait(1)
    const transport = caught()
    while (await deliver(transport));
    expect(transport.mails.map(({ address }) => address)).toEqual([other])
  })

  test('running by itself empties the outbox, and stops after the letter in hand', async () => {
    const { house, row } = await withLetter()
    const transport = caught()
    const courier = runCourier(house.deps, transport, 5)
    await expect.poll(async () => (await row()).state).toBe('sent')
    await courier.stop()
    expect(transport.mails).toHaveLength(1)
  })
})

const names = ['Núria Camps i Żółć', 'Soler, Montserrat', '"Quotes" <and@brackets.example>', 'Eve\r\nBcc: evil@evil.example', '']

describe('the folder', () => {
  test.each(names)(
    'gets a mail to %j as an .eml file that a mail program reads: one sender, one recipient, the words as they are',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'porta-mail-'))
      ends.push(() => rmSync(folder, { recursive: true }))
      const { email, row, deliver } = await withLetter({ name })
      const transport = folderTransport(join(folder, 'mail'), 'Porta à la carta <no-reply@porta.example>', 'porta.example')
      expect(await deliver(transport)).toBe(true)
      const { id, state } = await row()
      expect(state).toBe('sent')
      const [file = '', ...more] = readdirSync(join(folder, 'mail'))
      expect(more).toEqual([])
      expect(file).toBe(`2026-11-22T12-00-05-000Z-${id}.eml`)
      expect(statSync(join(folder, 'mail')).mode & 0o777).toBe(0o700)
      expect(statSync(join(folder, 'mail', file)).mode & 0o777).toBe(0o600)

      const raw = readFileSync(join(folder, 'mail', file))
      expect(raw.toString('latin1')).not.toMatch(/[^\r]\n|^bcc:/im)
      checkMail(await simpleParser(raw), email, id)
    },
  )
})

function checkMail(mail: ParsedMail, email: string, id: string) {
  expect(mail.from?.value).toEqual([{ address: 'no-reply@porta.example', name: 'Porta à la carta' }])
  expect([mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([email])
  expect([mail.cc, mail.bcc]).toEqual([undefined, undefined])
  expect(mail.messageId).toBe(`<${id}@porta.example>`)
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.date?.getTime()).toBe(Date.UTC(2026, 10, 22, 12, 0, 5))
  expect(mail.subject).toMatch(/^Porta: \p{L}/u)
  expect(mail.text).toMatch(/[àèéíòóúç]/)
  expect(mail.html).toContain('<html lang="ca">')
  expect(mail.attachments).toEqual([])
}

type Received = { from: string; to: string[]; raw: string; secure: boolean }

/** A mail server on this machine. */
async function mailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope, secure }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        const raw = Buffer.concat(chunks).toString('latin1')
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw, secure })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done))
  ends.push(() => new Promise<void>((done) => server.close(() => done())))
  return { received, port: (server.server.address() as AddressInfo).port }
}
const smtp = (url: string) => {
  const transport = smtpTransport(url, 'Porta à la carta <no-reply@porta.example>', 'porta.example')
  ends.push(() => transport.close())
  return transport
}

describe('a mail server', () => {
  test('on this machine gets the mail for one recipient', async () => {
    const { received, port } = await mailServer()
    const { email, row, deliver } = await withLetter({ name: 'Eve\r\nRCPT TO:<evil@evil.example>' })
    expect(await deliver(smtp(`smtp://127.0.0.1:${port}`))).toBe(true)
    const { id, state } = await row()
    expect(state).toBe('sent')
    expect(received.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'no-reply@porta.example', to: [email] }])
    checkMail(await simpleParser(Buffer.from(received[0]?.raw ?? '', 'latin1')), email, id)
  })

  test('that refuses leaves the letter in the outbox, to be tried again', async () => {
    let isOpen = false
    const { received, port } = await mailServer({
      onRcptTo: (_, __, done) => done(isOpen ? null : Object.assign(new Error('mailbox busy'), { responseCode: 450 })),
    })
    const { house, row, deliver } = await withLetter()
    const transport = smtp(`smtp://127.0.0.1:${port}`)
    await deliver(transport)
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1, nextAt: house.now() + minute })
    isOpen = true
    house.wait(minute)
    await deliver(transport)
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(received).toHaveLength(1)
  })

  test('that is not there leaves the letter in the outbox', async () => {
    const { row, deliver } = await withLetter()
    await deliver(smtp('smtp://127.0.0.1:1'))
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') })
  })

  test('elsewhere gets nothing without TLS', async () => {
    const { received, port } = await mailServer()
    const { row, deliver } = await withLetter()
    // 0.0.0.0 leads to this machine, but is none of its names.
    await deliver(smtp(`smtp://0.0.0.0:${port}`))
    expect(received).toEqual([])
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1 })
  })

  test('with a certificate that nobody vouches for gets nothing', async () => {
    const { received, port } = await mailServer({ disabledCommands: [] })
    const { row, deliver } = await withLetter()
    await deliver(smtp(`smtp://0.0.0.0:${port}`))
    expect(received).toEqual([])
    expect(await row()).toMatchObject({ state: 'queued', lastError: expect.stringMatching(/certificate|self.signed/i) })
  })

  test('that says nothing is given up after ten seconds', { timeout: 15_000 }, async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket))
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    ends.push(() => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    })
    const { row, deliver } = await withLetter()
    const began = performance.now()
    await deliver(smtp(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`))
    expect(performance.now() - began).toBeLessThan(12_000)
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1 })
  })

  test('never learns of an address with a line break or a second recipient in it', async () => {
    const { received, port } = await mailServer()
    for (const login of [
      'a@soler.example\r\nrcpt to:<evil@evil.example>',
      'a@soler.example, evil@evil.example',
      'a@soler.example> <evil@evil.example',
    ]) {
      const { deliver } = await withLetter({ login })
      await deliver(smtp(`smtp://127.0.0.1:${port}`))
    }
    for (const { to, raw } of received) {
      expect(to).toHaveLength(1)
      expect(to).not.toContain('evil@evil.example')
      expect(raw).not.toMatch(/^(bcc|cc): /im)
    }
  })
})

test('a letter is queued in the same commit as what it tells of, or not at all', async () => {
  const house: TestHouse = await openTestHouse()
  const email = await house.person()
  const { store } = house.deps
  const contact = await store.findContactByLogin(email)
  if (!contact) throw new Error('nobody')
  await expect(
    store.commit(tell(house.deps, contact, { kind: 'key-shown' }, visit, house.now()), store.retireFactor('fac_none', house.now())),
  ).rejects.toThrow('verification-already-off')
  expect(await house.mails()).toEqual([])
})
