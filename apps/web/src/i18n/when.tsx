import type { Language } from '@porta/shared'
import { useLocale } from 'use-intl/react'

const minute = 60_000
const day = 24 * 60 * minute
const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)
const daysBetween = (from: number, to: number) => Math.round((startOfDay(to) - startOfDay(from)) / day)

const inFull = { dateStyle: 'full', timeStyle: 'medium' } as const

/** The words are plain English; its dates put the day before the month, as everywhere in Europe. */
const dateLocale = (language: Language) => (language === 'en' ? 'en-GB' : language)

/** Writes dates in the language on the screen. */
export function useDate(): (at: number, style: Intl.DateTimeFormatOptions) => string {
  const language = useLocale()
  return (at, style) => new Intl.DateTimeFormat(dateLocale(language), style).format(at)
}

/** An instant the way a person would say it: "now", "5 minutes ago", "yesterday, 18:02", "in 11 days", or the date. */
export function sayWhen(at: number, now: number, language: Language): string {
  const locale = dateLocale(language)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const minutes = Math.trunc((at - now) / minute)
  if (minutes === 0) return relative.format(0, 'second')
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  const days = daysBetween(now, at)
  if (days > 1) return relative.format(days, 'day')
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at)
  if (days >= -1) return `${relative.format(days, 'day')}, ${time}`
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' }).format(at)
}

/** An instant in short words, with the whole of it for the pointer and for machines. */
export function When({ at }: { at: number }) {
  const date = useDate()
  const language = useLocale()
  return (
    <time dateTime={new Date(at).toISOString()} title={date(at, inFull)}>
      {sayWhen(at, Date.now(), language)}
    </time>
  )
}

/** A calendar day in full, such as "3 November 2026". */
export function OnDay({ at }: { at: number }) {
  const date = useDate()
  return (
    <time dateTime={new Date(at).toISOString()} title={date(at, inFull)}>
      {date(at, { dateStyle: 'long' })}
    </time>
  )
}
