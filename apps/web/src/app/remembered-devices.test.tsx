import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { type ComponentType, Suspense } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../i18n/i18n.tsx'
import HomePage from './home-page.tsx'
import SessionsPage from './sessions-page.tsx'
import TwoFactorPage from './two-factor-page.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell', 'home', 'notices', 'sessions', 'two-factor', 'trusted-devices')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function show(Page: ComponentType, operator: boolean) {
  const answers: Record<string, unknown> = {
    '/api/me': { contact: { name: 'Marta Soler' }, company: { operator }, verification: 'on', mustEnrol: false, previousSignInAt: null },
    '/api/two-factor': { state: 'on', onSince: null, lastCodeAt: null, recoveryCodesLeft: 8, passwordNeeded: false, exposures: [] },
    '/api/trusted-devices': { devices: [] },
    '/api/sessions': { sessions: [] },
    '/api/notices': { halfSignIns: [], halfSignInCount: 0, checkUp: false, recoveryCodesLeft: 8, emailChange: null, toSign: [] },
    '/api/requests?state=open&page=1': { requests: [], found: 0, pages: 1 },
  }
  const fetcher = vi.fn<typeof fetch>(async (path) => Response.json(answers[String(path)]))
  vi.stubGlobal('fetch', fetcher)
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter>
          <QueryClientProvider client={queryClient}>
            <Suspense>
              <Page />
            </Suspense>
          </QueryClientProvider>
        </MemoryRouter>
      </I18n>,
    ),
  )
  await screen.findByRole('heading', { level: 1 })
  return fetcher.mock.calls.map(([path]) => path)
}

const pages: [string, ComponentType][] = [
  ['home', HomePage],
  ['two-factor', TwoFactorPage],
  ['sessions', SessionsPage],
]

test.each(pages)("%s shows the operator's people nothing of remembered devices, which they never have", async (_, Page) => {
  const asked = await show(Page, true)
  expect(screen.queryByText(/remember/i)).toBeNull()
  expect(asked).not.toContain('/api/trusted-devices')
})

test.each(pages)('%s shows a customer the remembered devices', async (_, Page) => {
  await show(Page, false)
  expect(await screen.findAllByText(/remember/i)).not.toHaveLength(0)
})
