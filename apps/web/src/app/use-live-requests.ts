import { useEffect } from 'react'
import { watchLive } from '../api/live.ts'
import { refresh } from '../api/query-client.ts'
import type { Me } from '../api/session.ts'

/** Keeps what every page says about requests up to date, as it happens; and once more whenever the line was away. */
export function useLiveRequests({ contact, mustEnrol }: Me) {
  const { id } = contact
  useEffect(() => {
    if (mustEnrol) return
    return watchLive(({ kind, data }) => {
      if (kind !== 'open' && kind !== 'request') return
      // the notices tell of nobody else's requests
      if (kind === 'open' || data.contactId === id) void refresh('GET /api/notices')
      void refresh('GET /api/requests', 'GET /api/requests/:requestId')
    })
  }, [id, mustEnrol])
}
