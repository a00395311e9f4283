import type { EndpointKey } from '@porta/shared'
import { useEffect, useState } from 'react'
import { answer, queryClient } from '../../api/query-client.ts'
import { refreshApiContacts } from './api-contact.ts'

export type FirstCall = { at: number; operation: string }

const live: EndpointKey = 'GET /api/live'

/**
 * The first call that a program makes, as it arrives; undefined until then. What came before the line was open, or while it was
 * broken, is asked for when it opens. The browser opens a broken line again by itself.
 */
export function useFirstCall(contactId: string): FirstCall | undefined {
  const [first, setFirst] = useState<FirstCall>()
  const waiting = first === undefined
  useEffect(() => {
    if (!waiting) return
    const line = new EventSource(live.slice('GET '.length))
    const lookBack = async () => {
      const { apiContacts } = await queryClient.fetchQuery({ ...answer('GET /api/api-contacts'), staleTime: 0 })
      const lastUse = apiContacts.find(({ id }) => id === contactId)?.lastUse
      if (lastUse) setFirst(lastUse)
    }
    line.addEventListener('open', () => void lookBack().catch(() => {}))
    line.addEventListener('api-call', ({ data }: MessageEvent<string>) => {
      const { contactId: caller, ...heard } = JSON.parse(data) as FirstCall & { contactId: string }
      if (caller !== contactId) return
      setFirst(heard)
      // the page of the program, opened next, should know of it too
      void refreshApiContacts()
    })
    return () => line.close()
  }, [contactId, waiting])
  return first
}
