import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import CasePage from './case-page.tsx'
import type { DeskCase } from './desk.ts'
import { refusal, showDesk } from './testing.tsx'

const held: NonNullable<DeskCase['held']> = {
  name: 'Montserrat Soler',
  email: 'montserrat@soler.example',
  phone: '+34972000111',
  form: { text: 'I have lost the device.', fingerprint: 'ab12'.repeat(16) },
  documents: [{ id: 'doc_1', name: 'form.pdf', type: 'pdf', bytes: 1_234_567, at: 1 }],
}
const mine: DeskCase = {
  ...{ id: 'cas_1', number: '482177305', company: 'Ferreteria Soler, SL', state: 'review', forCompany: false, openedAt: 1, submittedAt: 2 },
  ...{ heldBy: 'Núria Camps', heldByMe: true, held, checklist: ['number-and-fingerprint', 'certified-signature'], vouchedBy: null },
  ...{ firstApproval: null, coolingEndsAt: null, entries: [], may: ['release', 'ask-again', 'approve', 'refuse'] },
}
const approve = 'POST /api/desk/recovery-cases/cas_1/approve'

afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

async function show(first: Partial<DeskCase> = {}, replies: (server: { now: DeskCase }) => Record<string, () => unknown> = () => ({})) {
  const server = { now: { ...mine, ...first } }
  const desk = await showDesk(<CasePage />, {
    answers: { 'GET /api/desk/recovery-cases/cas_1': () => server.now, ...replies(server) },
    at: '/desk/recovery/cas_1',
    path: '/desk/recovery/:caseId',
  })
  await screen.findByRole('heading', { level: 1 })
  return desk
}
const decide = async (user: Awaited<ReturnType<typeof show>>['user']) => {
  await user.type(screen.getByLabelText('Why you approve it'), 'All fits.')
  await user.type(screen.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(screen.getByRole('button', { name: 'Approve it' }))
}
const firstApproval = { by: 'Núria Camps', mine: true, at: 3, reason: 'All fits.' }

test('scans are only offered as files to save', async () => {
  await show()
  const link = screen.getByRole('link', { name: 'Save form.pdf' })
  expect(link.getAttribute('href')).toBe('/api/desk/recovery-cases/cas_1/documents/doc_1')
  expect(link.hasAttribute('download')).toBe(true)
  expect(document.querySelector('iframe, embed, object, img')).toBeNull()
})

test('without the whole checklist nothing is approved', async () => {
  const { user, times } = await show()
  await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement)
  await decide(user)
  expect(times(approve)).toBe(0)
  expect(screen.getByRole('alert')).toBeTruthy()
})

test('after the first approval the screen says that another person must', async () => {
  const { user, asked } = await show({}, (server) => ({
    [approve]: () => {
      server.now = { ...mine, state: 'second-review', heldBy: null, heldByMe: false, held: null, firstApproval, may: [] }
      return { state: 'second-review' }
    },
  }))
  for (const box of screen.getAllByRole('checkbox')) await user.click(box)
  await decide(user)
  expect(await screen.findByText('You approved it. Now another person must.')).toBeTruthy()
  expect(asked.find(({ call }) => call === approve)?.body).toEqual({
    checked: ['number-and-fingerprint', 'certified-signature'],
    reason: 'All fits.',
    code: '123456',
  })
  expect(screen.queryByRole('button', { name: 'Approve it' })).toBeNull()
  expect(screen.queryByText('Montserrat Soler')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Where it stands')
})

test('the second person sees who approved first and why, and is asked to check everything anew', async () => {
  await show({ state: 'second-review', firstApproval: { ...firstApproval, by: 'Pavel Novák', mine: false } })
  expect(screen.getByText(/It takes the second approval/)).toBeTruthy()
  expect(screen.getByText(/Pavel Novák approved it/)).toBeTruthy()
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').every(({ checked }) => !checked)).toBe(true)
})

test('whoever does not hold a case sees neither the person nor the scans', async () => {
  await show({ held: null, heldBy: 'Pavel Novák', heldByMe: false, may: [] })
  expect(screen.queryByText('Whose case it is')).toBeNull()
  expect(screen.queryByRole('link', { name: /Save/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Approve it' })).toBeNull()
})

test('during the cooling-off the time that is left is said, and the case can still be refused', async () => {
  const { user, asked } = await show({ state: 'cooling', held: null, coolingEndsAt: Date.now() + 3_600_000, may: ['refuse'] })
  expect(screen.getByText(/The change will be made in (1 h|59 min)/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Refuse it' }))
  const dialog = within(screen.getByRole('dialog'))
  await user.type(dialog.getByLabelText('Reason'), 'They called: it was not them.')
  await user.type(dialog.getByRole('textbox', { name: '6-digit code' }), '123456')
  await user.click(dialog.getByRole('button', { name: 'Refuse it' }))
  await waitFor(() =>
    expect(asked.find(({ call }) => call.endsWith('/refuse'))?.body).toEqual({ reason: 'They called: it was not them.', code: '123456' }),
  )
})

test('a case that somebody else has taken meanwhile says so and shows who', async () => {
  const { user } = await show({ held: null, heldBy: null, heldByMe: false, may: ['claim'] }, (server) => ({
    'POST /api/desk/recovery-cases/cas_1/claim': () => {
      server.now = { ...server.now, heldBy: 'Pavel Novák', may: [] }
      return refusal('not-held', 403)
    },
  }))
  await user.click(screen.getByRole('button', { name: 'Hold the case' }))
  expect(await screen.findByText('Pavel Novák')).toBeTruthy()
  expect(screen.getByRole('alert')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Hold the case' })).toBeNull()
})
