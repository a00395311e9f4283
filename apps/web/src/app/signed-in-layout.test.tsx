import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../i18n/i18n.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'

const me = {
  contact: { name: 'Marta Soler', email: 'm@soler.example', language: 'en', role: 'admin' },
  company: { name: 'Soler' },
  verification: 'off',
  mustEnrol: false,
}

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  queryClient.clear()
})

async function show(signOut: () => Promise<Response>) {
  const fetcher = vi.fn<typeof fetch>(async (path) => (path === '/api/sign-out' ? signOut() : Response.json(me)))
  vi.stubGlobal('fetch', fetcher)
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => {})
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter>
          <Suspense>
            <Routes>
              <Route element={<SignedInLayout />}>
                <Route path="/" element={<p>the page</p>} />
              </Route>
            </Routes>
          </Suspense>
        </MemoryRouter>
      </I18n>,
    ),
  )
  await screen.findByText('the page')
  const asked = () => fetcher.mock.calls.map(([path]) => path)
  return { replace, asked }
}
const pressSignOut = () => userEvent.setup().click(screen.getByRole('button', { name: 'Sign out' }))

test('signing out loads the sign-in page anew and asks for nothing more', async () => {
  const { replace, asked } = await show(async () => new Response(null, { status: 204 }))
  await pressSignOut()
  await waitFor(() => expect(replace).toHaveBeenCalledExactlyOnceWith('/sign-in'))
  expect(asked()).toEqual(['/api/me', '/api/sign-out'])
})

test('signing out without the network says that the session is still open', async () => {
  const { replace } = await show(() => Promise.reject(new TypeError('failed')))
  await pressSignOut()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('you are still signed in')
  expect(alert.textContent).toContain('The server cannot be reached')
  expect(screen.getByText('the page')).toBeTruthy()
  expect(replace).not.toHaveBeenCalled()
})
