import { type EventKind, eventKinds } from '@porta/shared'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import ActivityPage from './activity-page.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell', 'activity')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

const at = new Date(2026, 10, 22, 9, 14).getTime()
const event = (id: string, kind: EventKind, details: object = {}, more: object = {}) => ({
  ...{ id, at, kind, by: null, details, browser: 'Firefox', system: 'Linux', place: '198.51.100.0/24' },
  ...more,
})

async function show(search: string, answer: (query: URLSearchParams) => { events: unknown[]; next: string | null }) {
  const fetcher = vi.fn<typeof fetch>(async (path) => Response.json(answer(new URL(String(path), 'http://x').searchParams)))
  vi.stubGlobal('fetch', fetcher)
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter initialEntries={[`/account/activity${search}`]}>
          <QueryClientProvider client={queryClient}>
            <ActivityPage />
          </QueryClientProvider>
        </MemoryRouter>
      </I18n>,
    ),
  )
  await screen.findByRole('region', { name: 'What happened' })
  const asked = () => fetcher.mock.calls.map(([path]) => String(path))
  return { asked, user: userEvent.setup() }
}

test('every kind of event is said in words, with its time on the own clock', async () => {
  await show('', () => ({ events: eventKinds.map((kind) => event(kind, kind)), next: null }))
  const told = screen.getAllByRole('listitem')
  expect(told).toHaveLength(eventKinds.length)
  for (const [index, kind] of eventKinds.entries()) expect(told[index]?.textContent).not.toContain(`activity.${kind}`)
  expect(screen.getByRole('heading', { name: /Sunday/ }).textContent).toContain('22 November 2026')
  expect(told[0]?.querySelector('time')?.textContent).toMatch(/^0?9:14/)
})

test.each<[EventKind, object, string]>([
  ['sign-in', { assurance: 'recovery-code' }, 'Sign-in with password and recovery code'],
  ['code-refused', { reason: 'old-entry' }, 'Code from an old entry in the app'],
  ['code-refused', { reason: 'something new' }, 'Code refused'],
  ['key-copied', { copy: 'print', serial: 'P-12' }, 'The QR code was printedsheet P-12'],
  ['recovery-code-used', { left: 3 }, 'A recovery code was used3 left'],
  ['half-sign-in', { count: 2 }, 'Right password, but no code2 times'],
  ['phone-changed', { from: '', to: '+34972000111' }, 'The phone was changedfrom none to +34 972 000 111'],
  ['request-done', { number: '482 177 305' }, 'Request doneno. 482 177 305'],
  ['email-change-asked', { to: 'new@soler.example' }, 'asked forto new@soler.example'],
])('%s with %o is told as it was', async (kind, details, words) => {
  await show('', () => ({ events: [event('e1', kind, details)], next: null }))
  expect(screen.getByRole('listitem').textContent).toContain(words)
})

test('who did it is said when it was somebody else', async () => {
  await show('', () => ({ events: [event('e1', 'session-ended', {}, { by: 'Jordi Puig' })], next: null }))
  expect(screen.getByRole('listitem').textContent).toContain('by Jordi Puig')
})

test('the button that shows more keeps the focus, and after the last page its first event has it', async () => {
  const pages: Record<string, { events: unknown[]; next: string | null }> = {
    first: { events: [event('e1', 'sign-in')], next: 'second' },
    second: { events: [event('e2', 'sign-out')], next: 'third' },
    third: { events: [event('e3', 'key-shown')], next: null },
  }
  const { user } = await show('', (query) => pages[query.get('after') ?? 'first'] ?? { events: [], next: null })
  const more = screen.getByRole('button', { name: 'Show more' })
  await user.click(more)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  expect(document.activeElement).toBe(more)
  await user.click(more)
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3))
  expect(document.activeElement?.textContent).toContain('The QR code was shown')
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('the filters of the address are asked for, and nothing found is said so', async () => {
  const { asked, user } = await show('?topic=devices&from=2026-11-01&to=2026-11-02', () => ({ events: [], next: null }))
  const query = new URL(asked()[0] ?? '', 'http://x').searchParams
  expect(Object.fromEntries(query)).toEqual({
    topic: 'devices',
    from: String(new Date(2026, 10, 1).getTime()),
    to: String(new Date(2026, 10, 3).getTime()),
  })
  expect(screen.getByText('There is nothing with these filters.')).toBeTruthy()
  await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Verification')
  await waitFor(() => expect(asked().at(-1)).toContain('topic=verification'))
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }))
  await waitFor(() => expect(asked().at(-1)).toBe('/api/activity'))
  expect(screen.getByText('There is nothing yet.')).toBeTruthy()
})
