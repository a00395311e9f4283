import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import CodePage from './code-page.tsx'
import SignInPage from './sign-in-page.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'sign-in')
  }),
)
afterEach(() => vi.unstubAllGlobals())

const answerWith = (refusal: object) => {
  const problem = { type: 'about:blank', title: '', status: 401, code: 'challenge-over', requestId: 'req_1', ...refusal }
  const challenge = { email: 'm@soler.example', expiresAt: Date.now() + 300_000, mayRemember: true }
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/sign-in/challenge' ? Response.json(challenge) : Response.json(problem, { status: 401 }),
  )
}

async function spendTheLastAttempt() {
  render(
    <I18n>
      <MemoryRouter initialEntries={['/sign-in/code']}>
        <Routes>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="/sign-in/code" element={<CodePage />} />
        </Routes>
      </MemoryRouter>
    </I18n>,
  )
  await userEvent.setup().type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  expect(await screen.findByLabelText('Password')).toBeTruthy()
  return screen.getByRole('alert').textContent
}

test('the end of a challenge leads back to the password and says why', async () => {
  answerWith({})
  expect(await spendTheLastAttempt()).toContain('You ran out of time or attempts.')
  expect(screen.queryByRole('timer')).toBeNull()
})

test('the end of a challenge says how long to wait when a code would not be taken sooner', async () => {
  answerWith({ retryAfterSeconds: 240 })
  expect(await spendTheLastAttempt()).toContain('You can try again in 4 min')
})
