import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

/** One mail ready to leave; the id is also its Message-ID, so that a duplicate shows as one. */
export type OutgoingMail = { id: string; address: string; name: string; subject: string; text: string; html: string; date: Date }

/** Takes one mail away; throws when it could not. */
export type Transport = { deliver(mail: OutgoingMail): Promise<void>; close(): void }

/** Who the mails are from and where answers go; `host` is the right side of every Message-ID. */
export type Sender = { from: string; replyTo?: string | undefined; host: string }

const envelopeOf = (mail: OutgoingMail, { from, replyTo, host }: Sender) => ({
  from,
  replyTo,
  to: { name: mail.name, address: mail.address },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  date: mail.date,
  messageId: `<${mail.id}@${host}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** How long a mail server may take for a connection, for its greeting, and for anything it says afterwards. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Delivers by SMTP (RFC 5321), one connection at a time. TLS is required and the certificate verified, except towards this
 * machine: there it is used when offered, with whatever certificate a fresh mail server has made for itself.
 */
export function smtpTransport(url: string, sender: Sender, waits = patience): Transport {
  const { hostname, protocol } = new URL(url)
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
  const smtp = createTransport({
    url,
    ...waits,
    requireTLS: protocol === 'smtp:' && !isLocal,
    tls: { rejectUnauthorized: !isLocal },
  })
  return {
    async deliver(mail) {
      await smtp.sendMail(envelopeOf(mail, sender))
    },
    close: () => smtp.close(),
  }
}

/**
 * Without an SMTP server: each mail as an .eml file (RFC 5322) that a mail program opens, whole or not at all. Written at once,
 * a fraction of a millisecond: in the thread pool each step of it would queue behind the hashes of those who sign in.
 */
export function folderTransport(folder: string, sender: Sender): Transport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' } as never)
  return {
    async deliver(mail) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const { message } = (await writer.sendMail(envelopeOf(mail, sender))) as unknown as { message: Buffer }
      const file = join(folder, `${mail.date.toISOString().replaceAll(/[:.]/g, '-')}-${mail.id}.eml`)
      writeFileSync(`${file}.part`, message, { mode: 0o600 })
      renameSync(`${file}.part`, file)
    },
    close: () => writer.close(),
  }
}
