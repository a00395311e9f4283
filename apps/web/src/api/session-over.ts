import { watchCalls } from './call.ts'

let over = false
const hearers = new Set<() => void>()
function say(next: boolean) {
  if (over === next) return
  over = next
  for (const hearer of [...hearers]) hearer()
}

/** The session has ended and the page stays all the same, for the words that are typed in it; until an answer shows that somebody is signed in again. */
export const stayAfterSession = () => say(true)
export const isSessionOver = () => over

/** Hears when that changes, until the returned function is called. */
export function watchSessionOver(hearer: () => void): () => void {
  hearers.add(hearer)
  return () => void hearers.delete(hearer)
}

watchCalls(({ problem }) => {
  if (!problem) say(false)
  return false
})
