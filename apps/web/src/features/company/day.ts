const pad = (number: number) => String(number).padStart(2, '0')

/** A calendar day of this browser as a date field writes it: "2026-11-22". */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** The same hour some days later, also where a night is an hour longer or shorter. */
export function daysFrom(at: number, days: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() + days)
}

/** The beginning of a day of a date field in this browser. */
export const startOf = (day: string): number => new Date(`${day}T00:00`).getTime()
