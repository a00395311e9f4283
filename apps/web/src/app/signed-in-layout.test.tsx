import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient, refresh } from '../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../i18n/i18n.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'

const me = {
  contact: { id: 'c1', name: 'Marta Soler', email: 'm@soler.example', language: 'en', role: 'admin' },
  company: { name: 'Soler', operator: false },
  verification: 'off',
  mustEnrol: false,
}

const nothing = { recoveryCodesLeft: null, emailChange: null, toSign: [], recoveryCase: null, companyCases: 0 }
const quiet = { halfSignIns: [], halfSignInCount: 0, checkUp: false, ...nothing }
const halfSignIn = { at: Date.now() - 3_600_000, browser: 'Firefox', system: 'Linux', place: '198.51.100.0/24' }

/** The line on which the page hears what happens. */
class Line extends EventTarget {
  static readonly OPEN = 1
  static all: Line[] = []
  readyState = 1
  constructor() {
    super()
    Line.all.push(this)
  }
  close() {
    this.readyState = 2
  }
  says(kind: string, data: object) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }))
  }
}

beforeEach(() =>
  act(async () => {
    Line.all = []
    vi.stubGlobal('EventSource', Line)
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

const draft = () => ({ id: 'r1', subject: 'Change of owner', expiresAt: Date.now() + 60_000 })
const written = { requestId: 'r1', contactId: 'c1', state: 'to-sign', at: 1 }

test('what the desk writes down appears at once, above whatever page is open', async () => {
  const { answers } = await show(noSignOut)
  answers['/api/notices'] = () => Response.json({ ...quiet, toSign: [draft()] })
  await act(async () => Line.all.at(-1)?.says('request', written))
  expect((await screen.findByRole('link', { name: 'Read and sign: Change of owner' })).getAttribute('href')).toBe('/requests/r1')
})

test("what happens to other people's requests asks for no notices", async () => {
  const { asked } = await show(noSignOut)
  await act(async () => Line.all.at(-1)?.says('request', { ...written, contactId: 'c2' }))
  expect(asked().filter((path) => path === '/api/notices')).toHaveLength(1)
})

test('whoever signs out hears nothing more', async () => {
  const { replace } = await show(async () => new Response(null, { status: 204 }))
  await pressSignOut()
  await waitFor(() => expect(replace).toHaveBeenCalled())
  expect(Line.all.map(({ readyState }) => readyState)).toEqual([2])
})

test('words of a session that has ended stay on the screen, with the way back in, and the page goes on once somebody is', async () => {
  const { replace, answers } = await show(noSignOut)
  const user = userEvent.setup()
  const words = document.body.appendChild(document.createElement('textarea'))
  await user.type(words, 'Change the owner.')
  answers['/api/notices'] = () => Response.json({ code: 'not-signed-in' }, { status: 401 })
  await act(() => refresh('GET /api/notices'))
  const notice = await screen.findByText(/what you have written is still here/)
  expect(screen.getByRole('link', { name: 'Sign in in another tab' }).getAttribute('target')).toBe('_blank')
  expect(replace).not.toHaveBeenCalled()
  expect(Line.all.at(-1)?.readyState).toBe(2)
  answers['/api/notices'] = () => Response.json(quiet)
  await act(() => refresh('GET /api/notices'))
  await waitFor(() => expect(notice.isConnected).toBe(false))
  expect(Line.all.at(-1)?.readyState).toBe(1)
  words.remove()
})

test('whoever must switch verification on first opens no line', async () => {
  await show(noSignOut, { person: { ...me, mustEnrol: true } })
  expect(Line.all).toEqual([])
})

test('a case that somebody opened for the account is stopped with a proof', async () => {
  const recoveryCase = { number: '123456789', openedAt: Date.now() }
  const { fetcher, answers } = await show(noSignOut, { notices: { ...quiet, recoveryCase } })
  const user = userEvent.setup()
  const banner = await screen.findByRole('region', { name: 'Somebody has said that you lost your phone' })
  expect(banner.textContent).toContain('Case 123\u00a0456\u00a0789')
  await user.click(screen.getByRole('button', { name: 'Stop the case' }))
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')
  answers['/api/notices'] = () => Response.json(quiet)
  await user.click(screen.getAllByRole('button', { name: 'Stop the case' }).at(-1) as HTMLElement)
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Somebody has said that you lost your phone' })).toBeNull())
  expect(fetcher).toHaveBeenCalledWith('/api/recovery/own/stop', expect.objectContaining({ body: '{"password":"correct horse battery"}' }))
})
