import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me, Notices } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { ProfileCard } from './profile-card.tsx'

const contact = { name: 'Marta Soler', email: 'm@soler.example', phone: '+34972000111', role: 'member', main: false }
const me = { contact, company: { name: 'Soler' }, verification: 'on', mustEnrol: false } as Me
const quiet: Notices = {
  halfSignIns: [],
  halfSignInCount: 0,
  checkUp: false,
  recoveryCodesLeft: 8,
  emailChange: null,
  toSign: [],
  recoveryCase: null,
  companyCases: 0,
}
const waiting: Notices = { ...quiet, emailChange: { email: 'new@soler.example', expiresAt: Date.now() + 3_600_000 } }

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'account')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

function show(person: Me, notices: Notices) {
  const now = { '/api/me': person as unknown, '/api/notices': notices as unknown } as Record<string, unknown>
  const fetcher = vi.fn<typeof fetch>(async (path) => {
    const reply = now[String(path)]
    return reply === undefined ? new Response(null, { status: 204 }) : Response.json(reply)
  })
  vi.stubGlobal('fetch', fetcher)
  queryClient.setQueryData(answer('GET /api/me').queryKey, person)
  queryClient.setQueryData(answer('GET /api/notices').queryKey, notices)
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <ProfileCard />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
  const sent = (to: string) => fetcher.mock.calls.filter(([path]) => path === to).map(([, init]) => JSON.parse(String(init?.body)))
  return { now, sent, user: userEvent.setup() }
}

test('a new e-mail is asked for with a code where verification is on, and awaits the mailed code', async () => {
  const { now, sent, user } = show(me, quiet)
  await user.click(screen.getByRole('button', { name: 'Change the e-mail' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Change the e-mail' }))
  await user.type(dialog.getByLabelText('New e-mail'), 'new@soler.example')
  await user.type(dialog.getByRole('textbox', { name: '6-digit code' }), '123456')
  Object.assign(now, { '/api/me/email': { email: 'new@soler.example', expiresAt: 1 }, '/api/notices': waiting })
  await user.click(dialog.getByRole('button', { name: 'Send the code' }))
  expect(await screen.findByLabelText('8-digit code from the mail')).toBeTruthy()
  expect(sent('/api/me/email')).toEqual([{ email: 'new@soler.example', code: '123456' }])
})

test('a change that awaits its code is still there after a reload, and is done by the code', async () => {
  const { now, sent, user } = show(me, waiting)
  await user.type(screen.getByLabelText('8-digit code from the mail'), '1234 5678')
  Object.assign(now, {
    '/api/me/email/confirm': { email: 'new@soler.example', endedSessions: 2 },
    '/api/me': { ...me, contact: { ...contact, email: 'new@soler.example' } },
    '/api/notices': quiet,
  })
  await user.click(screen.getByRole('button', { name: 'Confirm the new e-mail' }))
  await waitFor(() => expect(screen.queryByLabelText('8-digit code from the mail')).toBeNull())
  expect(screen.getByRole('status').textContent).toContain('You now sign in with new@soler.example. 2 sessions')
  expect(sent('/api/me/email/confirm')).toEqual([{ mailedCode: '1234 5678' }])
})

test('without verification the password proves a new phone, and a number that is none is told beside its field', async () => {
  const { now, sent, user } = show({ ...me, verification: 'off' }, quiet)
  await user.click(screen.getByRole('button', { name: 'Change the phone' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Change the phone' }))
  const phone = dialog.getByLabelText('New phone')
  await user.clear(phone)
  await user.type(phone, '972 00')
  await user.type(dialog.getByLabelText('Password'), 'secret')
  const fields = { phone: 'not-a-phone-number' }
  const refusal = { type: 'about:blank', title: '', status: 422, code: 'invalid-input', requestId: 'req_1', fields }
  vi.mocked(fetch).mockImplementationOnce(async () => Response.json(refusal, { status: 422 }))
  await user.click(dialog.getByRole('button', { name: 'Save the phone' }))
  expect(await dialog.findByText('This is not a valid phone number.')).toBeTruthy()
  expect(document.activeElement).toBe(phone)
  Object.assign(now, { '/api/me/phone': { phone: '+34972000222', endedSessions: 0 } })
  await user.clear(phone)
  await user.type(phone, '972 000 222')
  await user.click(dialog.getByRole('button', { name: 'Save the phone' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent('/api/me/phone').at(-1)).toEqual({ phone: '972 000 222', password: 'secret' })
})
