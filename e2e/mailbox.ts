import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type ParsedMail, simpleParser } from 'mailparser'

export type Mail = { to: string; subject: string; text: string; html: string; date: Date | undefined }
type Wish = RegExp | ((mail: Mail) => boolean)

/** The mails the product wrote into a folder. */
export function createMailbox(folder: string) {
  const read = new Map<string, Mail>()

  /** Every mail to an address, oldest first. */
  async function to(address: string): Promise<Mail[]> {
    const names = await readdir(folder).catch(() => [])
    // A mail is renamed to .eml only when it is whole.
    for (const name of names.filter((name) => name.endsWith('.eml')).sort())
      if (!read.has(name)) read.set(name, mailOf(await simpleParser(await readFile(join(folder, name)))))
    return [...read.values()].filter((mail) => mail.to === address)
  }

  /** The newest mail to an address whose subject, or the whole of it, fits; waits for it, `within` milliseconds. */
  async function waitFor(address: string, wish: Wish, within = 15_000): Promise<Mail> {
    const fits = (mail: Mail) => (wish instanceof RegExp ? wish.test(mail.subject) : wish(mail))
    await expect.poll(async () => (await to(address)).some(fits), { message: `a mail to ${address} (${wish})`, timeout: within }).toBe(true)
    return (await to(address)).findLast(fits) as Mail
  }

  return { to, waitFor }
}
export type Mailbox = ReturnType<typeof createMailbox>

function mailOf(parsed: ParsedMail): Mail {
  const [to] = [parsed.to ?? []].flat().flatMap((group) => group.value)
  return {
    to: to?.address ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    date: parsed.date,
  }
}
