import { html as safe } from 'hono/html'

/** A mail as it came in, and as a mail program reads it. */
export type CaughtMail = { number: number; at: number; from: string; to: string; subject: string; text: string; html: string; raw: Buffer }

export type Answer = { status?: number; headers: Record<string, string>; body: string | Buffer }

// Nothing of ours needs a script. A mail shown as it is may style itself, and can neither load, run nor send anything.
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const mailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

const plain = { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" }
export const refusal: Answer = { status: 403, headers: plain, body: 'Only for pages of this machine.\n' }
export const notFound: Answer = { status: 404, headers: plain, body: 'There is no such mail.\n' }
export const styles: Answer = {
  headers: { 'content-type': 'text/css; charset=utf-8' },
  body: `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 1100px; margin: 0 auto; padding: 24px 16px }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px }
h1 { font-size: 1.3rem }
h2 { font-size: 1.05rem }
table { width: 100%; border-collapse: collapse }
th, td { padding: 6px 12px 6px 0; text-align: left; border-bottom: 1px solid #8884; overflow-wrap: break-word }
td:first-child { white-space: nowrap }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 12px; border: 1px solid #8884; border-radius: 6px }
iframe { width: 100%; height: 720px; border: 1px solid #8884; border-radius: 6px; background: Canvas }
`,
}

/** What is put into a page is escaped by the template itself. */
function page(title: string, content: unknown, isRefreshed = false): Answer {
  const refresh = isRefreshed ? safe`<meta http-equiv="refresh" content="3">` : ''
  const body = safe`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}
<title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body>
${content}
</body>
</html>
`
  return { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy }, body: String(body) }
}

const time = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** All mails, newest first; it renews itself every three seconds. */
export function listPage(mails: readonly CaughtMail[]): Answer {
  const rows = mails.map(
    ({ number, at, from, to, subject }) =>
      safe`<tr><td>${time(at)}</td><td>${from}</td><td>${to}</td><td><a href="/${number}">${subject || '(no subject)'}</a></td></tr>\n`,
  )
  const table = safe`<table>
<thead><tr><th>Time (UTC)</th><th>From</th><th>To</th><th>Subject</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
  const content = safe`<header><h1>Mails</h1><form method="post" action="/clear"><button>Clear</button></form></header>
${mails.length === 0 ? safe`<p>None yet.</p>` : table}`
  return page(`Mails (${mails.length})`, content, true)
}

/** One mail: its text, its HTML behind glass, its links and its headers. */
export function mailPage({ number, at, from, to, subject, text, html, raw }: CaughtMail): Answer {
  const links = [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])]
  // Nothing can be clicked behind the glass, so links are offered in front of it.
  const shown = links.map((link) => safe`<li><a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a></li>\n`)
  const [headers = ''] = raw.toString('utf8').split(/\r?\n\r?\n/, 1)
  const content = safe`<header><h1>${subject || '(no subject)'}</h1><a href="/">All mails</a></header>
<p>${time(at)} UTC, from ${from} to ${to} · <a href="/${number}/source" download="mail-${number}.eml">Download the source</a></p>
${shown.length > 0 ? safe`<h2>Links</h2>\n<ul>\n${shown}</ul>` : ''}
<h2>Text</h2>
<pre>${text}</pre>
${html === '' ? '' : safe`<h2>HTML</h2>\n<iframe src="/${number}/html" sandbox="" title="The HTML of the mail"></iframe>`}
<h2>Headers</h2>
<pre>${headers}</pre>`
  return page(subject, content)
}

/** The HTML of a mail as it is, for a frame that lets it do nothing; or the whole mail, to be saved. */
export function source({ number, html, raw }: CaughtMail, part: string): Answer {
  if (part === '/html')
    return { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': mailPolicy }, body: html }
  const headers = { 'content-type': 'message/rfc822', 'content-disposition': `attachment; filename="mail-${number}.eml"` }
  return { headers: { ...headers, 'content-security-policy': "sandbox; default-src 'none'" }, body: raw }
}
