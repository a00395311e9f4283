import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BrowserRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { Field } from '../../ui/field.tsx'
import { AcceptInvitation } from './accept-invitation.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'invitation')
  }),
)
afterEach(() => vi.unstubAllGlobals())

const invitation = { name: 'Laia Roca', email: 'laia@soler.example', company: 'Soler', by: 'Marta Soler' }
const refusal = (code: string) => Response.json({ type: 'about:blank', title: code, status: 410, code, requestId: 'r' }, { status: 410 })

async function show(hash: string, check: () => Response, accept = () => new Response(null, { status: 204 })) {
  history.replaceState(null, '', `/invitation${hash}`)
  const fetcher = vi.fn<typeof fetch>(async (path) => (String(path).endsWith('check') ? check() : accept()))
  vi.stubGlobal('fetch', fetcher)
  await act(async () =>
    render(
      <I18n>
        <BrowserRouter>
          <Routes>
            <Route
              path="/invitation"
              element={<AcceptInvitation passwordInput={() => <Field label="New password" name="newPassword" />} />}
            />
            <Route path="/sign-in" element={<p>signing in</p>} />
          </Routes>
        </BrowserRouter>
      </I18n>,
    ),
  )
  return fetcher
}

test('the token leaves the address bar, and accepting sets the password and leads to the sign-in', async () => {
  const fetcher = await show('#a-token', () => Response.json(invitation))
  expect(location.hash).toBe('')
  expect(screen.getByText(/Marta Soler has added you/).textContent).toContain('Soler')
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('New password'), 'four words in a row')
  await user.click(screen.getByRole('button', { name: 'Accept and save the password' }))
  expect(await screen.findByText('signing in')).toBeTruthy()
  expect(JSON.parse(String(fetcher.mock.calls.at(-1)?.[1]?.body))).toEqual({ token: 'a-token', newPassword: 'four words in a row' })
})

test.each([
  ['#', 'nothing is asked', 0],
  ['#a-token', 'the server says so', 1],
])('an invitation that is over (%s) says so: %s', async (hash, _, calls) => {
  const fetcher = await show(hash, () => refusal('link-over'))
  expect(screen.getByRole('heading', { name: 'This invitation no longer works' })).toBeTruthy()
  expect(fetcher).toHaveBeenCalledTimes(calls)
})

test('an invitation that is used up meanwhile says so instead of keeping the form', async () => {
  await show(
    '#a-token',
    () => Response.json(invitation),
    () => refusal('link-over'),
  )
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('New password'), 'four words in a row')
  await user.click(screen.getByRole('button', { name: 'Accept and save the password' }))
  expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeTruthy()
})
