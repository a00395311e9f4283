import { type Language, languages } from '@porta/shared'
import type { Request } from '../store/store.ts'
import { statementWords } from './statement-words.ts'

/** What a statement says that stands in the row of its request. */
type Stated = Pick<Request, 'id' | 'number' | 'companyId' | 'contactId' | 'source' | 'subject' | 'service' | 'text'> & {
  [K in 'assurance' | 'signedAt']: NonNullable<Request[K]>
}

/** What it says of the time of signing, and that may be called otherwise today. */
type Then = { language: Language; company: string; by: string; login: string; checkAt: string }

/** Marks that would break a line or turn its direction. Written out: what Unicode counts as what grows, and a statement must read the same for ever. */
const oneLine = (text: string) => text.toWellFormed().replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, ' ')

/**
 * The text that is signed, in the signer's language: labelled lines, an empty one, and then the words as they were written.
 * Nothing that somebody wrote can look like a label: only the words have line breaks, and they come last.
 */
export function statementOf(stated: Stated, then: Then): string {
  const words = statementWords[then.language]
  const lines: [string, string][] = [
    [words.number, stated.number.replaceAll(/\d{3}(?=\d)/g, '$& ')],
    [words.company, then.company],
    [words.by, then.by],
    [words.login, then.login],
    [words.at, new Date(stated.signedAt).toISOString()],
    [words.assurance, words.assurances[stated.assurance]],
    [words.origin, words.origins[stated.source]],
    [words.check, then.checkAt],
    [words.reference, [stated.id, stated.contactId, stated.companyId].join(' ')],
    [words.subject, stated.subject],
    ...(stated.service === '' ? [] : [[words.service, stated.service] satisfies [string, string]]),
  ]
  return `${lines.map(([label, value]) => `${label}: ${oneLine(value)}`).join('\n')}\n\n${stated.text}`
}

/**
 * Whether a statement says what the row says, to the letter. Names and addresses are those of the time of signing and are
 * taken from the statement; whose they are is said by the ids in it.
 */
export function isStatementOf(statement: string, stated: Stated): boolean {
  const lines = statement.split('\n')
  return languages.some((language) => {
    const words = statementWords[language]
    const said = (label: string) => lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2) ?? ''
    const then = { language, company: said(words.company), by: said(words.by), login: said(words.login), checkAt: said(words.check) }
    return statement === statementOf(stated, then)
  })
}
