import { request } from 'node:http'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smtpTransport } from '../src/mail/transport.ts'
import { withLetter } from '../src/testing/mail-server.ts'
import { startCatcher } from './mail-catcher.ts'

let catcher: Awaited<ReturnType<typeof startCatcher>>
beforeAll(async () => {
  catcher = await startCatcher({ smtp: 0, http: 0 })
})
afterAll(() => catcher.stop())

type Reply = { status: number; headers: Record<string, unknown>; body: string }

/** One request with exactly these headers; fetch would choose Host and Origin itself. */
const ask = (path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<Reply>((done, fail) => {
    request(`${catcher.page}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
      .on('error', fail)
      .end()
  })
const send = async (mail: object) => {
  const smtp = createTransport({ url: catcher.smtpUrl })
  await smtp.sendMail({ from: 'a@porta.example', to: 'b@soler.example', ...mail })
  smtp.close()
}
/** The newest mail of the list. */
const newest = async () => /href="(\/\d+)"/.exec((await ask('/')).body)?.[1] ?? ''

describe('the mail catcher', () => {
  test('shows what Porta sends: on the list, its text, its link, its HTML and its source', async () => {
    expect((await ask('/')).body).toContain('None yet.')
    const expiresAt = Date.UTC(2026, 10, 22, 13)
    const link = 'http://localhost:3000/reset-password#q3Zx_m-4dKQ9wZ1e0TtVbYh2uJ8sLrPnCgEaFoIiXyA'
    const { email, row, deliver } = await withLetter(
      { name: 'Núria' },
      { kind: 'password-reset', expiresAt },
      { secret: link.slice(-43), expiresAt },
    )
    const transport = smtpTransport(catcher.smtpUrl, { from: 'Porta <no-reply@porta.example>', host: 'porta.example' })
    await deliver(transport)
    transport.close()
    expect((await row()).state).toBe('sent')

    const list = (await ask('/')).body
    expect(list).toContain('Porta: s&#39;ha demanat una contrasenya nova</a>')
    expect(list).toContain(`<td>no-reply@porta.example</td><td>${email}</td>`)
    const mail = await ask(await newest())
    expect(mail.body).toContain('<pre>Hola, Núria,')
    expect(mail.body).toContain(`<a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a>`)
    expect(mail.body).toContain('Auto-Submitted: auto-generated')
    expect(mail.body).toMatch(/<iframe src="\/\d+\/html" sandbox=""/)
    const html = await ask(`${await newest()}/html`)
    expect(html.body).toContain('<html lang="ca">')
    expect(html.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    const source = await ask(`${await newest()}/source`)
    expect(source.headers['content-type']).toBe('message/rfc822')
    expect(source.body).toContain(`Message-ID: <${(await row()).id}@porta.example>`)
  })

  test('shows the newest first', async () => {
    await send({ subject: 'the first', text: '-' })
    await send({ subject: 'the second', text: '-' })
    expect((await ask('/')).body).toMatch(/the second[\s\S]*the first/)
  })

  test('shows markup of a mail as text, and lets the HTML do nothing', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    await send({ subject: evil, from: { name: evil, address: 'a@porta.example' }, text: `${evil} javascript:alert(1)`, html: evil })
    for (const path of ['/', await newest()]) {
      const { body, headers } = await ask(path)
      expect(body).not.toMatch(/<script|<img|href="javascript/)
      expect(body).toContain('&lt;script&gt;')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe/)
    }
    const frame = await ask(`${await newest()}/html`)
    expect(frame.body).toContain(evil)
    expect(frame.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'.*frame-ancestors 'self'/)
  })

  test('answers only to its own name, and to no other site', async () => {
    const own = catcher.page
    for (const headers of [
      { host: 'evil.example' },
      { host: '127.0.0.1' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: own.replace(/\d+$/, '1') },
    ] as Record<string, string>[])
      for (const path of ['/', await newest()]) expect((await ask(path, { headers })).status).toBe(403)
    expect((await ask('/', { headers: { host: own.replace('http://127.0.0.1', 'localhost') } })).status).toBe(200)
    for (const path of ['/0', '/999', '/1/other', '/../etc/passwd', '//evil.example', '/1?x', '/%00'])
      expect((await ask(path)).status).toBe(404)
  })

  test('forgets all mails at the press of a button, pressed on its own page only', async () => {
    for (const headers of [{}, { origin: 'https://evil.example' }] as Record<string, string>[])
      expect((await ask('/clear', { method: 'POST', headers })).status).toBeGreaterThanOrEqual(403)
    expect((await ask('/clear')).status).toBe(404)
    expect(await newest()).not.toBe('')
    expect(await ask('/clear', { method: 'POST', headers: { origin: catcher.page } })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    })
    expect((await ask('/')).body).toContain('None yet.')
  })
})
