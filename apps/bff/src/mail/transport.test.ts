import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { mailServer, withLetter } from '../testing/mail-server.ts'
import { alter } from '../testing/rows.ts'
import { folderTransport, smtpTransport } from './transport.ts'

const minute = 60_000
const sender = { from: 'Porta à la carta <no-reply@porta.example>', replyTo: 'Ajuda <help@porta.example>', host: 'porta.example' }
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
async function openServer(options?: SMTPServerOptions) {
  const server = await mailServer(options)
  ends.push(server.close)
  return server
}

const names = ['Núria Camps i Żółć', 'Soler, Montserrat', '"Quotes" <and@brackets.example>', 'Eve\r\nBcc: evil@evil.example', '']

describe('the folder', () => {
  test.each(names)(
    'gets a mail to %j as an .eml file that a mail program reads: one sender, one recipient, the words as they are',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'porta-mail-'))
      ends.push(() => rmSync(folder, { recursive: true }))
      const { email, row, deliver } = await withLetter({ name })
      const transport = folderTransport(join(folder, 'mail'), sender)
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
  expect(mail.replyTo?.value).toEqual([{ address: 'help@porta.example', name: 'Ajuda' }])
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.date?.getTime()).toBe(Date.UTC(2026, 10, 22, 12, 0, 5))
  expect(mail.subject).toMatch(/^Porta: \p{L}/u)
  expect(mail.text).toMatch(/[àèéíòóúç]/)
  expect(mail.html).toContain('<html lang="ca">')
  expect(mail.attachments).toEqual([])
}

const smtp = (url: string) => {
  const transport = smtpTransport(url, sender)
  ends.push(() => transport.close())
  return transport
}

describe('a mail server', () => {
  test('on this machine gets the mail for one recipient', async () => {
    const { received, port } = await openServer()
    const { email, row, deliver } = await withLetter({ name: 'Eve\r\nRCPT TO:<evil@evil.example>' })
    expect(await deliver(smtp(`smtp://127.0.0.1:${port}`))).toBe(true)
    const { id, state } = await row()
    expect(state).toBe('sent')
    expect(received.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'no-reply@porta.example', to: [email] }])
    checkMail(await simpleParser(Buffer.from(received[0]?.raw ?? '', 'latin1')), email, id)
  })

  test('that refuses leaves the letter in the outbox, to be tried again', async () => {
    let isOpen = false
    const { received, port } = await openServer({
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
    const { received, port } = await openServer()
    const { row, deliver } = await withLetter()
    // 0.0.0.0 leads to this machine, but is none of its names.
    await deliver(smtp(`smtp://0.0.0.0:${port}`))
    expect(received).toEqual([])
    expect(await row()).toMatchObject({ state: 'queued', attempts: 1 })
  })

  test('with a certificate that nobody vouches for gets nothing', async () => {
    const { received, port } = await openServer({ disabledCommands: [] })
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
    const { received, port } = await openServer()
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

  test('never sees a header, a recipient or a byte of markup that came with a name, a browser or an address', async () => {
    const { received, port } = await openServer()
    const corpus = [
      'Eva\r\nBcc: evil@evil.example\r\n\r\n<html>',
      'Eva\u2028Bcc: evil@evil.example\u0085X: y',
      'Eva, evil@evil.example; <evil@evil.example>',
      '=?utf-8?q?=0d=0aBcc:_evil@evil.example?=',
      `\u202eavE\u200f {{7*7}} \${7*7} <script>`,
      '\u0000\u001b\ud800',
    ]
    for (const evil of corpus) {
      const { house, email, contact, row, deliver } = await withLetter({ name: evil })
      const { mails } = house.engine.tables
      const client = { browser: evil, system: evil, place: evil }
      await alter(
        house.engine,
        mails,
        { facts: { name: evil, login: contact.login, at: house.now(), client } },
        eq(mails.id, (await row()).id),
      )
      await deliver(smtp(`smtp://127.0.0.1:${port}`))
      const last = received.at(-1)
      const mail = await simpleParser(Buffer.from(last?.raw ?? '', 'latin1'))
      expect(last?.to).toEqual([email])
      checkMail(mail, email, (await row()).id)
      const names = ['from', 'reply-to', 'to', 'subject', 'message-id', 'auto-submitted', 'date', 'mime-version', 'content-type']
      expect([...mail.headers.keys()].sort()).toEqual(names.sort())
      expect(mail.subject).toBe("Porta: s'ha mostrat el teu codi QR")
      expect(mail.html).not.toMatch(/<script|<html>/)
    }
    expect(received).toHaveLength(corpus.length)
  })
})
