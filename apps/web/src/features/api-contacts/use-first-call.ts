import { useEffect, useState } from 'react'
import { watchLive } from '../../api/live.ts'
import { answer, queryClient } from '../../api/query-client.ts'
import { refreshApiContacts } from './api-contact.ts'

export type FirstCall = { at: number; operation: string }

/**
 * The first call that a program makes, as it arrives; undefined until then. What came before the line was open, or while it was
 * broken, is asked for when it opens.
 */
export function useFirstCall(contactId: string): FirstCall | undefined {
  const [first, setFirst] = useState<FirstCall>()
  const waiting = first === undefined
  useEffect(() => {
    if (!waiting) return
    const lookBack = async () => {
      const { apiContacts } = await queryClient.fetchQuery({ ...answer('GET /api/api-contacts'), staleTime: 0 })
      const lastUse = apiContacts.find(({ id }) => id === contactId)?.lastUse
      if (lastUse) setFirst(lastUse)
    }
    return watchLive(({ kind, data }) => {
      if (kind === 'open') void lookBack().catch(() => {})
      if (kind !== 'api-call' || data.contactId !== contactId) return
      setFirst({ at: data.at, operation: data.operation })
      // the page of the program, opened next, should know of it too
      void refreshApiContacts()
    })
  }, [contactId, waiting])
  return first
}
