import { type Language, languages } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import type { Letter, LetterFacts } from '../domain/letter.ts'
import { compose } from './messages.ts'

const at = Date.UTC(2026, 10, 3, 8, 14)
const facts: LetterFacts = {
  name: 'Montserrat Soler',
  login: 'm@soler.example',
  at,
  client: { browser: 'Firefox', system: 'Linux', place: '' },
}
const brand = { name: 'Porta', timeZone: 'Europe/Madrid', publicUrl: 'https://porta.example' }
const text = (letter: Letter, language: Language) => compose(letter, facts, language, brand).text

describe('when, where and in which browser', () => {
  const shown = (language: Language, client: LetterFacts['client']) =>
    compose({ kind: 'key-shown' }, { ...facts, client }, language, brand).text

  test('time is told in the zone of the house, by its name', () => {
    expect(text({ kind: 'key-shown' }, 'ca')).toContain('Quan: dimarts, 3 de novembre del 2026, a les 9:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'es')).toContain('Cuándo: martes, 3 de noviembre de 2026, 9:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'en')).toContain('When: Tuesday, 3 November 2026 at 09:14 (CET)')
    expect(text({ kind: 'key-shown' }, 'cs')).toContain('Kdy: úterý 3. listopadu 2026 v 9:14 (SEČ)')
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
