import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { InviteDialog } from './invite-dialog.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell', 'contacts')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

function show(reply: () => Response = () => Response.json({ id: 'i1', expiresAt: 1 }), operator = false) {
  const me = { contact: { id: 'marta', email: 'm@x', language: 'cs' }, company: { operator }, verification: 'on' } as Me
  queryClient.setQueryData(answer('GET /api/me').queryKey, me)
  const fetcher = vi.fn<typeof fetch>(async () => reply())
  vi.stubGlobal('fetch', fetcher)
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <InviteDialog open onClose={() => {}} />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
  const sent = () => JSON.parse(String(fetcher.mock.calls[0]?.[1]?.body))
  return { sent, fetcher, user: userEvent.setup() }
}
const fill = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.type(screen.getByLabelText('Name'), 'Laia Roca')
  await user.type(screen.getByLabelText('E-mail'), ' laia@soler.example')
}
const send = (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole('button', { name: 'Send the invitation' }))

test('a member is invited without a proof, in the language of the one who invites', async () => {
  const { sent, user } = show()
  await fill(user)
  expect(screen.queryByRole('textbox', { name: '6-digit code' })).toBeNull()
  await send(user)
  await waitFor(() => expect(sent()).toEqual({ name: 'Laia Roca', email: 'laia@soler.example', phone: '', language: 'cs', role: 'member' }))
})

test('an admin is not invited without a code', async () => {
  const { sent, fetcher, user } = show()
  await fill(user)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Admin')
  await send(user)
  expect(fetcher).not.toHaveBeenCalled()
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await send(user)
  await waitFor(() => expect(sent()).toMatchObject({ role: 'admin', code: '123456' }))
})

test('whoever is to work for the operator is invited to its desk, and never without a code', async () => {
  const { sent, fetcher, user } = show(undefined, true)
  await fill(user)
  expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Support desk' }).selected).toBe(true)
  await send(user)
  expect(fetcher).not.toHaveBeenCalled()
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await send(user)
  await waitFor(() => expect(sent()).toMatchObject({ role: 'member', code: '123456' }))
})

test('a wrong field says so beside itself and has the focus', async () => {
  const refusal = {
    type: 'about:blank',
    title: 'x',
    status: 422,
    code: 'invalid-input',
    requestId: 'r',
    fields: { phone: 'not-a-phone-number' },
  }
  const { user } = show(() => Response.json(refusal, { status: 422 }))
  await fill(user)
  await user.type(screen.getByLabelText('Phone (if there is one)'), '12')
  await send(user)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Phone (if there is one)')))
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
})
