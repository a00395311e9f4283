import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { type Answer, type CaughtMail, listPage, mailPage, notFound, refusal, source, styles } from './mail-pages.ts'

const host = '127.0.0.1'
const keep = 1000
const maxBytes = 10 * 1024 * 1024

const listen = (server: Server, port: number) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done())
  })
const portOf = (server: Server) => (server.address() as AddressInfo).port

/**
 * Catches mails on this machine: an SMTP server that takes whatever it is given and sends nothing on, and a site to read it on.
 * The newest thousand are kept, in memory only. Port 0 is any free one.
 */
export async function startCatcher(ports: { smtp: number; http: number }) {
  let mails: CaughtMail[] = []
  let last = 0

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(null, { user: 'anybody' }),
    size: maxBytes,
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        const raw = Buffer.concat(chunks)
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address).join(', ')
        simpleParser(raw, { skipImageLinks: true, skipTextLinks: true, skipHtmlToText: true }).then(
          ({ subject = '', text = '', html }) => {
            mails = [{ number: ++last, at: Date.now(), from, to, subject, text, html: html || '', raw }, ...mails].slice(0, keep)
            done()
          },
          () => done(Object.assign(new Error('not a mail'), { responseCode: 554 })),
        )
      })
    },
  })
  smtp.on('error', () => undefined)

  const site = createServer((request, response) => send(response, answer(request)))
  const answer = (request: IncomingMessage): Answer => {
    const known = [`${host}:${portOf(site)}`, `localhost:${portOf(site)}`]
    const [{ host: wanted = '', origin }, path = ''] = [request.headers, request.url]
    // Another site may point its own name at this machine, or let a browser send something here.
    if (!known.includes(wanted)) return refusal
    if (origin !== undefined && origin !== `http://${wanted}`) return refusal
    if (request.method === 'POST' && path === '/clear' && origin !== undefined) {
      mails = []
      return { status: 303, headers: { location: '/' }, body: '' }
    }
    if (request.method !== 'GET') return notFound
    if (path === '/') return listPage(mails)
    if (path === '/style.css') return styles
    const [, number, part] = /^\/(\d{1,9})(\/html|\/source)?$/.exec(path) ?? []
    const mail = mails.find((each) => each.number === Number(number))
    if (!mail) return notFound
    return part === undefined ? mailPage(mail) : source(mail, part)
  }

  await listen(site, ports.http)
  await listen(smtp.server, ports.smtp)
  return {
    page: `http://${host}:${portOf(site)}`,
    smtpUrl: `smtp://${host}:${portOf(smtp.server)}`,
    async stop() {
      await Promise.all([
        new Promise<void>((done) => smtp.close(() => done())),
        new Promise<void>((done) => {
          site.close(() => done())
          site.closeAllConnections()
        }),
      ])
    },
  }
}

function send(response: ServerResponse, { status = 200, headers, body }: Answer) {
  const guards = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // With no-referrer a browser would not say where the button to clear was pressed.
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
  response.writeHead(status, { ...guards, ...headers }).end(body)
}
