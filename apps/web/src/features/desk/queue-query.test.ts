import { expect, test } from 'vitest'
import { readCases, readQueue, writeQuery } from './queue-query.ts'

const beginning = { state: 'open', assigned: 'anybody', page: 1 } as const

test('an address says only what differs from the beginning, and reads back the same', () => {
  expect(writeQuery(beginning, 'open')).toBe('')
  const query = { state: 'in-progress', assigned: 'nobody', assurance: 'code', search: '482 & co', page: 3 } as const
  expect(readQueue(writeQuery(query, 'open'))).toEqual(query)
  expect(readCases(writeQuery({ state: 'open', page: 2 }, 'waiting'))).toEqual({ state: 'open', page: 2 })
})

test('what an address says wrongly is as at the beginning', () => {
  expect(readQueue('?state=lost&assigned=everyone&assurance=oath&page=-1')).toEqual(beginning)
  expect(readQueue(`?search=${'x'.repeat(500)}`).search).toHaveLength(100)
  expect(readCases('?state=secret&page=1e9')).toEqual({ state: 'waiting', page: 1 })
})
