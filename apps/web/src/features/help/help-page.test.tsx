import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { IntlProvider } from 'use-intl/react'
import { expect, test } from 'vitest'
import help from '../../i18n/messages/ca/help.ts'
import { Link } from '../../link.tsx'
import HelpPage from './help-page.tsx'
import { sections } from './sections.ts'

function open(address: string) {
  const messages = { help } as unknown as NonNullable<Parameters<typeof IntlProvider>[0]['messages']>
  return render(
    <IntlProvider locale="ca" timeZone="Europe/Madrid" messages={messages}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/help" element={<HelpPage />} />
          <Route path="*" element={<Link to="/help#lost-device">He perdut el dispositiu</Link>} />
        </Routes>
      </MemoryRouter>
    </IntlProvider>,
  )
}

test('each line of the contents leads to a section of the same name', () => {
  open('/help')
  const contents = within(screen.getByRole('navigation', { name: 'En aquesta pàgina' }))
  for (const { id, title } of sections) {
    const name = String(help[title])
    expect(contents.getByRole('link', { name }).getAttribute('href')).toBe(`/help#${id}`)
    expect(screen.getByRole('region', { name }).id).toBe(id)
  }
})

test('every sentence of the help is on the page, once', () => {
  open('/help')
  const shown = sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => (typeof block === 'string' ? [block] : 'steps' in block ? block.steps : block.points)),
  ])
  expect(['title', 'intro', 'contents', ...shown].sort()).toEqual(Object.keys(help).sort())
})

test('an address with a section starts there', async () => {
  open('/help#codes-refused')
  await waitFor(() => expect(document.activeElement?.id).toBe('codes-refused'))
})

test('a link followed inside the client area leads to the section, and again when the same link is followed again', async () => {
  open('/sign-in/code')
  await userEvent.click(screen.getByRole('link', { name: 'He perdut el dispositiu' }))
  await waitFor(() => expect(document.activeElement?.id).toBe('lost-device'))

  const link = screen.getByRole('link', { name: 'Si perds el mòbil' })
  await userEvent.click(link)
  await waitFor(() => expect(document.activeElement?.id).toBe('lost-device'))
})

test('an unknown section leaves the page at its beginning', () => {
  open('/help#nothing-here')
  const heading = screen.getByRole('heading', { level: 1, name: 'Ajuda' })
  expect([heading, document.body]).toContain(document.activeElement)
})
