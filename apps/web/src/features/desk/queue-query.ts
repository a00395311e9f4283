import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'

export const states = ['open', 'to-sign', 'sent', 'in-progress', 'closed'] as const
export const assignments = ['anybody', 'me', 'nobody'] as const
export const assurances = ['code', 'trusted-device', 'password', 'program'] as const
export const caseFilters = ['waiting', 'mine', 'open', 'cooling', 'closed'] as const

export type QueueQuery = {
  state: (typeof states)[number]
  assigned: (typeof assignments)[number]
  assurance?: (typeof assurances)[number]
  search?: string
  page: number
}
export type CasesQuery = { state: (typeof caseFilters)[number]; page: number }

const pageOf = (wish: URLSearchParams) => {
  const page = Number(wish.get('page'))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
const oneOf = <Choice extends string>(choices: readonly Choice[], wish: string | null) => choices.find((choice) => choice === wish)

/** What an address asks of the queue of requests; what it does not say, or says wrongly, is as at the beginning. */
export function readQueue(search: string): QueueQuery {
  const wish = new URLSearchParams(search)
  const text = wish.get('search')?.slice(0, 100)
  const assurance = oneOf(assurances, wish.get('assurance'))
  return {
    state: oneOf(states, wish.get('state')) ?? 'open',
    assigned: oneOf(assignments, wish.get('assigned')) ?? 'anybody',
    ...(assurance && { assurance }),
    ...(text && { search: text }),
    page: pageOf(wish),
  }
}

/** The same for the queue of recovery cases. */
export function readCases(search: string): CasesQuery {
  const wish = new URLSearchParams(search)
  return { state: oneOf(caseFilters, wish.get('state')) ?? 'waiting', page: pageOf(wish) }
}

const beginning: Record<string, unknown> = { assigned: 'anybody', page: 1 }

/** A query as an address: only what differs from the beginning, where `state` is `usual`. */
export function writeQuery(query: QueueQuery | CasesQuery, usual: string): string {
  const said = Object.entries({ ...query }).filter(([name, value]) => value && value !== (name === 'state' ? usual : beginning[name]))
  return said.length > 0 ? `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}` : ''
}

/** What a queue is asked for, kept in the address. A change of anything but the page starts at the first page. */
function useAddress<Query extends QueueQuery | CasesQuery>(read: (search: string) => Query, usual: Query['state']) {
  const { search } = useLocation()
  const navigate = useNavigate()
  const query = useMemo(() => read(search), [read, search])
  const change = (changes: { [Name in keyof Query]?: Query[Name] | undefined }) =>
    void navigate(
      { search: writeQuery({ ...query, page: 1, ...changes } as Query, usual) },
      { replace: !('page' in changes), preventScrollReset: true },
    )
  return { query, change }
}
export const useQueueQuery = () => useAddress(readQueue, 'open')
export const useCasesQuery = () => useAddress(readCases, 'waiting')
