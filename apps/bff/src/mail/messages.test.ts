import { type Language, languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { compose } from './messages.ts'

const at = Date.UTC(2026, 10, 3, 8, 14)
const facts: LetterFacts = {
  name: 'Montserrat Soler',
  login: 'montserrat@ferreteria.example',
  at,
  client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.*' },
}
const brand = { name: 'Porta', timeZone: 'Europe/Madrid' }

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
  'codes-blocked': [{ kind: 'codes-blocked', waitMs: 15 * 60_000 }],
  'recovery-code-used': [
    { kind: 'recovery-code-used', left: 9 },
    { kind: 'recovery-code-used', left: 0 },
  ],
  'recovery-codes-renewed': [{ kind: 'recovery-codes-renewed' }],
} satisfies { [K in Letter['kind']]: readonly Extract<Letter, { kind: K }>[] }

const cases = languages.flatMap((language) =>
  Object.values(samples)
    .flat()
    .map((letter) => ({ language, letter, kind: letter.kind })),
)
const text = (letter: Letter, language: Language) => compose(letter, facts, language, brand).text

describe('every letter in every language', () => {
  test.each(cases)('$language: $kind is whole, without links and without gaps', ({ letter, language }) => {
    const mail = compose(letter, facts, language, brand)
    expect(mail.subject).toMatch(/^Porta: \p{L}.{8,70}$/u)
    expect(mail.html).toContain(`<html lang="${language}">`)
    expect(mail.html).toContain('<ol')
    for (const part of [mail.subject, mail.text, mail.html]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|https?:|www\.|[{}#]\p{L}*[{}]|(^|\s)#(\s|\.|$)/u)
    }
    expect(mail.html).not.toMatch(/<a |<img|<link|<script|src=|url\(/)
    for (const fact of ['Montserrat Soler', 'Firefox', 'Linux', '203.0.113.*', '2026', '(CET)'].filter(
      (f) => !(language === 'cs' && f === '(CET)'),
    )) {
      expect(mail.text).toContain(fact)
      expect(mail.html).toContain(fact)
    }
    expect(mail.text).not.toContain(facts.login)
    expect(mail.text).not.toMatch(/\n{3}|[ \t]\n/)
    expect(mail.text).toMatch(/\n1\. .+\n2\. /)
  })

  test.each(languages)('%s: subjects tell the letters apart', (language) => {
    const subjects = cases.filter((each) => each.language === language).map(({ letter }) => compose(letter, facts, language, brand).subject)
    expect(new Set(subjects).size).toBe(10)
  })
})

describe('when, where and in which browser', () => {
  const shown = (language: Language, client: LetterFacts['client']) =>
    compose({ kind: 'key-shown' }, { ...facts, client }, language, brand).text

  test('time is told in the zone of the house, by its name', () => {
    expect(text({ kind: 'key-shown' }, 'ca')).toContain('Quan: dimarts, 3 de novembre del 2026, a les 9:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'es')).toContain('Cuándo: martes, 3 de noviembre de 2026, 9:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'en')).toContain('When: Tuesday, 3 November 2026 at 09:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'cs')).toContain('Kdy: úterý 3. listopadu 2026 v 9:14 (SEČ)')
  })

  test('a wait is told in the units of each language', () => {
    const wait = (waitMs: number, language: Language) => text({ kind: 'codes-blocked', waitMs }, language)
    expect(wait(30_000, 'ca')).toContain('Espera imposada: 30 segons\n')
    expect(wait(29_001, 'en')).toContain('Wait before the next code: 30 seconds\n')
    expect(wait(120_000, 'cs')).toContain('Čekání na další pokus: 2 minuty\n')
    expect(wait(15 * 60_000, 'es')).toContain('Espera impuesta: 15 minutos\n')
  })

  test('a browser is named the way each language names it', () => {
    const client = { browser: 'Firefox', system: 'Linux', place: '' }
    expect(shown('ca', client)).toContain('Navegador: Firefox a Linux\n')
    expect(shown('es', client)).toContain('Navegador: Firefox en Linux\n')
    expect(shown('en', client)).toContain('Browser: Firefox on Linux\n')
    expect(shown('cs', client)).toContain('Prohlížeč: Firefox, Linux\n')
  })

  test('an unknown browser has a word, and an unknown place is left out', () => {
    const client = { browser: '', system: '', place: '' }
    expect(shown('ca', client)).toContain('Navegador: navegador desconegut\n\n')
    expect(shown('ca', client)).not.toContain("Des d'on")
    expect(shown('cs', { ...client, system: 'Android' })).toContain('Prohlížeč: neznámý prohlížeč, Android')
  })

  test('a contact without a name is greeted all the same', () => {
    expect(compose({ kind: 'key-shown' }, { ...facts, name: ' ' }, 'ca', brand).text).toMatch(/^Hola,\n/)
  })
})

describe('what comes from outside', () => {
  const evil = `<b onclick="x">'Eva'</b> &\r\nBcc: all@example.com\u202e{{7*7}}\${1}`
  const hostile: LetterFacts = { ...facts, name: evil, client: { browser: evil, system: evil, place: evil } }

  test.each(languages)('%s: markup is only text in the HTML', (language) => {
    const { html } = compose({ kind: 'key-copied', copy: 'png', serial: evil }, hostile, language, brand)
    expect(html).not.toContain('<b onclick')
    expect(html).not.toContain("'Eva'")
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;&#39;Eva&#39;&lt;/b&gt; &amp; Bcc:')
  })

  test.each(languages)('%s: a line break neither starts a header nor a line', (language) => {
    const mail = compose({ kind: 'key-shown' }, hostile, language, { ...brand, name: 'Por\r\nta' })
    expect(mail.subject).not.toMatch(/\p{C}/u)
    expect(mail.subject).toMatch(/^Por ta: /)
    expect(mail.text).not.toMatch(/\r|\u202e|\nBcc/)
    expect(mail.text).toContain(`{{7*7}}\${1}`)
  })

  test('length is bounded, and characters outside the basic plane stay whole', () => {
    const long = { ...facts, name: '𝒳'.repeat(500) }
    const mail = compose({ kind: 'key-shown' }, long, 'en', { ...brand, name: 'B'.repeat(500) })
    expect(mail.subject.length).toBeLessThanOrEqual(120)
    expect(mail.text.split('\n')[0]).toBe(`Hello ${'𝒳'.repeat(79)}…,`)
  })
})

describe('numbers', () => {
  const ended = (endedSessions: number, language: Language) => text({ kind: 'verification-on', endedSessions }, language)
  const left = (count: number, language: Language) => text({ kind: 'recovery-code-used', left: count }, language)

  test('Czech has three forms', () => {
    expect(ended(1, 'cs')).toContain('Ukončili jsme 1 další otevřenou relaci.')
    expect(ended(3, 'cs')).toContain('Ukončili jsme 3 další otevřené relace.')
    expect(ended(5, 'cs')).toContain('Ukončili jsme 5 dalších otevřených relací.')
    expect(left(1, 'cs')).toContain('Zbývá vám 1 kód.')
    expect(left(3, 'cs')).toContain('Zbývají vám 3 kódy.')
    expect(left(5, 'cs')).toContain('Zbývá vám 5 kódů.')
  })

  test('the other languages have two', () => {
    expect(ended(1, 'ca')).toContain("S'ha tancat l'altra sessió que tenies oberta.")
    expect(ended(2, 'ca')).toContain("S'han tancat les altres 2 sessions que tenies obertes.")
    expect(left(1, 'ca')).toContain('Et queda 1 codi.')
    expect(left(5, 'ca')).toContain('Et queden 5 codis.')
    expect(left(1, 'es')).toContain('Te queda 1 código.')
    expect(left(3, 'es')).toContain('Te quedan 3 códigos.')
    expect(left(1, 'en')).toContain('You have 1 code left.')
    expect(left(3, 'en')).toContain('You have 3 codes left.')
  })

  test('no ended session is not mentioned', () => {
    expect(ended(0, 'en')).not.toContain('session')
  })

  test.each(languages)('%s: new recovery codes are advised at two or fewer', (language) => {
    const advised = (count: number) => left(count, language).split('\n\n').length
    expect(advised(2)).toBe(advised(0))
    expect(advised(2)).toBe(advised(3) + 1)
  })
})
