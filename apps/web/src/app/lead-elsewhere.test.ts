import { afterEach, expect, test, vi } from 'vitest'
import { answer, queryClient } from '../api/query-client.ts'
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
