import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Mail } from '../mailbox.ts'

const links = /https?:\/\/[^\s<>"]+/g

/** Every link of a mail, in its text and in its HTML. */
export const linksIn = ({ text, html }: Mail): string[] => [...new Set(`${text}\n${html}`.match(links) ?? [])]

/** The one link of a mail. */
export function linkIn(mail: Mail): string {
  const [link, ...more] = linksIn(mail)
  if (link === undefined || more.length > 0) throw new Error(`not one link in "${mail.subject}": ${[link, ...more].join(' ')}`)
  return link
}

/** The eight digits of a mail, as a person would type them. */
export function codeIn({ text, subject }: Mail): string {
  const [code] = /^\d{4} \d{4}$/m.exec(text) ?? []
  if (code === undefined) throw new Error(`no code in "${subject}"`)
  return code
}

/** What a mail scanner does before the person sees the mail: it looks at every link. */
export async function scan(request: APIRequestContext, mail: Mail) {
  for (const link of linksIn(mail))
    for (const method of ['HEAD', 'GET', 'GET']) expect((await request.fetch(link, { method })).status(), `${method} ${link}`).toBe(200)
}
