import { hash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import { formWords } from './case-form-words.ts'
import { inThrees } from './number.ts'

/** The text to be certified, in the person's language: who asks for what in which case. Frozen with the case. */
export function formOf(
  deps: Deps,
  contact: Pick<Contact, 'name' | 'login' | 'language'>,
  ask: { number: string; company: string; forCompany: boolean },
  now: number,
): string {
  const words = formWords[contact.language]
  const date = new Intl.DateTimeFormat(contact.language, { dateStyle: 'long', timeZone: deps.config.rules.mail.timeZone }).format(now)
  const facts = [
    [words.number, inThrees(ask.number)],
    [words.name, contact.name],
    [words.email, contact.login],
    [words.company, ask.company],
    [words.date, date],
  ].map(([label = '', text = '']) => `${label}: ${oneLine(text)}`)
  const sentences = [words.asks, words.declares, ...(ask.forCompany ? [words.forCompany] : [])]
  return [`${deps.config.issuer} – ${words.title}`, '', ...facts, '', ...sentences].join('\n')
}

/** Nobody's name can look like another line of the form. */
const oneLine = (text: string) => text.replaceAll(/[\s\p{C}]+/gu, ' ').trim()

/** SHA-256 of the form in UTF-8, hexadecimal: what the desk compares with the paper. */
export const fingerprintOf = (form: string) => hash('sha256', form, 'hex')
