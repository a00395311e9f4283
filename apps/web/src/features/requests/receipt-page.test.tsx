import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import ReceiptPage from './receipt-page.tsx'

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'requests')
  }),
)
afterEach(() => void vi.unstubAllGlobals())

function show(verdict: object) {
  const fetcher = vi.fn<typeof fetch>(async () => Response.json(verdict))
  vi.stubGlobal('fetch', fetcher)
  render(
    <I18n>
      <MemoryRouter>
        <ReceiptPage />
      </MemoryRouter>
    </I18n>,
  )
  return { bodies: () => fetcher.mock.calls.map(([, init]) => init?.body), user: userEvent.setup() }
}
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Receipt' })
const check = () => screen.getByRole('button', { name: 'Check it' })
const genuine = { genuine: true, statement: 'Number: 482 177 305', keyId: 'k1' }
const edited = { genuine: false, statement: null, keyId: null }

test('a genuine receipt is shown with what was signed', async () => {
  const { user, bodies } = show(genuine)
  await user.type(box(), 'a receipt')
  await user.click(check())
  expect(bodies()).toEqual(['{"receipt":"a receipt"}'])
  const heading = await screen.findByRole('heading', { name: 'The receipt is genuine' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(screen.getByRole('region', { name: 'Signed text' }).textContent).toBe('Number: 482 177 305')
})

test('an edited receipt is not genuine, and nothing of it is shown as signed', async () => {
  const { user } = show(edited)
  await user.type(box(), 'a receipt')
  await user.click(check())
  expect(await screen.findByRole('heading', { name: 'This receipt is not genuine' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'Signed text' })).toBeNull()
})

test('a verdict is gone as soon as the text is another', async () => {
  const { user } = show(genuine)
  await user.type(box(), 'a receipt')
  await user.click(check())
  await screen.findByRole('heading', { name: 'The receipt is genuine' })
  await user.type(box(), '!')
  expect(screen.queryByRole('heading', { name: 'The receipt is genuine' })).toBeNull()
})

test('nothing is asked without a receipt', async () => {
  const { user, bodies } = show(genuine)
  await user.click(check())
  expect(bodies()).toEqual([])
  expect(document.activeElement).toBe(box())
})

test('a file that is dropped is read', async () => {
  show(genuine)
  const dataTransfer = { types: ['Files'], files: [new File(['dropped words'], 'receipt.txt', { type: 'text/plain' })] }
  fireEvent.drop(box(), { dataTransfer })
  await waitFor(() => expect(box().value).toBe('dropped words'))
  expect(screen.getByText('The file receipt.txt has been read.')).toBeTruthy()
})

test('a file that is too large for a receipt is not read', async () => {
  show(genuine)
  fireEvent.drop(box(), { dataTransfer: { types: ['Files'], files: [new File(['x'.repeat(20_001)], 'film.txt')] } })
  expect(await screen.findByText('This file is too large to be a receipt.')).toBeTruthy()
  expect(box().value).toBe('')
})
