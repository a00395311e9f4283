import { type Language, languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { hasEnclosure } from './enclosure.ts'
import { compose } from './messages.ts'
import type { CompanyLetters, RecoveryLetters, RequestLetters } from './words.ts'

const at = Date.UTC(2026, 10, 3, 8, 14)
const facts: LetterFacts = {
  name: 'Montserrat Soler',
  login: 'montserrat@ferreteria.example',
  at,
  client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.*' },
}
const brand = { name: 'Porta', timeZone: 'Europe/Madrid', publicUrl: 'https://porta.example' }
const token = 'q3Zx_m-4dKQ9wZ1e0TtVbYh2uJ8sLrPnCgEaFoIiXyA'
const mailedCode = '40718826'
const until = at + 3_600_000

const occasion = (minutesAgo: number) => ({ at: at - minutesAgo * 60_000, client: { ...facts.client, system: `Linux ${minutesAgo}` } })

const samples = {
  'verification-on': [
    { kind: 'verification-on', endedSessions: 0 },
    { kind: 'verification-on', endedSessions: 3 },
  ],
  'verification-off': [
    { kind: 'verification-off', by: 'code' },
    { kind: 'verification-off', by: 'recovery-code' },
  ],
  'key-shown': [{ kind: 'key-shown' }],
  'key-copied': [
    { kind: 'key-copied', copy: 'png', serial: 'K7-0001' },
    { kind: 'key-copied', copy: 'svg', serial: 'K7-0002' },
    { kind: 'key-copied', copy: 'print', serial: 'K7-0003' },
  ],
  'device-remembered': [{ kind: 'device-remembered', expiresAt: at + 30 * 86_400_000 }],
  'device-token-reused': [{ kind: 'device-token-reused' }],
  'codes-blocked': [{ kind: 'codes-blocked' }],
  'recovery-code-used': [
    { kind: 'recovery-code-used', left: 9 },
    { kind: 'recovery-code-used', left: 0 },
  ],
  'recovery-codes-renewed': [{ kind: 'recovery-codes-renewed' }],
  'half-sign-in': [
    { kind: 'half-sign-in', count: 1, signIns: [occasion(0)], expiresAt: until },
    { kind: 'half-sign-in', count: 7, signIns: [0, 1, 2, 3, 4].map(occasion), expiresAt: until },
  ],
  'reset-required': [{ kind: 'reset-required' }],
  'browser-approval': [{ kind: 'browser-approval', expiresAt: until }],
  'new-browser': [{ kind: 'new-browser' }],
  'password-reset': [{ kind: 'password-reset', expiresAt: until }],
  'password-burned': [{ kind: 'password-burned', expiresAt: until }],
  'password-changed': [
    { kind: 'password-changed', by: 'reset' },
    { kind: 'password-changed', by: 'change' },
  ],
  'email-code': [{ kind: 'email-code', expiresAt: until }],
  'email-change-asked': [{ kind: 'email-change-asked', email: 'new@soler.example' }],
  'email-in-use': [{ kind: 'email-in-use' }],
  'email-changed': [{ kind: 'email-changed', from: 'old@soler.example', to: 'new@soler.example' }],
  'phone-changed': [
    { kind: 'phone-changed', from: '', to: '972 00 01 00' },
    { kind: 'phone-changed', from: '972 00 01 00', to: '' },
  ],
} satisfies {
  [K in Exclude<Letter['kind'], keyof (CompanyLetters & RequestLetters & RecoveryLetters)>]: readonly Extract<Letter, { kind: K }>[]
}

const cases = languages.flatMap((language) =>
  Object.values(samples)
    .flat()
    .map((letter) => ({ language, letter, kind: letter.kind })),
)
const secretOf = (letter: Letter) => (hasEnclosure(letter) ? (letter.kind === 'email-code' ? mailedCode : token) : undefined)
const write = (letter: Letter, language: Language, about: LetterFacts = facts, house = brand) =>
  compose(letter, about, language, house, secretOf(letter))
const text = (letter: Letter, language: Language) => write(letter, language).text

/** What a person reads of the HTML. */
const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

const pages: Record<string, string> = {
  'half-sign-in': 'not-me',
  'browser-approval': 'approve-browser',
  'password-reset': 'reset-password',
  'password-burned': 'reset-password',
}
const linkOf = (kind: string) => (pages[kind] ? [`https://porta.example/${pages[kind]}#${token}`] : [])

describe('every letter in every language', () => {
  test.each(cases)('$language: $kind is whole and without gaps', ({ letter, language }) => {
    const mail = write(letter, language)
    expect(mail.subject).toMatch(/^Porta: \p{L}.{8,70}$/u)
    expect(mail.html).toContain(`<html lang="${language}">`)
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|www\.|[{}#]\p{L}*[{}]|(^|\s)#(\s|\.|$)/u)
    }
    const shown = ['Firefox', 'Linux', '203.0.113.*', '2026', ...(letter.kind === 'email-code' ? [] : ['Montserrat Soler'])]
    for (const fact of shown) {
      expect(mail.text).toContain(fact)
      expect(mail.html).toContain(fact)
    }
    expect(mail.text).not.toContain(facts.login)
    expect(mail.text).not.toMatch(/\n{3}|[ \t]\n/)
    expect(mail.text).toMatch(/\n\n(\p{L}.+:\n1\. .+\n2\. |Si no |If it was not you, |Pokud o tom nevíte, )/u)
  })

  test.each(cases)('$language: $kind loads nothing, and leads nowhere but to its one link', ({ letter, language, kind }) => {
    const { subject, text, html } = write(letter, language)
    const links = linkOf(kind)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(links)
    expect([...html.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, shown]) => shown)).toEqual(links)
    expect(text.match(/^https?:.*$/gm) ?? []).toEqual(links)
    // Once in the text; in the HTML as where the link leads and as what it shows.
    expect(text.split('://')).toHaveLength(1 + links.length)
    expect(html.split('://')).toHaveLength(1 + 2 * links.length)
    expect(html).not.toMatch(
      /<(img|link|script|style|iframe|form|base|video|audio|object|embed|svg)|src=|url\(|@import|http-equiv|\son\w+=/i,
    )
    expect(subject).not.toMatch(/:\/\/|#|\d{4}/)
    expect(text).toContain(links.length > 0 ? 'porta.example' : 'Porta')
  })

  test.each(cases)('$language: $kind says the same in text and in HTML', ({ letter, language }) => {
    const { text, html } = write(letter, language)
    const plain = text
      .replaceAll(/^\d\. /gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    expect(readable(html)).toBe(plain)
  })

  test.each(cases)('$language: $kind keeps its subject whatever the facts are', ({ letter, language }) => {
    const other = { name: 'Eva', login: 'eva@else.example', at: at + 1e9, client: { browser: 'Chrome', system: 'Android', place: '' } }
    const [first = letter] = samples[letter.kind]
    if (letter.kind !== 'key-copied') expect(write(letter, language, other).subject).toBe(write(first, language).subject)
    expect(write(letter, language, other).subject).toBe(write(letter, language).subject)
  })

  test.each(languages)('%s: subjects tell the letters apart', (language) => {
    const subjects = cases.filter((each) => each.language === language).map(({ letter }) => write(letter, language).subject)
    // Printing and downloading a copy of the key are two events of one kind.
    expect(new Set(subjects).size).toBe(Object.keys(samples).length + 1)
  })

  test.each(languages)('%s: a letter closes with what it never does, and that is true of it', (language) => {
    const promise = (letter: Letter) => text(letter, language).split('\n\n').at(-2)
    const [bare, link, code] = [
      promise({ kind: 'key-shown' }),
      promise({ kind: 'password-reset', expiresAt: until }),
      promise({ kind: 'email-code', expiresAt: until }),
    ]
    expect(new Set([bare, link, code]).size).toBe(3)
    expect(link).toContain('porta.example')
    expect(`${bare}${code}`).not.toContain('porta.example')
  })
})

describe('what a letter carries', () => {
  test('a link stands alone on its line, below what it is for, with how long it works', () => {
    expect(text({ kind: 'password-reset', expiresAt: until }, 'ca')).toContain(
      `Posa una contrasenya nova:\nhttps://porta.example/reset-password#${token}\nServeix una sola vegada. Caduca: dimarts, 3 de novembre del 2026, a les 10:14 (CET)\n\nSi no has estat tu`,
    )
    expect(text({ kind: 'half-sign-in', count: 1, signIns: [occasion(0)], expiresAt: until }, 'en')).toMatch(
      /\nIf it was not you:\n1\. [\s\S]+\n\nThis was not me:\nhttps:\/\/porta\.example\/not-me#/,
    )
  })

  test('a code is shown in two groups of four, in one piece, and never in the subject', () => {
    const mail = write({ kind: 'email-code', expiresAt: until }, 'es')
    expect(mail.text).toContain('\nCódigo:\n4071 8826\n')
    expect(mail.html).toContain('>4071 8826<')
    expect(mail.subject).not.toMatch(/\d/)
  })

  test('a mail to a new address, which may be anybody’s, neither names the person nor the address', () => {
    const mail = write({ kind: 'email-code', expiresAt: until }, 'ca')
    expect(mail.name).toBe('')
    expect(mail.text).toMatch(/^Hola,\n/)
    expect(mail.text + mail.html).not.toContain('Soler')
  })

  test('without it the letter is not written', () => {
    for (const { letter } of cases.filter((each) => hasEnclosure(each.letter)))
      expect(() => compose(letter, facts, 'ca', brand)).toThrow('without what it carries')
  })
})

describe('half sign-ins', () => {
  test('each is told with its time, browser and place; of more than five how many there were', () => {
    const many = text({ kind: 'half-sign-in', count: 7, signIns: [0, 1, 2, 3, 4].map(occasion), expiresAt: until }, 'ca')
    expect(many).toContain('Algú ha escrit bé la teva contrasenya 7 vegades')
    expect(many).toContain('Aquí hi ha les 5 últimes vegades.')
    for (const [index, time] of ['9:14', '9:13', '9:12', '9:11', '9:10'].entries())
      expect(many).toContain(
        `Quan: dimarts, 3 de novembre del 2026, a les ${time} (CET)\nNavegador: Firefox a Linux ${index}\nDes d'on: 203.0.113.*\n`,
      )
    const two = text({ kind: 'half-sign-in', count: 2, signIns: [0, 1].map(occasion), expiresAt: until }, 'cs')
    expect(two).toContain('Někdo 2krát správně zadal vaše heslo')
    expect(two).not.toContain('Uvádíme')
  })
})

describe('what comes from outside', () => {
  const corpus = [
    `<b onclick="x">'Eva'</b> &\r\nBcc: all@example.com\u202e{{7*7}}\${1}`,
    'Eva\r\nBcc: all@example.com\r\n\r\n<html>',
    'Eva\u2028Bcc: all@example.com\u2029\u0085\u000b',
    '"><img src=https://evil.example/x.png><script>alert(1)</script>',
    "javascript:alert(1)' style='background:url(//evil.example)",
    'Eva, all@example.com; <all@example.com>',
    `{{7*7}} \${7*7} <%= 7*7 %> #{7*7} $1 $& %0d%0aBcc:`,
    '\u202eavE\u2066\u200f\u061c\ufeff\u00ad',
    '=?utf-8?q?=0d=0aBcc:_all@example.com?=',
    '\u0000\u001b[31m\u007f\ud800',
    '-->]]>&lt;b&gt;&#60;',
  ]
  const walks = languages.flatMap((language) => corpus.map((evil) => ({ language, evil })))

  test.each(walks)('$language: $evil stays text, wherever it is told', ({ language, evil }) => {
    const client = { browser: evil, system: evil, place: evil }
    const letters: Letter[] = [
      { kind: 'key-copied', copy: 'png', serial: evil },
      { kind: 'email-change-asked', email: evil },
      { kind: 'email-changed', from: evil, to: evil },
      { kind: 'phone-changed', from: evil, to: evil },
      { kind: 'half-sign-in', count: 2, signIns: [occasion(0), { at, client }], expiresAt: until },
    ]
    for (const letter of letters) {
      const mail = write(letter, language, { ...facts, name: evil, client })
      const honest = write(letter, language)
      expect(mail.subject).toBe(honest.subject)
      expect(mail.name + mail.subject).not.toMatch(/[\p{C}\u2028\u2029]/u)
      expect(mail.text).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]|\nBcc/u)
      // The same elements with the same attributes as with honest facts: nothing came alive.
      const structure = ({ html }: { html: string }) => html.match(/<[^>]*>/g)?.filter((tag) => tag !== '<br>')
      expect(structure(write(letter, language, { ...facts, name: evil, client: { ...client, place: 'x' } }))).toEqual(structure(honest))
      expect(mail.html).not.toMatch(/<(img|script|b onclick|html>)/)
    }
  })

  test.each(languages)('%s: markup and templates are shown as they were written', (language) => {
    const [evil = ''] = corpus
    const mail = write({ kind: 'key-copied', copy: 'png', serial: evil }, language)
    expect(mail.html).toContain('&lt;b onclick=&quot;x&quot;&gt;&#39;Eva&#39;&lt;/b&gt; &amp; Bcc:')
    expect(mail.text).toContain(`{{7*7}}\${1}`)
  })

  test('a name that a mail program would make a link of is not greeted', () => {
    for (const name of ['Visit https://evil.example now', 'evil.example', 'eva@evil.example', '//evil'])
      expect(write({ kind: 'key-shown' }, 'ca', { ...facts, name })).toMatchObject({ name: '', text: expect.stringMatching(/^Hola,\n/) })
    for (const name of ['Dr. J. Soler', 'Núria Camps, S.L.', "Conan O'Brien", 'محمد'])
      expect(write({ kind: 'key-shown' }, 'ca', { ...facts, name }).text).toContain(`Hola, ${name},`)
  })

  test('the brand cannot add a line to the subject', () => {
    expect(write({ kind: 'key-shown' }, 'ca', facts, { ...brand, name: 'Por\r\nta' }).subject).toMatch(/^Por ta: /)
  })

  test('length is bounded, and characters outside the basic plane stay whole', () => {
    const mail = write({ kind: 'key-shown' }, 'en', { ...facts, name: '𝒳'.repeat(500) }, { ...brand, name: 'B'.repeat(500) })
    expect(mail.subject.length).toBeLessThanOrEqual(120)
    expect(mail.text.split('\n')[0]).toBe(`Hello ${'𝒳'.repeat(79)}…,`)
  })
})
