import type { Language } from '@porta/shared'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { oneLine } from './clean.ts'
import { toHtml, toText } from './layout.ts'
import { ca } from './messages.ca.ts'
import { cs } from './messages.cs.ts'
import { en } from './messages.en.ts'
import { es } from './messages.es.ts'
import { type Fact, messageOf, type Say, type Words } from './words.ts'

const wordsOf: Record<Language, Words> = { ca, es, en, cs }

// British dates: the day before the month and a 24-hour clock, as in the other languages.
const dateTags: Record<Language, string> = { ca: 'ca', es: 'es', en: 'en-GB', cs: 'cs' }

/** Writes a letter in one language: what happened, when, in which browser, and what to do about it. */
export function compose(
  letter: Letter,
  facts: LetterFacts,
  language: Language,
  brand: { name: string; timeZone: string },
): { subject: string; text: string; html: string } {
  const words = wordsOf[language]
  const say = sayer(language, brand.timeZone)
  const message = messageOf(words.letters, letter.kind, letter, say)
  const place = oneLine(facts.client.place, 80)
  const brandName = oneLine(brand.name, 40)

  const page = {
    ...message,
    subject: oneLine(`${brandName}: ${message.subject}`, 120),
    greeting: words.greeting(oneLine(facts.name, 80)),
    facts: [
      [words.labels.when, say.when(facts.at)],
      [words.labels.browser, words.browser(oneLine(facts.client.browser, 60), oneLine(facts.client.system, 60))],
      ...(place === '' ? [] : [[words.labels.place, place] as const]),
      ...(message.facts ?? []).map(([label, value]) => [label, oneLine(value, 120)] as const),
    ] satisfies Fact[],
    more: message.more ?? [],
    ifNotYouTitle: words.ifNotYou,
    promise: words.promise,
    signature: brandName,
  }
  return { subject: page.subject, text: toText(page), html: toHtml(page, language) }
}

function sayer(language: Language, timeZone: string): Say {
  const tag = dateTags[language]
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
  const zoneName = (at: number) => zone.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone

  return {
    when: (at) => `${instant.format(at)} (${zoneName(at)})`,
    howLong: (ms) => {
      const seconds = Math.ceil(ms / 1000)
      const [amount, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
      return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
    },
  }
}
