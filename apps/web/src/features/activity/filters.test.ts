import { expect, test } from 'vitest'
import { filtersOf, queryOf, searchOf } from './filters.ts'

test('filters survive the way through the address', () => {
  const filters = { topic: 'devices', from: '2026-10-25', to: '2026-10-25' } as const
  expect(filtersOf(searchOf(filters))).toEqual(filters)
  expect(searchOf({ topic: '', from: '', to: '' })).toBe('')
})

test('what makes no sense in an address is left out', () => {
  expect(filtersOf('?topic=everything&from=yesterday&to=2026-13-45')).toEqual({ topic: '', from: '', to: '' })
})

test('the last day is included, however long it is', () => {
  const { from, to } = queryOf({ topic: '', from: '2026-10-25', to: '2026-10-25' })
  expect(new Date(from ?? 0)).toEqual(new Date(2026, 9, 25))
  expect(new Date(to ?? 0)).toEqual(new Date(2026, 9, 26))
})
