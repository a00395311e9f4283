import type { Language } from '@porta/shared'
import { escapeHtml } from './clean.ts'
import type { Fact, Message } from './words.ts'

/** A letter with every word in place, still without a form. */
export type Page = Message & {
  greeting: string
  facts: readonly Fact[]
  more: readonly string[]
  ifNotYouTitle: string
  promise: string
  signature: string
}

/** The plain text of a letter. */
export function toText(page: Page): string {
  const paragraphs = [
    page.greeting,
    page.happened,
    page.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...page.more,
    page.ifYou,
    [page.ifNotYouTitle, ...page.ifNotYou.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    page.promise,
    page.signature,
  ]
  return `${paragraphs.join('\n\n')}\n`
}

/** The HTML of a letter: one column that follows the reader's light or dark, with nothing to load and nothing to click. */
export function toHtml(page: Page, language: Language): string {
  const e = escapeHtml
  const p = (text: string) => `<p style="margin:0 0 16px">${e(text)}</p>`
  const facts = page.facts.map(([label, value]) => `<b>${e(label)}:</b> ${e(value)}`).join('<br>\n')
  const steps = page.ifNotYou.map((step) => `<li style="margin:0 0 6px">${e(step)}</li>`).join('\n')
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
${p(page.greeting)}
<p style="margin:0 0 16px"><b>${e(page.happened)}</b></p>
<p style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #4c9a80">${facts}</p>
${page.more.map(p).join('\n')}
${p(page.ifYou)}
<p style="margin:0 0 6px">${e(page.ifNotYouTitle)}</p>
<ol style="margin:0 0 24px;padding:0 0 0 24px">
${steps}
</ol>
<p style="margin:0 0 16px;font-size:14px">${e(page.promise)}</p>
<p style="margin:0">${e(page.signature)}</p>
</div>
</body>
</html>
`
}
