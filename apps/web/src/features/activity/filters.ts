import type { EventTopic } from '@porta/shared'

/** What the list is narrowed to; days as "2026-11-22" in the person's own zone, empty when open. */
export type Filters = { topic: EventTopic | ''; from: string; to: string }

// Listed here once more, because the shared list would bring the schemas of the whole contract along; one that is missing does not compile.
const listed: Record<EventTopic, true> = {
  'signing-in': true,
  verification: true,
  devices: true,
  account: true,
  people: true,
  programs: true,
  requests: true,
  recovery: true,
}
export const topics = Object.keys(listed) as EventTopic[]

/** A whole day of this century; while a year is being typed it is not. */
export const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(startOfDay(text))
const startOfDay = (day: string) => new Date(`${day}T00:00`).getTime()
const startOfNextDay = (day: string) => {
  const date = new Date(`${day}T00:00`)
  // not 24 hours on: a day is longer or shorter when the clocks change
  date.setDate(date.getDate() + 1)
  return date.getTime()
}

/** The filters of an address such as `?topic=devices&from=2026-11-01`; what makes no sense is left out. */
export function filtersOf(search: string): Filters {
  const given = new URLSearchParams(search)
  const day = (name: string) => {
    const text = given.get(name) ?? ''
    return isDay(text) ? text : ''
  }
  return { topic: topics.find((topic) => topic === given.get('topic')) ?? '', from: day('from'), to: day('to') }
}

/** The same filters as the end of an address. */
export function searchOf(filters: Filters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== '')
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The same filters as the server wants them: instants, the last day included. */
export const queryOf = ({ topic, from, to }: Filters) => ({
  ...(topic && { topic }),
  ...(from && { from: startOfDay(from) }),
  ...(to && { to: startOfNextDay(to) }),
})
