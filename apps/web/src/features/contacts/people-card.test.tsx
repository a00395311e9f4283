import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import type { Contact } from './contact.ts'
import { PeopleCard } from './people-card.tsx'

const person = (id: string, name: string, more: Partial<Contact> = {}): Contact => ({
  ...{ id, name, email: `${id}@soler.example`, phone: '', language: 'ca', role: 'member', main: false, active: true },
  ...{ lastSignInAt: null, verification: 'off' },
  ...more,
})
const people = [
  person('marta', 'Marta Soler', { role: 'admin', verification: 'on' }),
  person('pau', 'Pau Vidal'),
  person('jordi', 'Jordi Puig'),
]

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

const Address = () => <output>{useLocation().search}</output>

async function show({ address = '', own = 'on' as Me['verification'] } = {}) {
  queryClient.setQueryData(answer('GET /api/me').queryKey, { contact: { id: 'marta', email: 'm@x' }, verification: own } as Me)
  const fetcher = vi.fn<typeof fetch>(async (path, init) => {
    const url = new URL(String(path), 'http://x')
    if (init?.method !== 'GET') return new Response(null, { status: 204 })
    const search = url.searchParams.get('search')?.toLowerCase() ?? ''
    const found = people.filter(({ name }) => name.toLowerCase().includes(search))
    return Response.json({ contacts: found, found: found.length, people: 3, withVerification: 1, pages: 1 })
  })
  vi.stubGlobal('fetch', fetcher)
  render(
    <I18n>
      <MemoryRouter initialEntries={[`/contacts${address}`]}>
        <QueryClientProvider client={queryClient}>
          <PeopleCard hereAndNow={({ name }) => <p>the wizard for {name}</p>} onInvite={() => {}} />
        </QueryClientProvider>
        <Address />
      </MemoryRouter>
    </I18n>,
  )
  await screen.findByText('1 of 3 with verification')
  const asked = () => fetcher.mock.calls.filter(([, init]) => init?.method === 'GET').map(([path]) => String(path))
  return { asked, fetcher, user: userEvent.setup() }
}

test('a search is asked once for a burst of typing, stays in the address and keeps the focus', async () => {
  const { asked, user } = await show()
  const box = screen.getByRole('searchbox', { name: 'Search' })
  await user.type(box, 'pau')
  await waitFor(() => expect(screen.queryByText('Jordi Puig')).toBeNull())
  expect(asked().filter((path) => path.includes('search='))).toHaveLength(1)
  expect(document.querySelector('output')?.textContent).toBe('?search=pau')
  expect(document.activeElement).toBe(box)
})

test('nobody found is said with what was searched, and everybody can be shown again', async () => {
  const { user } = await show({ address: '?search=nobody' })
  expect(await screen.findByText('We found nobody with “nobody”.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show everybody' }))
  expect(await screen.findByText('Jordi Puig')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
})

test('the head of a column orders by it, and a second click turns the order round', async () => {
  const { user } = await show()
  const head = () => screen.getByRole('columnheader', { name: /^Last sign-in/ })
  await user.click(within(head()).getByRole('button'))
  expect(head().getAttribute('aria-sort')).toBe('descending')
  await user.click(within(head()).getByRole('button'))
  expect(head().getAttribute('aria-sort')).toBe('ascending')
  expect(document.querySelector('output')?.textContent).toBe('?sort=last-sign-in')
})

test('OFF of a contact opens the choice of two ways, and here and now is the wizard', async () => {
  const { user } = await show()
  await user.click(screen.getByRole('switch', { name: 'Verification of Pau Vidal' }))
  await user.click(screen.getByRole('button', { name: 'Start now' }))
  expect(screen.getByText('the wizard for Pau Vidal')).toBeTruthy()
})

test('at the next sign-in takes the own code and is asked of the server', async () => {
  const { user, fetcher } = await show()
  await user.click(screen.getByRole('switch', { name: 'Verification of Pau Vidal' }))
  await user.click(screen.getByRole('button', { name: 'Ask at sign-in' }))
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Ask at sign-in' }))
  await waitFor(() => expect(fetcher.mock.calls.some(([path]) => path === '/api/contacts/pau/verification/require')).toBe(true))
  const sent = fetcher.mock.calls.find(([path]) => path === '/api/contacts/pau/verification/require')
  expect(JSON.parse(String(sent?.[1]?.body))).toEqual({ required: true, code: '123456' })
})

test('the own switch leads to the own account instead of doing anything here', async () => {
  const { user } = await show()
  await user.click(screen.getByRole('switch', { name: 'Verification of Marta Soler' }))
  expect(screen.getByRole('link', { name: 'Go to my account' }).getAttribute('href')).toBe('/account/two-factor')
})

test('an admin without verification is told to switch the own on first', async () => {
  const { user } = await show({ own: 'off' })
  await user.click(screen.getByRole('switch', { name: 'Verification of Jordi Puig' }))
  expect(screen.getByRole('link', { name: 'Turn mine on' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Start now' })).toBeNull()
})
