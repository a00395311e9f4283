/** What happens while people watch; it goes to those of one company. */
export type LiveEvent = { kind: 'api-call'; contactId: string; operation: string; at: number }
type Watcher = { onEvent: (event: LiveEvent) => void; onClose: () => void }

/**
 * Publish and subscribe inside this process. Nothing is kept: whoever is not listening misses it, and the screens that
 * listen show the same after a reload.
 */
export function createLive() {
  const watchers = new Map<string, Set<Watcher>>()
  let isClosed = false
  return {
    publish(companyId: string, event: LiveEvent) {
      for (const watcher of watchers.get(companyId) ?? []) watcher.onEvent(event)
    },
    /** Listens until the returned function is called; `onClose` when the server stops. */
    subscribe(companyId: string, watcher: Watcher) {
      const all = watchers.get(companyId) ?? new Set()
      watchers.set(companyId, all.add(watcher))
      if (isClosed) watcher.onClose()
      return () => {
        all.delete(watcher)
        if (all.size === 0 && watchers.get(companyId) === all) watchers.delete(companyId)
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
