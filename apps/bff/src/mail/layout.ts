import type { Language } from '@porta/shared'
import { escapeHtml } from './clean.ts'
import type { Fact, Message } from './words.ts'

/** A link or a code, what stands before it and how long it works. */
type Enclosure = { below: 'ifYou' | 'ifNotYou'; label: string; life: string } & ({ url: string } | { code: string })

/** A letter with every word in place, still without a form. */
export type Page = Omit<Message, 'facts'> & {
  greeting: string
  /** When, in which browser and where from: once for each time that the letter tells of. */
  occasions: readonly (readonly Fact[])[]
  more: readonly string[]
  ifNotYouTitle: string
  enclosure?: Enclosure
  promise: string
  signature: string
}

/** The plain text of a letter; a link stands alone on its line. */
export function toText(page: Page): string {
  const { enclosure, ifNotYou } = page
  const lines = (facts: readonly Fact[]) => facts.map(([label, value]) => `${label}: ${value}`).join('\n')
  const enclosed = enclosure && [enclosure.label, 'url' in enclosure ? enclosure.url : enclosure.code, enclosure.life].join('\n')
  const paragraphs = [
    page.greeting,
    page.happened,
    ...page.occasions.map(lines),
    ...page.more,
    page.ifYou,
    enclosure?.below === 'ifYou' && enclosed,
    typeof ifNotYou === 'string' ? ifNotYou : [page.ifNotYouTitle, ...ifNotYou.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    enclosure?.below === 'ifNotYou' && enclosed,
    page.promise,
    page.signature,
  ]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

const e = escapeHtml
const p = (text: string) => `<p style="margin:0 0 16px">${e(text)}</p>`
const small = (text: string) => `<p style="margin:0 0 16px;font-size:14px">${e(text)}</p>`

function factsToHtml(facts: readonly Fact[]): string {
  const lines = facts.map(([label, value]) => `<b>${e(label)}:</b> ${e(value)}`).join('<br>\n')
  return `<p style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #4c9a80">${lines}</p>`
}

function stepsToHtml({ ifNotYou, ifNotYouTitle }: Page): string {
  if (typeof ifNotYou === 'string') return p(ifNotYou)
  const steps = ifNotYou.map((step) => `<li style="margin:0 0 6px">${e(step)}</li>`).join('\n')
  return `<p style="margin:0 0 6px">${e(ifNotYouTitle)}</p>\n<ol style="margin:0 0 24px;padding:0 0 0 24px">\n${steps}\n</ol>`
}

/** The link shows the address that it leads to; the code is one piece of text, to be selected and copied as it is. */
function enclosureToHtml(enclosure: Enclosure): string {
  const shown =
    'url' in enclosure
      ? `<p style="margin:0 0 6px;word-break:break-all"><a href="${e(enclosure.url)}">${e(enclosure.url)}</a></p>`
      : `<p style="margin:0 0 6px;font:600 28px/1.4 ui-monospace,Consolas,monospace;white-space:nowrap">${e(enclosure.code)}</p>`
  return `<p style="margin:0 0 6px"><b>${e(enclosure.label)}</b></p>\n${shown}\n${small(enclosure.life)}`
}

/** The HTML of a letter: one column that follows the reader's light or dark, with nothing to load and at most one link. */
export function toHtml(page: Page, language: Language): string {
  const { enclosure } = page
  const enclosed = (below: Enclosure['below']) => (enclosure?.below === below ? enclosureToHtml(enclosure) : '')
  const parts = [
    p(page.greeting),
    `<p style="margin:0 0 16px"><b>${e(page.happened)}</b></p>`,
    ...page.occasions.map(factsToHtml),
    ...page.more.map(p),
    p(page.ifYou),
    enclosed('ifYou'),
    stepsToHtml(page),
    enclosed('ifNotYou'),
    small(page.promise),
    `<p style="margin:0">${e(page.signature)}</p>`,
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${e(page.subject)}</title>
</head>
<body style="margin:0;padding:24px 16px">
<div style="max-width:560px;margin:0 auto;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
${parts.filter(Boolean).join('\n')}
</div>
</body>
</html>
`
}
