import type { CaseState, RequestState } from '@porta/shared'

/** What happens while people watch; it goes to those who watch a company, or the desk (`deskChannel`). */
export type LiveEvent =
  | { kind: 'api-call'; contactId: string; operation: string; at: number }
  /** The contact is the one who signs it. */
  | { kind: 'request'; requestId: string; contactId: string; state: RequestState; at: number }
  | { kind: 'case'; caseId: string; state: CaseState; at: number }

/** The channel of the desk; every other is that of a company, and named by its id. */
export const deskChannel = 'desk'

type Watcher = { onEvent: (event: LiveEvent) => void; onClose: () => void }

/**
 * Publish and subscribe inside this process. Nothing is kept: whoever is not listening misses it, and the screens that
 * listen show the same after a reload.
 */
export function createLive() {
  const watchers = new Map<string, Set<Watcher>>()
  let isClosed = false
  return {
    publish(channel: string, event: LiveEvent) {
      for (const watcher of watchers.get(channel) ?? []) watcher.onEvent(event)
    },
    /** Listens until the returned function is called; `onClose` when the server stops. */
    subscribe(channel: string, watcher: Watcher) {
      const all = watchers.get(channel) ?? new Set()
      watchers.set(channel, all.add(watcher))
      // Not before whoever comes this late holds what is given back.
      if (isClosed) queueMicrotask(watcher.onClose)
      return () => {
        all.delete(watcher)
        if (all.size === 0 && watchers.get(channel) === all) watchers.delete(channel)
      }
    },
    /** The server stops: all who listen are let go. */
    close() {
      isClosed = true
      for (const all of [...watchers.values()]) for (const watcher of [...all]) watcher.onClose()
    },
  }
}
export type Live = ReturnType<typeof createLive>
