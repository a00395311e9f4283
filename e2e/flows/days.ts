import { setTimeout as delay } from 'node:timers/promises'

const tag = { timeZone: 'Europe/Madrid' }

/** A day as date fields want it, on the clock of the browsers. */
export const dayOf = (at: Date) => at.toLocaleDateString('sv', tag)

/** How long a story may take to use a day that it was given. */
const usedWithinMs = 60_000

/** Today, for at least a minute more: shortly before midnight it waits for tomorrow. */
export async function today(): Promise<string> {
  while (dayOf(new Date()) !== dayOf(new Date(Date.now() + usedWithinMs))) await delay(1000)
  return dayOf(new Date())
}
