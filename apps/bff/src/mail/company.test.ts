import { type Language, languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { compose } from './messages.ts'
import type { CompanyLetters } from './words.ts'

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
const link = `https://porta.example/invitation#${token}`

const samplesBy = (by: string, other = 'Jordi Puig') =>
  ({
    invitation: [{ kind: 'invitation', company: other, by, expiresAt: until }],
    'invitation-in-use': [{ kind: 'invitation-in-use', company: other, by }],
    'contact-changed': [
      { kind: 'contact-changed', by, what: ['name'] },
      { kind: 'contact-changed', by, what: ['phone', 'language'] },
    ],
    'role-changed': [
      { kind: 'role-changed', by, role: 'admin' },
      { kind: 'role-changed', by, role: 'member' },
    ],
    deactivated: [{ kind: 'deactivated', by }],
    activated: [{ kind: 'activated', by }],
    left: [{ kind: 'left', by, company: other }],
    'sessions-ended-by-admin': [{ kind: 'sessions-ended-by-admin', by }],
    'verification-on-by-admin': [{ kind: 'verification-on-by-admin', by }],
    'verification-required': [{ kind: 'verification-required', by }],
    'verification-off-by-admin': [
      { kind: 'verification-off-by-admin', by, reason: other, setUpAnew: true },
      { kind: 'verification-off-by-admin', by, reason: other, setUpAnew: false },
    ],
    'rule-set': [{ kind: 'rule-set', by, from: until }],
    'rule-lifted': [{ kind: 'rule-lifted', by }],
    'rule-reminder': [
      { kind: 'rule-reminder', from: until, days: 7 },
      { kind: 'rule-reminder', from: until, days: 1 },
    ],
    'new-admin': [{ kind: 'new-admin', by, who: other }],
    'admin-no-more': [{ kind: 'admin-no-more', by, who: other }],
    'admin-verification-off': [{ kind: 'admin-verification-off', by, who: other }],
    'main-account-changed': [{ kind: 'main-account-changed', by, who: other }],
    'api-contact-made': [{ kind: 'api-contact-made', by, login: other }],
    'api-password-changed': [{ kind: 'api-password-changed', by, login: other }],
    'api-addresses-changed': [{ kind: 'api-addresses-changed', by, login: other }],
    'api-contact-removed': [{ kind: 'api-contact-removed', by, login: other }],
    'api-password-expires': [{ kind: 'api-password-expires', login: other, expiresAt: until }],
    'verification-released': [{ kind: 'verification-released', by }],
    'invitation-accepted': [
      { kind: 'invitation-accepted', who: other, email: 'jordi@new.example', role: 'member' },
      { kind: 'invitation-accepted', who: other, email: 'jordi@new.example', role: 'support' },
    ],
  }) satisfies { [K in keyof CompanyLetters]: readonly Extract<Letter, { kind: K }>[] }

const lettersOf = (...others: Parameters<typeof samplesBy>): Letter[] => Object.values(samplesBy(...others)).flat()
const write = (letter: Letter, language: Language, about = facts) =>
  compose(letter, about, language, brand, letter.kind === 'invitation' ? token : undefined)
const cases = languages.flatMap((language) => lettersOf('Montserrat Soler').map((letter) => ({ language, letter, kind: letter.kind })))

describe('every letter about the company in every language', () => {
  test.each(cases)('$language: $kind is whole: who did it, to what, when, and what to do', ({ letter, language, kind }) => {
    const { subject, text, html } = write(letter, language)
    expect(subject).toMatch(/^Porta: \p{L}.{8,70}$/u)
    const told = [
      'Aina Ferrer',
      ...('by' in letter ? ['Montserrat Soler', 'Firefox', 'Linux', '203.0.113.*'] : []),
      ...('who' in letter || 'company' in letter || 'login' in letter || 'reason' in letter ? ['Jordi Puig'] : []),
      ...('from' in letter || 'expiresAt' in letter ? ['2026', '9:14'] : []),
    ]
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object|[{}#]\p{L}*[{}]|(^|\s)#(\s|\.|$)/u)
    for (const fact of told) {
      expect(text).toContain(fact)
      expect(html).toContain(fact)
    }
    expect(text).not.toContain(facts.login)
    expect(text).not.toMatch(/\n{3}|[ \t]\n/)
    const links = kind === 'invitation' ? [link] : []
    expect(text.match(/^https?:.*$/gm) ?? []).toEqual(links)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(links)
  })

  test.each(languages)('%s: subjects tell the letters apart, and are the same for the same event', (language) => {
    const subjects = lettersOf('Montserrat Soler').map((letter) => write(letter, language).subject)
    // Becoming an admin and being one no longer are two events of one kind.
    expect(new Set(subjects).size).toBe(Object.keys(samplesBy('')).length + 1)
    expect(lettersOf('Somebody', 'Something').map((letter) => write(letter, language).subject)).toEqual(subjects)
  })

  test.each(languages)('%s: a reminder tells of no browser, for nobody did anything', (language) => {
    const nobody = { ...facts, client: { browser: '', system: '', place: '' } }
    for (const letter of lettersOf('').filter(({ kind }) => kind === 'rule-reminder' || kind === 'api-password-expires'))
      expect(write(letter, language, nobody).text).not.toMatch(/^(Navegador|Browser|Prohlížeč):/m)
  })
})

test('other people’s words stay text: one line, cut, and never in the subject', () => {
  const evil = `<img src=x>"'&\r\nBcc: all@example.com\u202e{{7*7}}\u2028${'x'.repeat(600)}`
  for (const language of languages)
    for (const [n, letter] of lettersOf(evil, evil).entries()) {
      const mail = write(letter, language)
      const honest = lettersOf('Montserrat Soler')[n] as Letter
      expect(mail.subject).toBe(write(honest, language).subject)
      expect(mail.text).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]|\nBcc|x{501}/u)
      expect(mail.html).not.toContain('<img')
      const structure = (html: string) => html.match(/<[^>]*>/g)
      expect(structure(mail.html)).toEqual(structure(write(honest, language).html))
    }
})
