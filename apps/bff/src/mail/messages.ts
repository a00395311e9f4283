import type { Language } from '@porta/shared'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { oneLine } from './clean.ts'
import { hasEnclosure, showEnclosure } from './enclosure.ts'
import { toHtml, toText } from './layout.ts'
import { ca } from './messages.ca.ts'
import { cs } from './messages.cs.ts'
import { en } from './messages.en.ts'
import { es } from './messages.es.ts'
import { type Fact, messageOf, type Say, type Words } from './words.ts'

const wordsOf: Record<Language, Words> = { ca, es, en, cs }

// British dates: the day before the month and a 24-hour clock, as in the other languages.
const dateTags: Record<Language, string> = { ca: 'ca', es: 'es', en: 'en-GB', cs: 'cs' }

/** The house as its mails name it; `publicUrl` is the origin of every link. */
export type Brand = { name: string; timeZone: string; publicUrl: string }

/**
 * Writes a letter in one language: what happened, when, in which browser, and what to do about it. `secret` is the token or
 * the code that it carries; a letter that lacks its own is not written (throws). `name` is whom the mail may be addressed to.
 */
export function compose(
  letter: Letter,
  facts: LetterFacts,
  language: Language,
  brand: Brand,
  secret?: string,
): { name: string; subject: string; text: string; html: string } {
  const words = wordsOf[language]
  const say = sayer(language, brand.timeZone)
  const { label = '', facts: details = [], ...message } = messageOf(words.letters, letter.kind, letter, say)
  const brandName = oneLine(brand.name, 40)
  const name = nameOf(letter, facts)
  // Several occasions, each with its own time and browser, are told of in one letter only here.
  const occasions = letter.kind === 'half-sign-in' ? letter.signIns : [facts]

  const page = {
    ...message,
    subject: oneLine(`${brandName}: ${message.subject}`, 120),
    greeting: words.greeting(name),
    occasions: occasions.map(({ at, client }) => [
      ...occasionOf(letter, words, say, at, client),
      ...details.map(([title, value]) => [title, oneLine(value, 254)] as const),
    ]),
    more: message.more ?? [],
    ifNotYouTitle: words.ifNotYou,
    promise: words.promise.bare,
    signature: brandName,
    ...enclosureOf(letter, words, say, brand, label, secret),
  }
  return { name, subject: page.subject, text: toText(page), html: toHtml(page, language) }
}

/** Reminders: nobody did anything, and nothing happened at any time. */
const reminders: readonly Letter['kind'][] = ['rule-reminder', 'api-password-expires']

/** What the desk or time alone did: the browser and the place would be those of the desk, or of nobody. */
const byTheHouse: readonly Letter['kind'][] = [
  'request-to-sign',
  'request-changed',
  'request-message',
  'case-approved',
  'case-asked-again',
  'case-refused',
  'case-expired',
  'case-completed',
  'case-over',
]

function occasionOf({ kind }: Letter, { labels, browser }: Words, say: Say, at: number, client: LetterFacts['client']): Fact[] {
  if (reminders.includes(kind)) return []
  if (byTheHouse.includes(kind)) return [[labels.when, say.when(at)]]
  const place = oneLine(client.place, 80)
  return [
    [labels.when, say.when(at)],
    [labels.browser, browser(oneLine(client.browser, 60), oneLine(client.system, 60))],
    ...(place === '' ? [] : [[labels.place, place] as const]),
  ]
}

function enclosureOf(letter: Letter, words: Words, say: Say, brand: Brand, label: string, secret: string | undefined) {
  if (!hasEnclosure(letter)) return {}
  if (!secret) throw new Error(`a ${letter.kind} letter without what it carries`)
  const shown = showEnclosure(letter.kind, secret, brand.publicUrl)
  return {
    promise: shown.host === undefined ? words.promise.code : words.promise.link(shown.host),
    enclosure: {
      ...shown,
      label,
      life: 'expiresAt' in letter ? `${words.once} ${words.labels.expires}: ${say.when(letter.expiresAt)}` : words.whileItLasts,
    },
  }
}

/**
 * The name to greet by. A new address may be anybody's, and then neither tells of the person nor carries words that the person
 * chose. Mail programs make links of what looks like an address, so such a name is left out.
 */
function nameOf(letter: Letter, facts: LetterFacts): string {
  const name = oneLine(facts.name, 80)
  const isSafe = letter.kind !== 'email-code' && !/[/\\@]|\p{L}{2}\.\p{L}{2}/u.test(name)
  return isSafe ? name : ''
}

const sayers = new Map<string, Say>()

/** Formatters are dear to make, and a full outbox is written between the answers to people. */
function sayer(language: Language, timeZone: string): Say {
  const key = `${language} ${timeZone}`
  const known = sayers.get(key)
  if (known) return known
  const tag = dateTags[language]
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
  const zoneName = (at: number) => zone.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? timeZone
  const say = { when: (at: number) => `${instant.format(at)} (${zoneName(at)})` }
  sayers.set(key, say)
  return say
}
