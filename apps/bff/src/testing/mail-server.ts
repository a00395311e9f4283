import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { tell } from '../domain/activity.ts'
import type { Letter } from '../domain/letter.ts'
import { deliverNext } from '../mail/courier.ts'
import type { OutgoingMail, Transport } from '../mail/transport.ts'
import { openTestHouse } from './house.ts'
import { rowsOf } from './rows.ts'

export const visit = { client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.x' }, address: '', requestId: '' }

/** A house with one letter in its outbox. */
export async function withLetter(
  facts: { name?: string; login?: string } = {},
  letter: Letter = { kind: 'key-shown' },
  post: Parameters<typeof tell>[5] = {},
  env: Record<string, string> = {},
) {
  const house = await openTestHouse(env)
  const email = await house.person(facts)
  const contact = await house.deps.store.findContactByLogin(email)
  if (!contact) throw new Error('nobody')
  await house.deps.store.commit(tell(house.deps, contact, letter, visit, house.now(), post))
  const row = async () => {
    const [mail] = await rowsOf(house.engine, house.engine.tables.mails)
    if (!mail) throw new Error('no mail')
    return mail
  }
  return { house, email, contact, row, deliver: (transport: Transport) => deliverNext(house.deps, transport) }
}

/** A transport that keeps what it is given. */
export function caught() {
  const mails: OutgoingMail[] = []
  return { mails, deliver: async (mail: OutgoingMail) => void mails.push(mail), close: () => undefined }
}

type Received = { from: string; to: string[]; raw: string; secure: boolean }

/** A mail server on this machine, until `close`. */
export async function mailServer(options: SMTPServerOptions = {}) {
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
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { received, port: (server.server.address() as AddressInfo).port, close }
}
