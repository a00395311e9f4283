import { afterEach, expect, test, vi } from 'vitest'
import { watchCalls } from './call.ts'
import { upload } from './upload.ts'

/** The browser's request, answered by the test. */
class FakeRequest {
  static last: FakeRequest
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  headers: Record<string, string> = {}
  opened = ''
  status = 0
  responseText = ''
  body: unknown
  onload = () => {}
  onerror = () => {}
  onabort = () => {}
  constructor() {
    FakeRequest.last = this
  }
  open(method: string, path: string) {
    this.opened = `${method} ${path}`
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }
  send(body: unknown) {
    this.body = body
  }
  abort() {
    this.onabort()
  }
  answer(status: number, body: object) {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload()
  }
}
afterEach(() => vi.unstubAllGlobals())

function start(more: { onSent?: (part: number) => void; signal?: AbortSignal } = {}) {
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const file = new Blob(['%PDF-1.7'])
  const coming = upload('POST /api/recovery/case/documents', { query: { name: 'a&b ñ.pdf' }, file, ...more })
  return { file, coming, request: FakeRequest.last }
}

test('a file travels as it is, with its name in the query', async () => {
  const { file, coming, request } = start()
  expect(request.opened).toBe('POST /api/recovery/case/documents?name=a%26b+%C3%B1.pdf')
  expect(request.headers).toEqual({ 'content-type': 'application/octet-stream' })
  expect(request.body).toBe(file)
  request.answer(200, { id: 'doc_1', name: 'a', type: 'pdf', bytes: 8, at: 1 })
  await expect(coming).resolves.toMatchObject({ id: 'doc_1' })
})

test('it says on the way how far it is', () => {
  const onSent = vi.fn<(part: number) => void>()
  const { request } = start({ onSent })
  request.upload.onprogress?.({ loaded: 1, total: 4 })
  request.upload.onprogress?.({ loaded: 4, total: 4 })
  expect(onSent.mock.calls).toEqual([[0.25], [1]])
})

test('a refusal carries its code and what is wrong with the file, and watchers hear of it', async () => {
  const heard: unknown[] = []
  const stop = watchCalls(({ key, problem }) => {
    heard.push([key, problem?.code])
    return false
  })
  const { coming, request } = start()
  request.answer(422, { code: 'document-refused', requestId: 'req_1', fields: { file: 'encrypted' } })
  await expect(coming).rejects.toMatchObject({ code: 'document-refused', fields: { file: 'encrypted' } })
  stop()
  expect(heard).toEqual([['POST /api/recovery/case/documents', 'document-refused']])
})

test('what does not arrive, or is given up, is no answer', async () => {
  const lost = start()
  lost.request.onerror()
  await expect(lost.coming).rejects.toMatchObject({ code: 'offline' })
  const abort = new AbortController()
  const cancelled = start({ signal: abort.signal })
  abort.abort()
  await expect(cancelled.coming).rejects.toMatchObject({ code: 'offline' })
})
