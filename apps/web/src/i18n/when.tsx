import { useFormatter, useLocale } from 'use-intl/react'

const minute = 60_000
const day = 24 * 60 * minute
const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0)
const daysBetween = (from: number, to: number) => Math.round((startOfDay(to) - startOfDay(from)) / day)

/** An instant the way a person would say it: "now", "5 minutes ago", "yesterday, 18:02", "in 11 days", or the date. */
export function sayWhen(at: number, now: number, language: string): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.trunc((at - now) / minute)
  if (minutes === 0) return relative.format(0, 'second')
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  const days = daysBetween(now, at)
  if (days > 1) return relative.format(days, 'day')
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at)
  if (days >= -1) return `${relative.format(days, 'day')}, ${time}`
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' }).format(at)
}

/** An instant in short words, with the whole of it for the pointer and for machines. */
export function When({ at }: { at: number }) {
  const format = useFormatter()
  const language = useLocale()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}>
      {sayWhen(at, Date.now(), language)}
    </time>
  )
}

/** A calendar day in full, such as "3 November 2026". */
export function OnDay({ at }: { at: number }) {
  const format = useFormatter()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}>
      {format.dateTime(at, { dateStyle: 'long' })}
    </time>
  )
}
