import { afterEach, expect, test, vi } from 'vitest'
import { call } from '../api/call.ts'
import { answer, queryClient } from '../api/query-client.ts'
import { isSessionOver } from '../api/session-over.ts'
import './lead-elsewhere.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  history.replaceState(null, '', '/')
  queryClient.clear()
})

const endTheSession = () => {
  const document = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in', requestId: 'req_1' }
  vi.stubGlobal('fetch', async () => Response.json(document, { status: 401 }))
  return vi.spyOn(location, 'replace').mockImplementation(() => {})
}

test('without a session every page leads to sign-in and back', async () => {
  const replace = endTheSession()
  history.replaceState(null, '', '/account/sessions')
  void queryClient.fetchQuery(answer('GET /api/me')).catch(() => {})
  await vi.waitFor(() => expect(replace).toHaveBeenCalledWith('/sign-in?returnTo=%2Faccount%2Fsessions'))
})

test('a session that wrong codes have ended leads to sign-in, which says why', async () => {
  const document = { type: 'about:blank', title: '', status: 401, code: 'signed-out', requestId: 'req_1' }
  vi.stubGlobal('fetch', async () => Response.json(document, { status: 401 }))
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => {})
  history.replaceState(null, '', '/account')
  void queryClient.fetchQuery(answer('GET /api/me')).catch(() => {})
  await vi.waitFor(() => expect(replace).toHaveBeenCalledWith('/sign-in?returnTo=%2Faccount&ended=codes'))
})

test('a refusal that arrives on the sign-in page leaves no open question behind', async () => {
  const replace = endTheSession()
  history.replaceState(null, '', '/sign-in')
  void queryClient.fetchQuery(answer('GET /api/me')).catch(() => {})
  expect(queryClient.getQueryCache().getAll()).toHaveLength(1)
  await vi.waitFor(() => expect(queryClient.getQueryCache().getAll()).toHaveLength(0))
  expect(replace).not.toHaveBeenCalled()
})

test.each(['/help', '/receipt'])('%s, which anybody may read, is only loaded anew without the person', async (page) => {
  const replace = endTheSession()
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  history.replaceState(null, '', page)
  void queryClient.fetchQuery(answer('GET /api/me')).catch(() => {})
  await vi.waitFor(() => expect(reload).toHaveBeenCalled())
  expect(replace).not.toHaveBeenCalled()
})

test.each(['not-signed-in', 'signed-out'])('words that nobody has sent yet are not lost with the session (%s)', async (code) => {
  const refusal = { type: 'about:blank', title: '', status: 401, code, requestId: 'req_1' }
  vi.stubGlobal('fetch', async () => Response.json(refusal, { status: 401 }))
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => {})
  history.replaceState(null, '', '/requests/new')
  const words = document.body.appendChild(document.createElement('textarea'))
  words.value = 'Poseu mail.soler.example.'
  await expect(call('GET /api/me')).rejects.toMatchObject({ code })
  expect(replace).not.toHaveBeenCalled()
  expect(isSessionOver()).toBe(true)

  words.remove()
  void call('GET /api/me')
  await vi.waitFor(() => expect(replace).toHaveBeenCalled())
  vi.stubGlobal('fetch', async () => Response.json({}))
  await call('GET /api/me')
  expect(isSessionOver()).toBe(false)
})
