import type { EndpointKey, RequestState } from '@porta/shared'
import { watchCalls } from './call.ts'
import { isSessionOver, watchSessionOver } from './session-over.ts'

/**
 * What a watching page hears. `open`: from now on nothing is missed; what came before the line was open, or while it was
 * broken, has to be asked for.
 */
export type LiveEvent =
  | { kind: 'open'; data: null }
  | { kind: 'api-call'; data: { contactId: string; operation: string; at: number } }
  | { kind: 'request'; data: { requestId: string; contactId: string; state: RequestState; at: number } }
  | { kind: 'case'; data: { caseId: string; state: string; at: number } }

type Listener = (event: LiveEvent) => void

const live: EndpointKey = 'GET /api/live'
const kinds = ['api-call', 'request', 'case'] as const

/** The waits before a line that was refused is tried again; one that merely broke, the browser opens again by itself. */
const triedAgainMs = { first: 5000, most: 5 * 60_000 }

const listeners = new Set<Listener>()
let line: EventSource | undefined
let waiting: ReturnType<typeof setTimeout> | undefined
let wait = triedAgainMs.first
let signedOut = false

const tell = (event: LiveEvent) => {
  for (const listener of [...listeners]) listener(event)
}

/**
 * Hears of what happens until the returned function is called. All pages of a tab share one line. It is open while
 * somebody listens, the tab is seen and the person is signed in; who joins an open line hears `open` at once.
 */
export function watchLive(listener: Listener): () => void {
  if (listeners.size === 0) {
    signedOut = false
    document.addEventListener('visibilitychange', followTheTab)
  }
  listeners.add(listener)
  if (line?.readyState === EventSource.OPEN) listener({ kind: 'open', data: null })
  connect()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', followTheTab)
    hangUp()
  }
}

// a browser keeps few lines to one house; a tab that nobody looks at leaves its own to the others
const followTheTab = () => (document.hidden ? hangUp() : connect())

function connect() {
  if (line || waiting !== undefined || signedOut || document.hidden || listeners.size === 0) return
  const opened = new EventSource(live.slice('GET '.length))
  line = opened
  opened.addEventListener('open', () => {
    wait = triedAgainMs.first
    tell({ kind: 'open', data: null })
  })
  for (const kind of kinds)
    opened.addEventListener(kind, ({ data }: MessageEvent<string>) => tell({ kind, data: JSON.parse(data) } as LiveEvent))
  opened.addEventListener('error', () => {
    if (opened.readyState !== EventSource.CLOSED || line !== opened) return
    hangUp()
    waiting = setTimeout(() => {
      waiting = undefined
      connect()
    }, wait)
    wait = Math.min(wait * 2, triedAgainMs.most)
  })
}

function hangUp() {
  clearTimeout(waiting)
  waiting = undefined
  line?.close()
  line = undefined
}

watchCalls(({ key, problem }) => {
  if ((key === 'POST /api/sign-out' && !problem) || problem?.code === 'not-signed-in' || problem?.code === 'signed-out') {
    signedOut = true
    hangUp()
  }
  return false
})

// only where a page has stayed after its session, and somebody is signed in again
watchSessionOver(() => {
  if (isSessionOver()) return
  signedOut = false
  connect()
})
