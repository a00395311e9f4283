import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import RequestsPage from './requests-page.tsx'
import { showDesk } from './testing.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

const nothing = { requests: [], found: 0, pages: 1, open: 0, mine: 0, nobodys: 0 }
const show = (state: 'open' | 'closed') =>
  showDesk(<RequestsPage />, {
    answers: { [`GET /api/desk/requests?state=${state}&assigned=anybody&page=1`]: () => nothing },
    at: state === 'open' ? '/desk/requests' : '/desk/requests?state=closed',
    path: '/desk/requests',
  })

test('what is open is said to come by age, and its absence to be that of open ones', async () => {
  await show('open')
  expect(await screen.findByText('What has waited longest comes first.')).toBeTruthy()
  expect(screen.getByText(/^There is no open request/)).toBeTruthy()
})

test('what is closed comes by its end, the newest first, and is not called open', async () => {
  await show('closed')
  expect(await screen.findByText('There is no request with these filters.')).toBeTruthy()
  expect(screen.queryByText('What has waited longest comes first.')).toBeNull()
  expect(screen.queryByText(/^There is no open request/)).toBeNull()
})
