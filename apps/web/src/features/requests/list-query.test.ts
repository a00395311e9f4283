import { expect, test } from 'vitest'
import { readQuery, writeQuery } from './list-query.ts'

test.each([
  ['', { page: 1 }],
  ['?state=open', { state: 'open', page: 1 }],
  ['?state=closed&page=3', { state: 'closed', page: 3 }],
] as const)('the address %j keeps what the list is asked for', (search, query) => {
  expect(readQuery(search)).toEqual(query)
  expect(writeQuery(query)).toBe(search)
})

test.each(['?state=mine', '?page=0', '?page=1.5', '?page=x', '?page=10001'])('what makes no sense in %j is left out', (search) => {
  expect(readQuery(search)).toEqual({ page: 1 })
})
