import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { BrowserRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import ApproveBrowserPage from './approve-browser-page.tsx'
import NotMePage from './not-me-page.tsx'

const token = 'B'.repeat(43)

beforeEach(() =>
  act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'mailed-links')
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

function open(Page: ComponentType, hash: string, answer = () => new Response(null, { status: 204 })) {
  const fetcher = vi.fn<typeof fetch>(async () => answer())
  vi.stubGlobal('fetch', fetcher)
  history.replaceState(null, '', `/from-a-mail${hash}`)
  render(
    <I18n>
      <BrowserRouter>
        <Page />
      </BrowserRouter>
    </I18n>,
  )
  return fetcher
}

const pages: [string, ComponentType, string, string, string][] = [
  ['not-me', NotMePage, 'This was not me', '/api/not-me', 'Done: nobody else can sign in with the password'],
  ['approve-browser', ApproveBrowserPage, 'Approve this browser', '/api/browsers/approve', 'Browser approved'],
]

test.each(pages)('%s changes nothing by being opened, and acts by its button', async (_, Page, button, path, done) => {
  const fetcher = open(Page, `#${token}`)
  expect(fetcher).not.toHaveBeenCalled()
  expect(location.href).not.toContain(token)
  await userEvent.setup().click(screen.getByRole('button', { name: button }))
  expect(await screen.findByRole('heading', { name: done })).toBeTruthy()
  expect(fetcher).toHaveBeenCalledExactlyOnceWith(path, expect.objectContaining({ method: 'POST', body: JSON.stringify({ token }) }))
})

test.each(pages)('%s says that its link is over', async (_, Page, button) => {
  const document = { type: 'about:blank', title: '', status: 410, code: 'link-over', requestId: 'req_1' }
  open(Page, `#${token}`, () => Response.json(document, { status: 410 }))
  await userEvent.setup().click(screen.getByRole('button', { name: button }))
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy()
})

test.each(pages)('%s asks again when another link is opened in the same tab', async (_, Page, button) => {
  const fetcher = open(Page, `#${token}`)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: button }))
  const other = 'C'.repeat(43)
  // as browsers do when only what is behind the # changes
  history.pushState(null, '', `/from-a-mail#${other}`)
  act(() => void dispatchEvent(new PopStateEvent('popstate')))
  await user.click(await screen.findByRole('button', { name: button }))
  expect(fetcher).toHaveBeenLastCalledWith(expect.anything(), expect.objectContaining({ body: JSON.stringify({ token: other }) }))
})

test.each(pages)('%s without a token has nothing to press', (_, Page, button) => {
  open(Page, '')
  expect(screen.getByRole('heading', { name: 'This link no longer works' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: button })).toBeNull()
})
