import { act, render, screen, within } from '@testing-library/react'
import { Suspense } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from '../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../i18n/i18n.tsx'
import { DeskLayout } from './desk-layout.tsx'
import { SignedInLayout } from './signed-in-layout.tsx'

const notices = { halfSignIns: [], halfSignInCount: 0, checkUp: false, recoveryCodesLeft: 9, emailChange: null, toSign: [] }

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'problems-inside', 'shell', 'notices', 'requests', 'recovery', 'desk')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function open(address: string, { staff, mustEnrol = false }: { staff: boolean; mustEnrol?: boolean }) {
  const contact = { name: 'Núria Camps', email: 'n@porta.example', language: 'en', role: staff ? 'support' : 'admin' }
  const me = { contact, company: { name: 'Porta', operator: staff }, staff, verification: 'on', mustEnrol, careUntil: null }
  const answers: Record<string, unknown> = { '/api/me': me, '/api/notices': { ...notices, recoveryCase: null, companyCases: 0 } }
  const fetcher = vi.fn<typeof fetch>(async (path) => Response.json(answers[String(path)] ?? {}))
  vi.stubGlobal('fetch', fetcher)
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      close() {}
    },
  )
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter initialEntries={[address]}>
          <Suspense>
            <Routes>
              <Route element={<SignedInLayout />}>
                <Route element={<DeskLayout />}>
                  <Route path="/desk/*" element={<p>the desk</p>} />
                </Route>
                <Route path="*" element={<p>another page</p>} />
              </Route>
            </Routes>
          </Suspense>
        </MemoryRouter>
      </I18n>,
    ),
  )
  const links = () => within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link')
  return { links: () => links().map(({ textContent }) => textContent), asked: () => fetcher.mock.calls.map(([path]) => String(path)) }
}

test('staff who open the home page are led to the desk, whose bar is theirs', async () => {
  const { links } = await open('/', { staff: true })
  expect(await screen.findByText('the desk')).toBeTruthy()
  expect(links()).toEqual(['Call', 'Requests', 'Recoveries', 'Help'])
  expect(screen.getByRole('link', { name: /Núria Camps/ }).textContent).toContain('Support desk')
})

test('staff find their own account where everybody does', async () => {
  await open('/account', { staff: true })
  expect(await screen.findByText('another page')).toBeTruthy()
})

test('staff without verification reach nothing of the desk', async () => {
  const { links } = await open('/desk', { staff: true, mustEnrol: true })
  expect(screen.queryByText('the desk')).toBeNull()
  expect(links()).not.toContain('Recoveries')
})

test.each(['/desk', '/desk/requests', '/desk/recovery/cas_1'])('a customer who opens %s reads that it is not for them', async (address) => {
  const { links, asked } = await open(address, { staff: false })
  expect(await screen.findByRole('heading', { name: 'Only for the support desk' })).toBeTruthy()
  expect(screen.queryByText('the desk')).toBeNull()
  expect(links()).not.toContain('Recoveries')
  expect(asked().filter((path) => path.startsWith('/api/desk'))).toEqual([])
})
