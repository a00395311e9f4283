import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BrowserRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import ResetPasswordPage from './reset-password-page.tsx'

const token = 'A'.repeat(43)

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'password')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

const refusal = (code: string, more: object = {}) =>
  Response.json({ type: 'about:blank', title: code, status: 422, code, requestId: 'req_1', ...more }, { status: 422 })

async function open(address: string, table: Record<string, () => Response | Promise<Response>>) {
  const fetcher = vi.fn<typeof fetch>(async (path) => table[String(path)]?.() ?? new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', fetcher)
  history.replaceState(null, '', address)
  await act(async () =>
    render(
      <I18n>
        <BrowserRouter>
          <Routes>
            <Route path="/reset-password" element={<ResetPasswordPage />} />
            <Route path="/sign-in" element={<p>the sign-in page</p>} />
          </Routes>
        </BrowserRouter>
      </I18n>,
    ),
  )
  const sent = (to: string) => fetcher.mock.calls.filter(([path]) => path === to).map(([, init]) => JSON.parse(String(init?.body)))
  return { sent, user: userEvent.setup() }
}
const alive = { '/api/password/reset/check': () => Response.json({ email: 'm@soler.example' }) }

test('the token leaves the address at once and travels in bodies only', async () => {
  const { sent, user } = await open(`/reset-password#${token}`, alive)
  expect(await screen.findByText('m@soler.example')).toBeTruthy()
  expect(location.href).not.toContain(token)
  expect(sent('/api/password/reset/check')).toEqual([{ token }])
  await user.type(screen.getByLabelText('New password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Save the password' }))
  expect(await screen.findByText('the sign-in page')).toBeTruthy()
  expect(sent('/api/password/reset')).toEqual([{ token, newPassword: 'correct horse battery' }])
  expect(location.href).not.toContain(token)
})

test.each(['', `#${token}`])('a link that is over or lost its end says so and offers a new one (%s)', async (hash) => {
  await open(`/reset-password${hash}`, { '/api/password/reset/check': () => refusal('link-over') })
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href')).toBe('/forgot-password')
})

test('a link that dies while the password is being typed says so', async () => {
  const { user } = await open(`/reset-password#${token}`, { ...alive, '/api/password/reset': () => refusal('link-over') })
  await user.type(await screen.findByLabelText('New password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Save the password' }))
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy()
})

test('the strength is asked from fifteen characters on, once for a burst of typing, and told in words', async () => {
  const strength = () => Response.json({ score: 1, refusal: 'too-common' })
  const { sent, user } = await open(`/reset-password#${token}`, { ...alive, '/api/password/strength': strength })
  const field = await screen.findByLabelText('New password')
  await user.type(field, 'password123456')
  expect(screen.getByText('14 of at least 15 characters')).toBeTruthy()
  await user.type(field, '789')
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('weak'))
  expect(screen.getByRole('status').textContent).toContain('This is a very common password')
  expect(sent('/api/password/strength')).toEqual([{ newPassword: 'password123456789', token }])
})

test('a refused password says why beside its field, which takes the focus', async () => {
  const refused = () => refusal('invalid-input', { fields: { newPassword: 'holds-your-own-words' } })
  const { user } = await open(`/reset-password#${token}`, { ...alive, '/api/password/reset': refused })
  const field = await screen.findByLabelText('New password')
  await user.type(field, 'soler soler soler')
  await user.click(screen.getByRole('button', { name: 'Save the password' }))
  expect(await screen.findByText(/It has your name, your e-mail or your company in it/)).toBeTruthy()
  expect(document.activeElement).toBe(field)
  await user.type(field, 'a word that has nothing to do with it')
  expect(screen.queryByText(/It has your name, your e-mail or your company in it/)).toBeNull()
})
