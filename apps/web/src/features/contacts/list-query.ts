import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'

const sorts = ['name', 'email', 'last-sign-in'] as const
export type Sort = (typeof sorts)[number]
export type ListQuery = { search?: string; sort: Sort; order: 'up' | 'down'; verification?: 'on' | 'off'; page: number }

/** What an address asks of the list; what it does not say, or says wrongly, is as at the beginning. */
export function readQuery(search: string): ListQuery {
  const wish = new URLSearchParams(search)
  const text = wish.get('search')?.slice(0, 100)
  const verification = wish.get('verification')
  const page = Number(wish.get('page'))
  return {
    ...(text && { search: text }),
    sort: sorts.find((sort) => sort === wish.get('sort')) ?? 'name',
    order: wish.get('order') === 'down' ? 'down' : 'up',
    ...((verification === 'on' || verification === 'off') && { verification }),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** The same as an address: only what differs from the beginning. */
export function writeQuery({ search, sort, order, verification, page }: ListQuery): string {
  const parts = new URLSearchParams()
  if (search) parts.set('search', search)
  if (sort !== 'name') parts.set('sort', sort)
  if (order !== 'up') parts.set('order', order)
  if (verification) parts.set('verification', verification)
  if (page > 1) parts.set('page', String(page))
  return parts.size > 0 ? `?${parts}` : ''
}

/** What the list is asked for, kept in the address so that it can be shared and gone back to. A change of anything but the page starts at the first page. */
export function useListQuery() {
  const { search } = useLocation()
  const navigate = useNavigate()
  const query = useMemo(() => readQuery(search), [search])
  const change = (changes: Partial<ListQuery>) =>
    void navigate({ search: writeQuery({ ...query, page: 1, ...changes }) }, { replace: !('page' in changes), preventScrollReset: true })
  return { query, change }
}
