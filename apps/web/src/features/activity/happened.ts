import { type EventKind, languageNames } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import type { Reply } from '../../api/call.ts'
import type words from '../../i18n/messages/ca/activity.ts'
import { groupPhone } from '../../i18n/phone.ts'
import { useDate } from '../../i18n/when.tsx'

export type Event = Reply<'GET /api/activity'>['events'][number]
type Sentence = keyof typeof words

/** The detail that makes a sentence of its own: "sign-in" by "code" is said as `sign-in-code`. */
const telling: Partial<Record<EventKind, string>> = {
  'sign-in': 'assurance',
  'code-refused': 'reason',
  'verification-off': 'by',
  'key-copied': 'copy',
  'role-changed': 'role',
  'soap-refused': 'reason',
}

/** What a person should look at twice. */
const worrying: readonly EventKind[] = [
  'sign-in-refused',
  'half-sign-in',
  'code-refused',
  'codes-blocked',
  'reset-required',
  'browser-approval-sent',
  'new-browser',
  'not-me',
  'device-token-reused',
  'soap-refused',
  'case-opened',
  'case-approved',
  'case-completed',
]
export const isWorrying = ({ kind }: Event) => worrying.includes(kind)

/** Puts an event into a sentence; a detail that is not known leaves the plain one. */
export function useHappened(): (event: Event) => string {
  const t = useTranslations('activity')
  return ({ kind, details }) => {
    const own = `${kind}-${details[telling[kind] ?? '']}` as Sentence
    return t(t.has(own) ? (own as EventKind) : kind)
  }
}

/** The rest that is known of an event, in few words each. */
export function useFacts(): (event: Event) => string[] {
  const t = useTranslations('activity')
  const date = useDate()
  const count = (value: unknown) => (typeof value === 'number' ? value : undefined)
  const named = (value: unknown) => groupPhone(String(value)) || t('nothing')
  return ({ kind, by, details }) => {
    const facts: (string | undefined)[] = []
    const { count: times, left, serial, number, ended, from, to, language, reason, login, email } = details
    if (Number(times) > 1 && kind !== 'api-addresses-changed') facts.push(t('fact-count', { count: Number(times) }))
    if (count(left) !== undefined) facts.push(t('fact-left', { left: Number(left) }))
    if (count(ended) !== undefined) facts.push(t('fact-ended', { count: Number(ended) }))
    if (serial !== undefined) facts.push(t('fact-serial', { serial: String(serial) }))
    if (number !== undefined) facts.push(t('fact-number', { number: String(number) }))
    if (from !== undefined && to !== undefined) facts.push(t('fact-change', { from: named(from), to: named(to) }))
    else if (to !== undefined) facts.push(t('fact-to', { to: named(to) }))
    if (kind === 'verification-off' && reason) facts.push(t('fact-reason', { reason: String(reason) }))
    if (kind === 'rule-set' && count(from) !== undefined) facts.push(t('fact-from', { day: date(Number(from), { dateStyle: 'long' }) }))
    if (login !== undefined) facts.push(String(login))
    if (email !== undefined) facts.push(String(email))
    if (kind === 'language-changed') facts.push(languageNames[language as keyof typeof languageNames])
    if (by !== null) facts.push(t('by', { name: by }))
    return facts.filter((fact) => fact !== undefined)
  }
}
