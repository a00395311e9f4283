import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import type { DeskRequest } from './desk.ts'
import RequestPage from './request-page.tsx'
import { happens, refusal, showDesk } from './testing.tsx'

const signed: DeskRequest = {
  ...{ id: 'req_1', number: '482177305', company: 'Ferreteria Soler, SL', by: 'Montserrat Soler', source: 'web', assignedTo: null },
  ...{ subject: 'Change the holder', service: '', text: 'To Soler Germans.', state: 'sent', assurance: 'code', at: 1, changedAt: 1 },
  ...{ statement: 'Subject: Change the holder\n\nTo Soler Germans.', signedAt: 1, signature: 'valid', digest: 'd1', entries: [] },
  ...{ assignedToId: null, mayRedraft: false, expiresAt: null, careUntil: null },
}
const one = 'GET /api/desk/requests/req_1'
const state = 'POST /api/desk/requests/req_1/state'

afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function show(first: Partial<DeskRequest> = {}, replies: Record<string, () => unknown> = {}) {
  const server = { now: { ...signed, ...first } }
  const staff = [
    { id: 'nuria', name: 'Núria Camps' },
    { id: 'pavel', name: 'Pavel Novák' },
  ]
  const desk = await showDesk(<RequestPage />, {
    answers: { [one]: () => server.now, 'GET /api/desk/staff': () => ({ staff }), ...replies },
    at: '/desk/requests/req_1',
    path: '/desk/requests/:requestId',
  })
  await screen.findByRole('heading', { level: 1, name: 'Change the holder' })
  return { ...desk, server }
}
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent)
const statement = () => screen.getByRole('region', { name: 'What was signed, to the letter' }).textContent

test('what was signed is shown to the letter', async () => {
  await show()
  expect(statement()).toBe(signed.statement)
  expect(screen.getByText('Signature valid')).toBeTruthy()
})

test('a void signature is said loudly, and nothing can be done but refuse', async () => {
  await show({ signature: 'void' })
  expect(screen.getByRole('alert').textContent).toContain('The signature is void: do nothing of what it says.')
  expect(screen.queryByText('With a code')).toBeNull()
  expect(screen.queryByText(/Do exactly this/)).toBeNull()
  expect(buttons()).toContain('Refuse it')
  expect(buttons()).not.toContain('Start working on it')
  expect(buttons()).not.toContain('Mark it as done')
})

test('what nobody has signed cannot be worked on', async () => {
  await show({ state: 'to-sign', statement: null, signature: null, signedAt: null, assurance: null, expiresAt: Date.now() + 1e6 })
  expect(screen.getByText('Nobody has signed this: nothing of it may be done.')).toBeTruthy()
  for (const act of ['Start working on it', 'Mark it as done', 'Refuse it']) expect(buttons()).not.toContain(act)
})

test('done says what was on the screen when it was asked for, and what has changed since is shown to be read again', async () => {
  const { user, asked, server } = await show({}, { [state]: () => refusal('changed-meanwhile') })
  await user.click(screen.getByRole('button', { name: 'Mark it as done' }))
  server.now = { ...server.now, digest: 'd2', statement: 'Subject: another' }
  await happens('request')
  const dialog = within(screen.getByRole('dialog', { name: 'Is it done?' }))
  await user.type(dialog.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(dialog.getByRole('button', { name: 'Mark it as done' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked.find(({ call }) => call === state)?.body).toEqual({ state: 'done', digest: 'd1', code: '123456' })
  expect((await screen.findByRole('alert')).textContent).toContain('It changed while you were looking at it.')
  expect(statement()).toBe('Subject: another')
})

test('a wrong code stays in the dialog', async () => {
  const { user } = await show({ state: 'in-progress' }, { [state]: () => refusal('code-wrong', 403) })
  await user.click(screen.getByRole('button', { name: 'Mark it as done' }))
  const dialog = within(screen.getByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(dialog.getByRole('button', { name: 'Mark it as done' }))
  expect((await dialog.findByRole('alert')).textContent).toContain('code')
})

test('a refusal needs a reason', async () => {
  const { user, times } = await show()
  await user.click(screen.getByRole('button', { name: 'Refuse it' }))
  const dialog = within(screen.getByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(dialog.getByRole('button', { name: 'Refuse it' }))
  expect(times(state)).toBe(0)
  expect(document.activeElement).toBe(dialog.getByLabelText('Reason'))
})

test('a request is given to somebody only by the button, not by looking through the names', async () => {
  const { user, asked, times } = await show()
  await screen.findByRole('option', { name: 'Pavel Novák' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Assigned to' }), 'Pavel Novák')
  expect(times('POST /api/desk/requests/req_1/assignment')).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Change the assignment' }))
  await waitFor(() => expect(asked.find(({ call }) => call.endsWith('/assignment'))?.body).toEqual({ to: 'pavel' }))
})

test('a message that is being written outlives a change of the page', async () => {
  const { user, server } = await show()
  const field = screen.getByLabelText<HTMLTextAreaElement>('Write to the customer')
  await user.type(field, 'Which day')
  server.now = { ...server.now, state: 'in-progress' }
  await happens('request')
  expect(await screen.findByText('In progress')).toBeTruthy()
  expect(field.value).toBe('Which day')
  expect(document.activeElement).toBe(field)
})

test('when an act takes its own button away, the focus goes to where the new state is said', async () => {
  const server = { state: 'sent' as DeskRequest['state'] }
  const start = () => {
    server.state = 'in-progress'
  }
  const replies = { [state]: start, [one]: () => ({ ...signed, ...server }) }
  const { user } = await show({}, replies)
  await user.click(screen.getByRole('button', { name: 'Start working on it' }))
  await waitFor(() => expect(document.activeElement?.textContent).toContain('In progress'))
  expect(document.activeElement).not.toBe(document.body)
})
