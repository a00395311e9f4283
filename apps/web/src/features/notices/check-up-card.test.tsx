import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { CheckUpCard } from './check-up-card.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'notices')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

function show(answer: () => Response) {
  const fetcher = vi.fn<typeof fetch>(async () => answer())
  vi.stubGlobal('fetch', fetcher)
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <CheckUpCard />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
  return { bodies: () => fetcher.mock.calls.map(([path, init]) => [path, init?.body]), user: userEvent.setup() }
}
const done = () => new Response(null, { status: 204 })

test('a code is checked, and "not now" sends none', async () => {
  const { bodies, user } = show(done)
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Check the code' }))
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(bodies()).toEqual([
    ['/api/two-factor/check-up', '{"code":"123456"}'],
    ['/api/two-factor/check-up', '{}'],
  ])
})

test('a wrong code keeps the card and its way out', async () => {
  const document = { type: 'about:blank', title: '', status: 401, code: 'code-wrong', requestId: 'req_1' }
  const { user } = show(() => Response.json(document, { status: 401 }))
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Check the code' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The code is not correct')
  await user.click(screen.getByText('Does it not work?'))
  expect(screen.getByRole('link', { name: /Two-factor authentication/ }).getAttribute('href')).toBe('/account/two-factor')
})
