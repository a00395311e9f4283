import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import CallsPage from './calls-page.tsx'
import type { Call, DeskRequest, Found } from './desk.ts'
import { happens, refusal, showDesk } from './testing.tsx'

const person: Found = {
  contactId: 'con_1',
  maskedName: 'M•••••••t S•••r',
  company: 'Ferreteria Soler, SL',
  role: 'admin',
  main: true,
  verification: 'on',
  accepted: false,
  careUntil: null,
  request: null,
}
const callOf = (...contacts: Found[]): Call => ({ id: 'cal_1', at: Date.now(), phone: '+34 972 00 01 11', reason: 'a holder', contacts })
const draft = (state: DeskRequest['state'], more: Partial<DeskRequest> = {}): DeskRequest => ({
  ...{ id: 'req_1', number: '482177305', company: 'Ferreteria Soler, SL', by: 'Montserrat Soler', source: 'call', assignedTo: null },
  ...{ subject: 'Change the holder', service: 'soler.example', text: 'To Soler Germans, SL.', state, assurance: null, at: 1, changedAt: 1 },
  ...{ statement: null, signedAt: null, signature: null, digest: 'd1', entries: [], assignedToId: null, mayRedraft: state === 'to-sign' },
  ...{ expiresAt: state === 'to-sign' ? Date.now() + 60_000 : null, careUntil: null },
  ...more,
})
const at = '/desk?call=cal_1'
const calls = 'GET /api/desk/calls'
const one = 'GET /api/desk/requests/req_1'

afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

test('a look-up shows what may be done on this call, and the answer has the focus', async () => {
  let known: Call[] = []
  const { user, asked } = await showDesk(<CallsPage />, {
    answers: {
      [calls]: () => ({ calls: known }),
      'POST /api/desk/calls': () => {
        known = [callOf(person)]
        return known[0]
      },
    },
    at: '/desk',
  })
  await user.type(screen.getByLabelText('Number that is calling'), '972 000 111')
  await user.type(screen.getByLabelText('Reason'), 'a holder')
  await user.click(screen.getByRole('button', { name: 'Look up' }))
  expect(await screen.findByRole('heading', { name: 'Nothing may be changed on this call' })).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Answer for +34 972 00 01 11' })))
  expect(asked.find(({ call }) => call === 'POST /api/desk/calls')?.body).toEqual({ phone: '972 000 111', reason: 'a holder' })
})

test('without a reason nothing is looked up', async () => {
  const { user, times } = await showDesk(<CallsPage />, { answers: { [calls]: () => ({ calls: [] }) }, at: '/desk' })
  await user.type(screen.getByLabelText('Number that is calling'), '972000111')
  await user.click(screen.getByRole('button', { name: 'Look up' }))
  expect(times('POST /api/desk/calls')).toBe(0)
  expect(document.activeElement).toBe(screen.getByLabelText('Reason'))
})

test('each person with that number has an answer of their own', async () => {
  const free = { ...person, contactId: 'con_2', maskedName: 'P•u V•••l', verification: 'off', accepted: true } as const
  const cared = { ...free, contactId: 'con_3', accepted: false, careUntil: Date.now() + 1e8 }
  await showDesk(<CallsPage />, { answers: { [calls]: () => ({ calls: [callOf(person, free, cared)] }) }, at, path: '/desk' })
  const answer = within(await screen.findByRole('region', { name: 'Answer for +34 972 00 01 11' }))
  expect(answer.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Nothing may be changed on this call',
    'Number accepted: changes may be asked for on this call',
    'Nothing may be changed on this call',
  ])
  expect(answer.getByText(/no orders are taken by phone/)).toBeTruthy()
})

test('what is written down in the caller’s words waits, and turns green by itself when they sign', async () => {
  let now = draft('to-sign')
  let written = false
  const { user, asked } = await showDesk(<CallsPage />, {
    answers: {
      [calls]: () => ({
        calls: [callOf(written ? { ...person, request: { id: 'req_1', state: now.state, expiresAt: 1, digest: 'd1' } } : person)],
      }),
      'POST /api/desk/calls/cal_1/drafts': () => {
        written = true
        return { requestId: 'req_1', expiresAt: now.expiresAt, digest: 'd1' }
      },
      [one]: () => now,
    },
    at,
    path: '/desk',
  })
  await user.type(await screen.findByLabelText('What they ask for'), 'Change the holder')
  await user.type(screen.getByLabelText('In their words'), 'To Soler Germans, SL.')
  await user.click(screen.getByRole('button', { name: 'Send it to be signed' }))
  expect(await screen.findByText(/^Waiting for the signature · (1:00|0:5\d)$/)).toBeTruthy()
  expect(asked.find(({ call }) => call.endsWith('/drafts'))?.body).toEqual({
    contactId: 'con_1',
    subject: 'Change the holder',
    service: '',
    text: 'To Soler Germans, SL.',
  })
  now = draft('sent', { assurance: 'code', signature: 'valid' })
  await happens('request')
  expect(await screen.findByText('With a code')).toBeTruthy()
  expect(screen.queryByText(/Waiting for the signature/)).toBeNull()
  expect(screen.getByText('Signed: exactly this may be done, and nothing else.')).toBeTruthy()
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Signed, With a code')
})

test('new words that come after the signature are refused in words, and what was signed is shown', async () => {
  let now = draft('to-sign')
  const { user } = await showDesk(<CallsPage />, {
    answers: {
      [calls]: () => ({ calls: [callOf({ ...person, request: { id: 'req_1', state: now.state, expiresAt: 1, digest: 'd1' } })] }),
      [one]: () => now,
      'POST /api/desk/requests/req_1/draft': () => {
        now = draft('sent', { assurance: 'code' })
        return refusal('draft-over')
      },
    },
    at,
    path: '/desk',
  })
  await user.click(await screen.findByRole('button', { name: 'Change the words' }))
  expect(document.activeElement).toBe(screen.getByLabelText('What they ask for'))
  await user.click(screen.getByRole('button', { name: 'Send the new words' }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByText('With a code')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Change the words' })).toBeNull()
})

test('what was changed behind the back of the signature never turns green', async () => {
  const broken = draft('sent', { assurance: 'code', signature: 'void' })
  const contact = { ...person, request: { id: 'req_1', state: broken.state, expiresAt: null, digest: 'd1' } }
  await showDesk(<CallsPage />, { answers: { [calls]: () => ({ calls: [callOf(contact)] }), [one]: () => broken }, at, path: '/desk' })
  expect(await screen.findByText('Signature void')).toBeTruthy()
  expect(screen.queryByText(/exactly this may be done/)).toBeNull()
  expect(screen.queryByText('With a code')).toBeNull()
})

test('of an old call it is said what holds now: whoever has another number by now gives no orders', async () => {
  const moved = { ...person, verification: 'off' } as const
  await showDesk(<CallsPage />, { answers: { [calls]: () => ({ calls: [callOf(moved)] }) }, at, path: '/desk' })
  const answer = within(await screen.findByRole('region', { name: 'Answer for +34 972 00 01 11' }))
  expect(answer.getByText('No longer has this number')).toBeTruthy()
  expect(answer.getByRole('heading', { name: 'Nothing may be changed on this call' })).toBeTruthy()
})
