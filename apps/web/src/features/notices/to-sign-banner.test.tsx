import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient, refresh } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { ToSignBanner } from './to-sign-banner.tsx'

const me = { mustEnrol: false } as Me
const draft = (id: string, minutesLeft = 20) => ({ id, subject: `Change ${id}`, expiresAt: Date.now() + minutesLeft * 60_000 })

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'notices')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function show(toSign: object[], address = '/') {
  let kept = toSign
  const fetcher = vi.fn<typeof fetch>(async () => Response.json({ toSign: kept }))
  vi.stubGlobal('fetch', fetcher)
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter initialEntries={[address]}>
          <QueryClientProvider client={queryClient}>
            <ToSignBanner me={me} />
          </QueryClientProvider>
        </MemoryRouter>
      </I18n>,
    ),
  )
  const keep = async (next: object[]) => {
    kept = next
    await act(async () => void (await refresh('GET /api/notices')))
  }
  return { keep, asked: () => fetcher.mock.calls.length }
}
const banner = () => screen.queryByRole('region', { name: 'To be signed' })

test('what the desk writes down appears, is read aloud, and leads to its page', async () => {
  const { keep } = await show([])
  expect(banner()).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('')
  await keep([draft('r1')])
  await waitFor(() => expect(banner()).toBeTruthy())
  expect(screen.getByRole('status').textContent).toBe('A request waits for your signature')
  expect(screen.getByRole('link', { name: 'Read and sign: Change r1' }).getAttribute('href')).toBe('/requests/r1')
  expect(screen.getByRole('timer').textContent).toMatch(/^(20 min|19 min 5\d s) left$/)
})

test('on the page of the request itself there is no banner for it', async () => {
  await show([draft('r1'), draft('r2')], '/requests/r1')
  await waitFor(() => expect(banner()).toBeTruthy())
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/requests/r2'])
})

test('when the time is over the server is asked, and as long as it keeps the draft the way to it stays', async () => {
  const { asked } = await show([draft('r1', -1)])
  await waitFor(() => expect(asked()).toBe(2))
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('link', { name: 'Read and sign: Change r1' })).toBeTruthy()
})
