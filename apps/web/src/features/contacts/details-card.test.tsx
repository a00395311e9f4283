import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import type { ContactInFull } from './contact.ts'
import { DetailsCard } from './details-card.tsx'

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

async function edit() {
  queryClient.setQueryData(answer('GET /api/me').queryKey, { contact: { id: 'boss', email: 'm@x' }, verification: 'on' } as Me)
  const contact = { id: 'con_1', name: 'Aina', email: 'a@x', phone: '+34972000113', language: 'ca', role: 'member', createdAt: 0 }
  const fetcher = vi.fn<typeof fetch>(async () => Response.json(contact))
  vi.stubGlobal('fetch', fetcher)
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <DetailsCard contact={{ ...contact, main: false, lastSignInAt: null } as unknown as ContactInFull} />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Edit' }))
  const sent = () => JSON.parse(String(fetcher.mock.calls[0]?.[1]?.body))
  return { user, fetcher, sent, save: () => user.click(screen.getByRole('button', { name: 'Save' })) }
}

test('a name is changed without a proof, and the phone number is not sent along', async () => {
  const { user, sent, save } = await edit()
  await user.type(screen.getByLabelText('Name'), ' Ferrer')
  expect(screen.queryByRole('textbox', { name: '6-digit code' })).toBeNull()
  await save()
  await waitFor(() => expect(sent()).toEqual({ name: 'Aina Ferrer', language: 'ca' }))
})

test('another phone number is not saved without a code', async () => {
  const { user, fetcher, sent, save } = await edit()
  await user.type(screen.getByLabelText('Phone (if there is one)'), '9')
  await save()
  expect(fetcher).not.toHaveBeenCalled()
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await save()
  await waitFor(() => expect(sent()).toMatchObject({ code: '123456', phone: expect.stringMatching(/9$/) }))
})
