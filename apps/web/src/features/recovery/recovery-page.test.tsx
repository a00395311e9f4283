import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import type { Case } from './case-progress.ts'
import RecoveryPage from './recovery-page.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'problems-inside', 'recovery')
  }),
)
afterEach(() => vi.unstubAllGlobals())

const found: Case = {
  number: '482177305',
  state: 'open',
  openedAt: 1,
  name: 'Aina Ferrer',
  company: 'Ferreteria Soler, SL',
  forCompany: true,
  form: { text: 'Number: 482 177 305\nI have lost my device.', fingerprint: 'ab12'.repeat(16) },
  documents: [{ id: 'doc_1', name: 'form.pdf', type: 'pdf', bytes: 2048, at: 2 }],
  vouchedBy: null,
  nextBy: 3,
  askedFor: '',
  reason: '',
  entries: [{ id: 'cen_1', at: 1, kind: 'opened', by: 'person', name: '', text: '' }],
  limits: { bytes: 10_485_760, documents: 10, pages: 50 },
}
const done = () => new Response(null, { status: 204 })
const refusal = (code: string, status = 401) =>
  Response.json({ type: 'about:blank', title: '', status, code, requestId: 'req_1' }, { status })

/** A server whose page is open in this browser, until `close`; the code 12345678 opens it. */
function serve({ entered }: { entered: boolean }) {
  const house = { entered, calls: [] as string[] }
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    const call = `${method} ${path}`
    house.calls.push(body ? `${call} ${String(body)}` : call)
    if (path === '/api/recovery/code') return done()
    if (path === '/api/recovery/enter') {
      house.entered = JSON.parse(String(body)).mailedCode === '12345678'
      return house.entered ? done() : refusal('mailed-code-wrong')
    }
    if (!house.entered) return refusal('case-not-entered')
    return method === 'GET' ? Response.json(found) : done()
  })
  return house
}

function open(address: string, state?: unknown) {
  const [pathname = '', search = ''] = address.split('?')
  render(
    <I18n>
      <MemoryRouter initialEntries={[{ pathname, search: search && `?${search}`, state }]}>
        <RecoveryPage />
      </MemoryRouter>
    </I18n>,
  )
  return userEvent.setup()
}

const typeCode = async (user: ReturnType<typeof userEvent.setup>, code: string) => {
  await user.type(await screen.findByRole('textbox', { name: '8-digit code from the mail' }), code)
  await user.click(screen.getByRole('button', { name: 'Open the page of the case' }))
}

test('the number of the address and the mailed code open the page of the case', async () => {
  const { calls } = serve({ entered: false })
  const user = open('/recovery?number=482177305')
  const number = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Number of the case' })
  expect(number.value.replace(/\s/g, '')).toBe('482177305')
  await user.click(screen.getByRole('button', { name: 'Send me the code' }))
  await typeCode(user, '87654321')
  expect((await screen.findByRole('alert')).textContent).toContain('code')
  await user.clear(screen.getByRole('textbox', { name: '8-digit code from the mail' }))
  await typeCode(user, '12345678')
  expect(await screen.findByRole('heading', { level: 1, name: /^Case 482.177.305$/ })).toBeTruthy()
  expect(calls.filter((call) => call.startsWith('POST /api/recovery/code'))).toHaveLength(1)
})

test('a case that has just been opened asks for the code that is on its way, and mails no second one', async () => {
  const { calls } = serve({ entered: false })
  open('/recovery?number=482177305', { codeSent: true })
  expect(await screen.findByRole('textbox', { name: '8-digit code from the mail' })).toBeTruthy()
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([])
})

test('an address with another number does not show the case that is open in this browser', async () => {
  serve({ entered: true })
  open('/recovery?number=111222333')
  expect(await screen.findByRole('textbox', { name: 'Number of the case' })).toBeTruthy()
  expect(screen.queryByText('Aina Ferrer', { exact: false })).toBeNull()
})

test('when its hour is over the page asks for the code again, and then does what was asked for', async () => {
  const house = serve({ entered: true })
  const user = open('/recovery')
  const send = await screen.findByRole('button', { name: 'Send the case' })
  house.entered = false
  await user.click(send)
  const dialog = within(await screen.findByRole('dialog', { name: 'To go on, type a new code' }))
  // what waits belongs to this case: no other number can be typed
  expect(dialog.queryByRole('textbox')).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Send me the code' }))
  await typeCode(user, '12345678')
  expect(house.calls).toContain('POST /api/recovery/enter {"number":"482177305","mailedCode":"12345678"}')
  await vi.waitFor(() => expect(house.calls.filter((call) => call === 'POST /api/recovery/case/submit')).toHaveLength(2))
  // and the page shows how the case stands then
  await vi.waitFor(() => expect(house.calls.at(-1)).toBe('GET /api/recovery/case'))
  expect(screen.getByText('form.pdf')).toBeTruthy()
})

test('whoever does not type the code again is told why nothing was done', async () => {
  const house = serve({ entered: true })
  const user = open('/recovery')
  const send = await screen.findByRole('button', { name: 'Send the case' })
  house.entered = false
  await user.click(send)
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'To go on, type a new code' })
  act(() => dialog.close())
  expect(await screen.findByRole('alert')).toBeTruthy()
})

test('the printed form carries the number in threes and an address without any secret', async () => {
  serve({ entered: true })
  open('/recovery')
  const sheet = (await screen.findByRole('img', { name: /^Address of the page of case/ })).closest('body > div')
  expect(sheet?.textContent).toMatch(/482.177.305/)
  expect(sheet?.textContent).toContain('I have lost my device.')
  expect(sheet?.textContent?.replaceAll(' ', '')).toContain('ab12'.repeat(16))
})
