import { useRef, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'

/** Does something on the page of a case; when the page is over in this browser, the code is asked for first. */
export type Within = <T>(does: () => Promise<T>) => Promise<T>

/**
 * Keeps the page of a case open for an act: when its hour has passed, the act waits until the code has been typed
 * again, and is then done as if nothing had happened. Whoever does not want to type it gets the refusal.
 */
export function useEntry() {
  const [asking, setAsking] = useState(false)
  const waiting = useRef<((entered: boolean) => void)[]>([])

  const within: Within = async (does) => {
    try {
      return await does()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'case-not-entered') throw error
      setAsking(true)
      if (!(await new Promise<boolean>((resolve) => waiting.current.push(resolve)))) throw error
      return does()
    }
  }
  const settle = (entered: boolean) => {
    setAsking(false)
    for (const go of waiting.current.splice(0)) go(entered)
  }
  return { asking, within, settle }
}
