import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import type { TwoFactorState } from './enrolment.ts'
import { VerificationCard } from './verification-card.tsx'

const off: TwoFactorState = {
  state: 'off',
  onSince: null,
  lastCodeAt: null,
  recoveryCodesLeft: null,
  passwordNeeded: false,
  seenBy: null,
  soapUse: null,
  exposures: [],
}
const on: TwoFactorState = { ...off, state: 'on', onSince: Date.now(), recoveryCodesLeft: 8 }
const secret = { uri: 'otpauth://totp/Porta:m?secret=JBSWY3DPEHPK3PXP', key: 'JBSWY3DPEHPK3PXP', issuer: 'Porta', login: 'm@soler.example' }
const me = { contact: { email: 'm@soler.example' }, verification: 'off' } as Me

beforeEach(async () => {
  await act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'two-factor')
  })
  queryClient.setQueryData(answer('GET /api/me').queryKey, me)
})
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

const answers = (table: Record<string, () => Response>) => {
  const fetcher = vi.fn<typeof fetch>(async (path) => table[String(path)]?.() ?? new Response(null, { status: 204 }))
  vi.stubGlobal('fetch', fetcher)
  return fetcher
}
const show = (state: TwoFactorState) =>
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <VerificationCard state={state} />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
const theSwitch = () => screen.getByRole('switch', { name: 'Login verification' })
const refusal = (code: string) => () =>
  Response.json({ type: 'about:blank', title: code, status: 401, code, requestId: 'req_1' }, { status: 401 })

test('a click on OFF opens the wizard and switches nothing on', async () => {
  const fetcher = answers({})
  const user = userEvent.setup()
  show(off)
  await user.click(theSwitch())
  expect(screen.getByRole('heading', { name: 'What will change' })).toBeTruthy()
  expect(theSwitch().getAttribute('aria-checked')).toBe('false')
  expect(fetcher).not.toHaveBeenCalled()
})

test('typing a code activates nothing, and a wrong one keeps the same key on the screen', async () => {
  const fetcher = answers({
    '/api/two-factor/enrolment': () => Response.json({ enrolmentId: 'e1', expiresAt: Date.now() + 600_000, ...secret }),
    '/api/two-factor/enrolment/confirm': refusal('code-wrong'),
  })
  const user = userEvent.setup()
  show(off)
  await user.click(theSwitch())
  await user.click(screen.getByRole('button', { name: 'I have the app' }))
  await user.type(await screen.findByRole('textbox', { name: '6-digit code' }), '123456')
  expect(fetcher).toHaveBeenCalledTimes(1)
  await user.click(screen.getByRole('button', { name: 'Turn on: ON' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The code is not correct')
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '6-digit code' }))
  expect(theSwitch().getAttribute('aria-checked')).toBe('false')
})

test('a key that another tab has replaced says so, and what this page knows is asked for again', async () => {
  answers({
    '/api/two-factor/enrolment': () => Response.json({ enrolmentId: 'e1', expiresAt: Date.now() + 600_000, ...secret }),
    '/api/two-factor/enrolment/confirm': refusal('enrolment-over'),
    '/api/me': () => Response.json(me),
  })
  queryClient.setQueryData(answer('GET /api/two-factor').queryKey, off)
  const user = userEvent.setup()
  show(off)
  await user.click(theSwitch())
  await user.click(screen.getByRole('button', { name: 'I have the app' }))
  await user.type(await screen.findByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Turn on: ON' }))
  expect((await screen.findByRole('alert')).textContent).toContain('or a newer one was asked for')
  for (const key of ['GET /api/two-factor', 'GET /api/me'] as const)
    expect(queryClient.getQueryState(answer(key).queryKey)?.isInvalidated).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Start again' }))
  expect(screen.getByRole('heading', { name: 'What will change' })).toBeTruthy()
})

test('a shown key leaves the page when its time is over', async () => {
  answers({ '/api/two-factor/key': () => Response.json({ shownForMs: 1100, ...secret }) })
  const user = userEvent.setup()
  show(on)
  await user.click(screen.getByRole('button', { name: 'Show the QR code' }))
  await user.type(screen.getByLabelText('Password'), 'secret')
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Show' }))
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('JBSW Y3DP EHPK 3PXP')).toBeNull(), { timeout: 3000 })
  expect(document.body.innerHTML).not.toContain('otpauth:')
  expect(screen.getByText(/The key is no longer shown/)).toBeTruthy()
})
