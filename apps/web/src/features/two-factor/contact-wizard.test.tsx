import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { ContactWizard } from './contact-wizard.tsx'

const secret = { uri: 'otpauth://totp/Porta:p?secret=JBSWY3DPEHPK3PXP', key: 'JBSWY3DPEHPK3PXP', issuer: 'Porta', login: 'p@soler.example' }

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'shell', 'two-factor')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

test('a contact gets the key on this screen and nothing to keep: no copies, no recovery codes; a wrong code keeps the key', async () => {
  queryClient.setQueryData(answer('GET /api/me').queryKey, { contact: { email: 'm@x' }, verification: 'on' } as Me)
  const wrong = { type: 'about:blank', title: 'x', status: 401, code: 'code-wrong', requestId: 'r' }
  const confirmations = [Response.json(wrong, { status: 401 }), Response.json({ endedSessions: 2 })]
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (path.endsWith('confirm')) return confirmations.shift()
    return Response.json({ enrolmentId: 'e1', expiresAt: Date.now() + 600_000, ...secret })
  })
  const onChanged = vi.fn(async () => {})
  const user = userEvent.setup()
  render(
    <I18n>
      <MemoryRouter>
        <QueryClientProvider client={queryClient}>
          <ContactWizard contact={{ id: 'c1', name: 'Pau' }} onChanged={onChanged} onClose={() => {}} />
        </QueryClientProvider>
      </MemoryRouter>
    </I18n>,
  )
  const code = () => screen.getByRole('textbox', { name: '6-digit code' })
  await user.type(code(), '111111')
  await user.click(screen.getByRole('button', { name: 'Show the QR code' }))
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Copy the key' })).toBeNull()
  await user.type(code(), '222222')
  expect(asked).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Turn on: ON' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The code is not correct')
  expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy()
  expect(onChanged).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Turn on: ON' }))
  expect(await screen.findByRole('heading', { name: 'Done: verification is on for Pau' })).toBeTruthy()
  expect(document.activeElement?.textContent).toContain('Done')
  expect(screen.queryByText(/recovery codes/i)?.textContent).toMatch(/make recovery codes/)
  expect(asked.every((path) => path.startsWith('/api/contacts/c1/verification/'))).toBe(true)
  expect(onChanged).toHaveBeenCalledOnce()
})
