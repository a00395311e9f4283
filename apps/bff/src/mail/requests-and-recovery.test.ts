import { type Language, languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { compose } from './messages.ts'
import type { RecoveryLetters, RequestLetters } from './words.ts'

const at = Date.UTC(2026, 10, 3, 8, 14)
const until = at + 86_400_000
const facts: LetterFacts = {
  name: 'Aina Ferrer',
  login: 'aina@ferreteria.example',
  at,
  client: { browser: 'Firefox', system: 'Linux', place: '203.0.113.*' },
}
const brand = { name: 'Porta', timeZone: 'Europe/Madrid', publicUrl: 'https://porta.example' }
const token = 'q3Zx_m-4dKQ9wZ1e0TtVbYh2uJ8sLrPnCgEaFoIiXyA'
const number = '482 177 305'
const who = 'Pere Puig'
const company = 'Ferreteria Soler, SL'

const samplesOf = (subject: string, by: string, reason = subject) =>
  ({
    'request-sent': (['code', 'trusted-device', 'password', 'program'] as const).map((assurance) => ({
      kind: 'request-sent' as const,
      number,
      subject,
      assurance,
    })),
    'request-to-sign': [{ kind: 'request-to-sign', number, subject, by, expiresAt: until }],
    'request-changed': [
      ...(['in-progress', 'done', 'withdrawn'] as const).map((state) => ({
        kind: 'request-changed' as const,
        number,
        subject,
        state,
        reason: '',
      })),
      { kind: 'request-changed', number, subject, state: 'refused', reason },
    ],
    'request-message': [{ kind: 'request-message', number, subject, by }],
    'case-code': [{ kind: 'case-code', number, expiresAt: until }],
    'case-opened': [{ kind: 'case-opened', number, who, company }],
    'case-approved': [{ kind: 'case-approved', number, who, company, until }],
    'case-submitted': [{ kind: 'case-submitted', number, answerBy: until }],
    'case-asked-again': [{ kind: 'case-asked-again', number, message: reason, expiresAt: until }],
    'case-refused': [{ kind: 'case-refused', number, reason }],
    'case-expired': [{ kind: 'case-expired', number }],
    'case-completed': [{ kind: 'case-completed', number, expiresAt: until, careUntil: until }],
    'case-stopped': [
      { kind: 'case-stopped', number, who, by },
      { kind: 'case-stopped', number, who, by: '' },
    ],
    'case-withdrawn': [{ kind: 'case-withdrawn', number, who }],
    'case-vouched': [{ kind: 'case-vouched', number, who, by }],
    'case-over': [{ kind: 'case-over', number, who, careUntil: until }],
  }) satisfies { [K in keyof (RequestLetters & RecoveryLetters)]: readonly Extract<Letter, { kind: K }>[] }

const lettersOf = (...others: Parameters<typeof samplesOf>): Letter[] => Object.values(samplesOf(...others)).flat()
const honest = () => lettersOf('Nou registre MX', 'Montserrat Soler')
const secrets: Partial<Record<Letter['kind'], string>> = {
  'case-code': '40718826',
  'case-opened': token,
  'case-approved': token,
  'case-completed': token,
}
const write = (letter: Letter, language: Language, about = facts) => compose(letter, about, language, brand, secrets[letter.kind])
const links: Partial<Record<Letter['kind'], string>> = {
  'case-opened': `https://porta.example/stop-recovery#${token}`,
  'case-approved': `https://porta.example/stop-recovery#${token}`,
  'case-completed': `https://porta.example/reset-password#${token}`,
}
const linksOf = ({ kind }: Letter) => (links[kind] ? [links[kind]] : [])
const cases = languages.flatMap((language) => honest().map((letter) => ({ language, letter, kind: letter.kind })))

describe('every letter about requests and lost devices in every language', () => {
  test.each(cases)('$language: $kind is whole: which one, about what, who did it and when', ({ letter, language }) => {
    const { subject, text, html } = write(letter, language)
    expect(subject).toMatch(/^Porta: \p{L}.{8,70}$/u)
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object|[{}#]\p{L}*[{}]|(^|\s)#(\s|\.|$)/u)
    const told = [
      'Aina Ferrer',
      number,
      '2026',
      '9:14',
      ...('subject' in letter ? ['Nou registre MX'] : []),
      ...('by' in letter && letter.by !== '' ? ['Montserrat Soler'] : []),
      ...('who' in letter ? [who] : []),
      ...('company' in letter ? [company] : []),
      ...(('reason' in letter && letter.reason) || 'message' in letter ? ['Nou registre MX'] : []),
    ]
    for (const fact of told) {
      expect(text).toContain(fact)
      expect(html).toContain(fact)
    }
    expect(text).not.toContain(facts.login)
    expect(text).not.toMatch(/\n{3}|[ \t]\n/)
  })

  test.each(cases)('$language: $kind leads nowhere but to its one link, and that never signs anybody in', ({ letter, language }) => {
    const { subject, text, html } = write(letter, language)
    const its = linksOf(letter)
    expect(text.match(/^https?:.*$/gm) ?? []).toEqual(its)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(its)
    expect(text.split('://')).toHaveLength(1 + its.length)
    expect(html).not.toMatch(/<(img|link|script|style|iframe|form)|src=|url\(/i)
    expect(subject).not.toMatch(/:\/\/|#|\d/)
  })

  test.each(languages)('%s: subjects tell the letters apart, and are the same for the same event', (language) => {
    const subjects = honest().map((letter) => write(letter, language).subject)
    // A request changes in four ways.
    expect(new Set(subjects).size).toBe(Object.keys(samplesOf('', '')).length + 3)
    expect(lettersOf('Something', 'Somebody').map((letter) => write(letter, language).subject)).toEqual(subjects)
  })

  test.each(languages)('%s: what the desk or time alone did tells of no browser and no place, what people did does', (language) => {
    const tells = (letter: Letter) => write(letter, language).text.includes('203.0.113.*')
    const people = ['request-sent', 'case-code', 'case-opened', 'case-submitted', 'case-stopped', 'case-withdrawn', 'case-vouched']
    for (const letter of honest()) expect([letter.kind, tells(letter)]).toEqual([letter.kind, people.includes(letter.kind)])
  })
})

describe('what they carry', () => {
  test('the link that stops a case stands below what it is for, and says how long it works', () => {
    const { text } = write({ kind: 'case-opened', number, who, company }, 'ca')
    expect(text).toContain(
      `Atura aquest cas:\nhttps://porta.example/stop-recovery#${token}\nFunciona mentre el cas es pugui aturar.\n\nAquest correu porta un sol enllaç, a porta.example`,
    )
    expect(text.indexOf('Si no ho tens clar, atura-ho')).toBeLessThan(text.indexOf('Atura aquest cas:'))
  })

  test('the code of a case is shown as the one of an e-mail address, and never in the subject', () => {
    const { text, html } = write({ kind: 'case-code', number, expiresAt: until }, 'en')
    expect(text).toContain('\nCode:\n4071 8826\nIt works once. Expires: Wednesday, 4 November 2026 at 09:14 (CET)\n')
    expect(html).toContain('>4071 8826<')
  })

  test('the end of a case says what works no longer, how long care is taken and what that means', () => {
    const { text } = write({ kind: 'case-completed', number, expiresAt: until, careUntil: at + 3 * 86_400_000 }, 'es')
    expect(text).toContain('La contraseña y los códigos de recuperación que tenías ya no sirven')
    expect(text).toContain('Protección reforzada hasta: viernes, 6 de noviembre de 2026, 9:14 (CET)')
    expect(text).toContain('no puede cambiar nada de los contactos de la empresa')
    expect(text).toContain(`Pon una contraseña nueva:\nhttps://porta.example/reset-password#${token}\n`)
  })

  test('without it the letter is not written', () => {
    for (const letter of honest().filter(({ kind }) => secrets[kind]))
      expect(() => compose(letter, facts, 'ca', brand)).toThrow('without what it carries')
  })
})

describe('the words', () => {
  test('a request that is refused tells why, any other change has no reason', () => {
    const changed = (state: 'done' | 'refused') =>
      write({ kind: 'request-changed', number, subject: 'x', state, reason: 'No és vostre.' }, 'ca').text
    expect(changed('refused')).toContain('\nMotiu: No és vostre.\n')
    expect(changed('done')).not.toContain('No és vostre.')
  })

  test('a case that was stopped by the link of a mail says so, because nobody can tell whose hand it was', () => {
    const stopped = (by: string) => write({ kind: 'case-stopped', number, who, by }, 'cs').text
    expect(stopped('')).toContain('Kdo ho zastavil: někdo s odkazem z našeho e-mailu')
    expect(stopped('Montserrat Soler')).toContain('Kdo ho zastavil: Montserrat Soler')
  })

  test('the words of others stay text: one line, cut, and never in the subject', () => {
    const evil = `<img src=x>"'&\r\nBcc: all@example.com\u202e{{7*7}}\u2028${'x'.repeat(3000)}`
    for (const language of languages)
      for (const [n, letter] of lettersOf(evil, evil).entries()) {
        const mail = write(letter, language)
        const plain = write(honest()[n] as Letter, language)
        expect(mail.subject).toBe(plain.subject)
        expect(mail.text).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]|\nBcc|x{2001}/u)
        expect(mail.html).not.toContain('<img')
        expect(mail.html.match(/<[^>]*>/g)).toEqual(plain.html.match(/<[^>]*>/g))
      }
  })
})
