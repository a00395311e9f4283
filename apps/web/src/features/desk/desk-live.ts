import { useEffect } from 'react'
import { watchLive } from '../../api/live.ts'
import { refreshCases, refreshRequests } from './desk.ts'

const gapMs = 1000

/** Does it at once, and then at most once in `gapMs`; what was wished for in between is done at its end. */
function withGaps(does: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const run = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (again) run()
    }, gapMs)
    again = false
    does()
  }
  const wish = () => {
    if (timer === undefined) run()
    else again = true
  }
  return { wish, stop: () => clearTimeout(timer) }
}

/** Keeps the desk's pages true: what a customer signs or somebody else of the desk does appears without reloading. */
export function DeskLive() {
  useEffect(() => {
    const requests = withGaps(() => void refreshRequests())
    const cases = withGaps(() => void refreshCases())
    const leave = watchLive(({ kind }) => {
      // with `open` the line begins, or begins anew: what happened before has to be asked for
      if (kind === 'request' || kind === 'open') requests.wish()
      if (kind === 'case' || kind === 'open') cases.wish()
    })
    return () => {
      leave()
      requests.stop()
      cases.stop()
    }
  }, [])
  return null
}
