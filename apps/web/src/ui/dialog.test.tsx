import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Dialog } from './dialog.tsx'

function Asking() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        ask
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Sure?">
        <button type="button" onClick={() => setOpen(false)}>
          no
        </button>
      </Dialog>
    </>
  )
}

test('a dialog is modal, named by its title, and empty while it is closed', async () => {
  const user = userEvent.setup()
  render(<Asking />)
  expect(screen.queryByRole('button', { name: 'no', hidden: true })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'ask' }))
  expect(screen.getByRole('dialog', { name: 'Sure?' }).hasAttribute('open')).toBe(true)
  await user.click(screen.getByRole('button', { name: 'no' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByRole('button', { name: 'no', hidden: true })).toBeNull()
})
