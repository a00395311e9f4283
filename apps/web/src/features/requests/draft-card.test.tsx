import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient, refresh } from '../../api/query-client.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import RequestPage from './request-page.tsx'

const me = { contact: { id: 'c1', name: 'Marta Soler', email: 'm@soler.example', role: 'member' }, verification: 'on' }
const draft = (changes: object = {}) => ({
  id: 'r1',
  number: '482177305',
  subject: 'Change of owner',
  service: 'soler.example',
  text: 'Please make Soler Germans the owner.',
  state: 'to-sign',
  assurance: null,
  by: 'Marta Soler',
  mine: true,
  at: 1,
  changedAt: 1,
  statement: null,
  signedAt: null,
  signature: null,
  digest: 'first',
  expiresAt: Date.now() + 20 * 60_000,
  entries: [],
  maySign: true,
  mayWithdraw: false,
  mayWrite: false,
  ...changes,
})
const signed = {
  state: 'sent',
  assurance: 'code',
  statement: 'Number: 482 177 305\n\nPlease make Soler Germans the owner.',
  signedAt: 1,
  signature: 'valid',
  expiresAt: null,
  maySign: false,
}

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'requests')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function show(first: object) {
  let kept = first
  const answers: Record<string, () => Response> = {
    'GET /api/me': () => Response.json(me),
    'GET /api/requests/r1': () => Response.json(kept),
  }
  const fetcher = vi.fn<typeof fetch>(async (path, init) => {
    const key = `${init?.method} ${path}`
    return answers[key]?.() ?? new Response(null, { status: 204 })
  })
  vi.stubGlobal('fetch', fetcher)
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter initialEntries={['/requests/r1']}>
          <QueryClientProvider client={queryClient}>
            <Suspense>
              <Routes>
                <Route path="/requests/:requestId" element={<RequestPage />} />
              </Routes>
            </Suspense>
          </QueryClientProvider>
        </MemoryRouter>
      </I18n>,
    ),
  )
  await screen.findByRole('heading', { level: 1, name: 'Change of owner' })
  /** What the server keeps from now on. */
  const keep = (next: object) => {
    kept = next
  }
  const sent = (path: string) => fetcher.mock.calls.filter(([to]) => to === `/api/requests/r1/${path}`).map(([, init]) => init?.body)
  return { answers, keep, sent, user: userEvent.setup() }
}
const refusal = (code: string) => () => Response.json({ code, requestId: 'req_1' }, { status: 409 })
const sign = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.type(await screen.findByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Sign and send' }))
}

test('what is signed is what was on the screen, and then it is shown as signed', async () => {
  const { user, sent, keep, answers } = await show(draft())
  answers['POST /api/requests/r1/sign'] = () => {
    keep(draft(signed))
    return new Response(null, { status: 204 })
  }
  await sign(user)
  expect(sent('sign')).toEqual(['{"digest":"first","code":"123456"}'])
  const statement = await screen.findByRole('region', { name: 'Signed text' })
  expect(statement.textContent).toBe(signed.statement)
  expect(screen.getByRole('link', { name: 'Download the receipt' }).getAttribute('href')).toBe('/api/requests/r1/receipt')
})

test('words that change while they are read can be signed only after they were read', async () => {
  const { keep, user, sent } = await show(draft())
  await user.type(await screen.findByRole('textbox', { name: '6-digit code' }), '123')
  keep(draft({ digest: 'second', text: 'Please make Somebody Else the owner.' }))
  await act(async () => void (await refresh('GET /api/requests/:requestId')))
  expect((await screen.findByRole('alert')).textContent).toContain('The text changed while you were reading it')
  expect(screen.getByRole('region', { name: 'What you ask for' }).textContent).toContain('Somebody Else')
  expect(screen.queryByRole('button', { name: 'Sign and send' })).toBeNull()
  expect(document.activeElement?.textContent).toContain('The text changed')

  await user.click(screen.getByRole('button', { name: 'I have read them' }))
  expect(screen.queryByRole('alert')).toBeNull()
  await sign(user)
  expect(sent('sign')).toEqual(['{"digest":"second","code":"123456"}'])
})

test('a signature that comes too late for the old words shows the new ones', async () => {
  const { keep, user, answers } = await show(draft())
  keep(draft({ digest: 'second', text: 'Please make Somebody Else the owner.' }))
  answers['POST /api/requests/r1/sign'] = refusal('changed-meanwhile')
  await sign(user)
  expect((await screen.findByRole('alert')).textContent).toContain('The text changed while you were reading it')
  expect(screen.getByRole('region', { name: 'What you ask for' }).textContent).toContain('Somebody Else')
})

test('a draft that is over says so, and cannot be signed any more', async () => {
  const { keep, user, answers } = await show(draft())
  keep(draft({ state: 'lapsed', maySign: false }))
  answers['POST /api/requests/r1/sign'] = refusal('draft-over')
  await sign(user)
  await waitFor(() => expect(screen.getByText(/Nobody signed it in time/)).toBeTruthy())
  expect(screen.queryByRole('button', { name: 'Sign and send' })).toBeNull()
})

test('a wrong code keeps the words and the form', async () => {
  const { user, answers } = await show(draft())
  answers['POST /api/requests/r1/sign'] = refusal('code-wrong')
  await sign(user)
  expect((await screen.findByRole('alert')).textContent).toContain('The code is not correct')
  expect(screen.getByRole('region', { name: 'What you ask for' })).toBeTruthy()
})

test('a clock that is fast hides the time that is left, but not the way to sign', async () => {
  await show(draft({ expiresAt: Date.now() - 60_000 }))
  expect(screen.getByRole('timer').textContent).toBe('The time to sign it is just running out.')
  expect(screen.getByRole('button', { name: 'Sign and send' })).toBeTruthy()
})

test('not signing asks first', async () => {
  const { user, sent } = await show(draft())
  await user.click(await screen.findByRole('button', { name: 'I will not sign this' }))
  expect(sent('decline')).toEqual([])
  await user.click(screen.getAllByRole('button', { name: 'I will not sign this' }).at(-1) as HTMLElement)
  expect(sent('decline')).toHaveLength(1)
})

test('somebody else sees the words and cannot sign them', async () => {
  await show(draft({ maySign: false, mine: false, by: 'Jordi Puig' }))
  expect(screen.getByRole('heading', { name: 'Jordi Puig has to sign this' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Sign and send' })).toBeNull()
})

test('a void signature is said loudly, and there is no receipt of it', async () => {
  await show(draft({ ...signed, signature: 'void' }))
  expect(screen.getByRole('alert').textContent).toContain('The signature no longer fits')
  expect(screen.queryByRole('link', { name: 'Download the receipt' })).toBeNull()
})
