import { hash } from 'node:crypto'
import type { Deps, Log } from './deps.ts'

/**
 * Asks a list of leaked passwords by range: five characters of the SHA-1 leave the house, the list answers with all that begin so,
 * as "rest:count" a line (the protocol of Pwned Passwords). `timeoutMs` at most; without an answer nobody is held up, and the log says so.
 */
export function leakChecker(url: string, timeoutMs: number, log: Log): NonNullable<Deps['isLeaked']> {
  const base = url.endsWith('/') ? url : `${url}/`
  return async (password) => {
    const sum = hash('sha1', password.normalize('NFC')).toUpperCase()
    try {
      const answer = await fetch(base + sum.slice(0, 5), {
        // Padding hides how many there are; its lines have a count of 0.
        headers: { 'add-padding': 'true' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      const lines = (await answer.text()).split(/\r?\n/)
      return lines.some((line) => {
        const [rest = '', count] = line.split(':')
        return rest.toUpperCase() === sum.slice(5) && Number(count) > 0
      })
    } catch (reason) {
      log.warn({ reason: reason instanceof Error ? reason.message : String(reason) }, 'the list of leaked passwords could not be asked')
      return false
    }
  }
}
