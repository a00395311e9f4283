import { expect, test } from 'vitest'
import { readQuery, writeQuery } from './list-query.ts'

const beginning = { sort: 'name', order: 'up', page: 1 } as const

test('an address says only what differs from the beginning, and reads back the same', () => {
  expect(writeQuery(beginning)).toBe('')
  const query = { search: 'ñandú & co', sort: 'last-sign-in', order: 'down', verification: 'off', page: 3 } as const
  expect(readQuery(writeQuery(query))).toEqual(query)
})

test('what an address says wrongly is as at the beginning', () => {
  expect(readQuery('?sort=password&order=sideways&verification=maybe&page=-1')).toEqual(beginning)
  expect(readQuery('?page=1e9')).toEqual(beginning)
  expect(readQuery(`?search=${'x'.repeat(500)}`).search).toHaveLength(100)
})
