import { afterEach, expect, test, vi } from 'vitest'
import { call, watchCalls } from './call.ts'
import { ApiProblem } from './problem.ts'

const answerWith = (answer: () => Promise<Response>) => {
  const fetcher = vi.fn<typeof fetch>(answer)
  vi.stubGlobal('fetch', fetcher)
  return fetcher
}
const refusal = (code: string, more: object = {}, status = 401) =>
  Response.json({ type: 'about:blank', title: code, status, code, requestId: 'req_1', ...more }, { status })

afterEach(() => vi.unstubAllGlobals())

test('a body travels as JSON and the reply comes back as the contract says', async () => {
  const fetcher = answerWith(async () => Response.json({ next: 'code' }))
  const { next } = await call('POST /api/sign-in/password', { body: { email: 'a@b.example', password: 'x' } })
  expect(next).toBe('code')
  const [path, init] = fetcher.mock.calls[0] ?? []
  expect(path).toBe('/api/sign-in/password')
  expect(init).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"email":"a@b.example","password":"x"}',
  })
})

test('a parameter cannot leave its place in the path', async () => {
  const fetcher = answerWith(async () => new Response(null, { status: 204 }))
  await expect(call('DELETE /api/sessions/:sessionId', { params: { sessionId: '../a/b?c' } })).resolves.toBeNull()
  expect(fetcher.mock.calls[0]?.[0]).toBe('/api/sessions/..%2Fa%2Fb%3Fc')
})

test('a refusal carries its code, its fields and when to try again', async () => {
  answerWith(async () => refusal('code-used', { retryAfterSeconds: 20, fields: { code: 'not-a-code' } }))
  const problem = await call('GET /api/me').catch((error: unknown) => error as ApiProblem)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ code: 'code-used', requestId: 'req_1', fields: { code: 'not-a-code' } })
  expect((problem as ApiProblem).retryAt).toBeGreaterThan(Date.now())
})

test.each([
  ['offline', () => Promise.reject(new TypeError('failed'))],
  ['unavailable', async () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['unexpected', async () => new Response('<h1>Teapot</h1>', { status: 418 })],
  ['unexpected', async () => new Response('<h1>Not JSON</h1>', { status: 200 })],
] as const)('what is no answer of ours becomes %s', async (code, answer) => {
  answerWith(answer)
  await expect(call('GET /api/me')).rejects.toMatchObject({ code })
})

test('a refusal that a watcher takes over is told to nobody else', async () => {
  answerWith(async () => refusal('not-signed-in'))
  const stop = watchCalls(({ problem }) => problem?.code === 'not-signed-in')
  const settled = vi.fn()
  void call('GET /api/me').then(settled, settled)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(settled).not.toHaveBeenCalled()
  stop()
  await expect(call('GET /api/me')).rejects.toMatchObject({ code: 'not-signed-in' })
})

test('what was asked while the session got another token is asked once more; what is refused without that is not', async () => {
  let isChanged = false
  const change = Promise.withResolvers<Response>()
  const fetcher = answerWith(() =>
    isChanged ? Promise.resolve(Response.json({ strong: true })) : Promise.resolve(refusal('not-signed-in')),
  )
  fetcher.mockImplementationOnce(() => change.promise)
  const changing = call('POST /api/sign-out')
  const strength = call('GET /api/me').catch((error: unknown) => error)
  await new Promise((resolve) => setTimeout(resolve, 5))
  isChanged = true
  change.resolve(new Response(null, { status: 204 }))
  await changing
  expect(await strength).toEqual({ strong: true })
  expect(fetcher).toHaveBeenCalledTimes(3)

  isChanged = false
  await expect(call('GET /api/me')).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(fetcher).toHaveBeenCalledTimes(4)
  await Promise.all(
    [call('POST /api/sign-out'), call('POST /api/sign-out')].map((both) => expect(both).rejects.toMatchObject({ code: 'not-signed-in' })),
  )
})
