import { act } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import CasesPage from './cases-page.tsx'
import RequestsPage from './requests-page.tsx'
import { happens, showDesk } from './testing.tsx'

const requests = 'GET /api/desk/requests?state=open&assigned=anybody&page=1'
const cases = 'GET /api/desk/recovery-cases?state=waiting&page=1'
const answers = {
  [requests]: () => ({ requests: [], found: 0, pages: 0, open: 0, mine: 0, nobodys: 0 }),
  [cases]: () => ({ cases: [], found: 0, pages: 0, waiting: 0 }),
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  queryClient.clear()
})

test('a change of a request is on the screen at once, and a burst of them asks once more, not once each', async () => {
  vi.useFakeTimers()
  const { times } = await showDesk(<RequestsPage />, { answers, at: '/desk/requests' })
  const before = times(requests)
  for (let i = 0; i < 50; i++) await happens('request')
  expect(times(requests)).toBe(before + 1)
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(times(requests)).toBe(before + 2)
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect(times(requests)).toBe(before + 2)
})

test('a change of a case refreshes the cases', async () => {
  const { times } = await showDesk(<CasesPage />, { answers, at: '/desk/recovery' })
  const before = times(cases)
  await happens('request')
  expect(times(cases)).toBe(before)
  await happens('case')
  expect(times(cases)).toBe(before + 1)
})
