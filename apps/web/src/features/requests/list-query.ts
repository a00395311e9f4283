import { useLocation, useNavigate } from 'react-router'

export type ListQuery = { state?: 'open' | 'closed'; page: number }

/** What an address asks of the list; what it does not say, or says wrongly, is as at the beginning. */
export function readQuery(search: string): ListQuery {
  const wish = new URLSearchParams(search)
  const state = wish.get('state')
  const page = Number(wish.get('page'))
  return {
    ...((state === 'open' || state === 'closed') && { state }),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The same as an address: only what differs from the beginning. */
export function writeQuery({ state, page }: ListQuery): string {
  const parts = new URLSearchParams()
  if (state) parts.set('state', state)
  if (page > 1) parts.set('page', String(page))
  return parts.size > 0 ? `?${parts}` : ''
}

/** What the list is asked for, kept in the address. Another choice of requests starts at the first page. */
export function useListQuery() {
  const { search } = useLocation()
  const navigate = useNavigate()
  const query = readQuery(search)
  const change = (changes: Partial<ListQuery>) =>
    void navigate({ search: writeQuery({ ...query, page: 1, ...changes }) }, { replace: !('page' in changes), preventScrollReset: true })
  return { query, change }
}
