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

const quiet = { halfSignIns: [], halfSignInCount: 0, checkUp: false, recoveryCodesLeft: null, emailChange: null }
const halfSignIn = { at: Date.now() - 3_600_000, browser: 'Firefox', system: 'Linux', place: '198.51.100.0/24' }

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell', 'notices')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  queryClient.clear()
})

async function show(signOut: () => Promise<Response>, { notices = quiet as object, person = me as object } = {}) {
  const answers: Record<string, () => Response | Promise<Response>> = {
    '/api/me': () => Response.json(person),
    '/api/notices': () => Response.json(notices),
    '/api/sign-out': signOut,
  }
  const fetcher = vi.fn<typeof fetch>(async (path) => answers[String(path)]?.() ?? new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', fetcher)
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => {})
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter>
          <Suspense>
            <Routes>
              <Route element={<SignedInLayout />}>
                <Route path="*" element={<p>the page</p>} />
              </Route>
            </Routes>
          </Suspense>
        </MemoryRouter>
      </I18n>,
    ),
  )
  await screen.findByText('the page')
  const asked = () => fetcher.mock.calls.map(([path]) => path)
  return { replace, asked, fetcher, answers }
}
const pressSignOut = () => userEvent.setup().click(screen.getByRole('button', { name: 'Sign out' }))

test('signing out loads the sign-in page anew and asks for nothing more', async () => {
  const { replace, asked } = await show(async () => new Response(null, { status: 204 }))
  await pressSignOut()
  await waitFor(() => expect(replace).toHaveBeenCalledExactlyOnceWith('/sign-in'))
  expect(asked()).toEqual(['/api/me', '/api/notices', '/api/sign-out'])
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

const noSignOut = () => Promise.reject(new TypeError('not asked for'))

test('a half sign-in is told above the page until the person says it was them', async () => {
  const { fetcher, answers } = await show(noSignOut, { notices: { ...quiet, halfSignIns: [halfSignIn], halfSignInCount: 1 } })
  const banner = await screen.findByRole('region', { name: 'Half sign-ins' })
  expect(banner.textContent).toContain('Firefox on Linux · 198.51.100.0/24')
  expect(screen.getByRole('link', { name: 'It was not me' }).getAttribute('href')).toBe('/account/password')
  answers['/api/notices'] = () => Response.json(quiet)
  await userEvent.setup().click(screen.getByRole('button', { name: 'It was me' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Half sign-ins' })).toBeNull())
  expect(fetcher).toHaveBeenCalledWith('/api/notices/half-sign-ins', expect.objectContaining({ body: '{"wasMe":true}' }))
  expect(document.activeElement?.id).toBe('main')
})

test('more half sign-ins than are listed are counted', async () => {
  await show(noSignOut, { notices: { ...quiet, halfSignIns: [halfSignIn], halfSignInCount: 4 } })
  expect(await screen.findByRole('heading', { name: /^4 times your password was typed correctly/ })).toBeTruthy()
  expect(screen.getByText('and 3 more times')).toBeTruthy()
})

test('whoever must switch verification on first is asked nothing that would be refused', async () => {
  const { asked } = await show(noSignOut, { person: { ...me, mustEnrol: true } })
  expect(asked()).not.toContain('/api/notices')
})
