import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { vi } from 'vitest'
import { answer, queryClient } from '../../api/query-client.ts'
import type { Me } from '../../api/session.ts'
import { I18n, loadMessages, setLanguage } from '../../i18n/i18n.tsx'
import { DeskLive } from './desk-live.ts'

/** The line of server-sent events, in the hands of a test. */
export class Line extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static last: Line
  readyState = 1
  constructor() {
    super()
    Line.last = this
  }
  close() {
    this.readyState = 2
  }
}

/** Something happened to a request or a case. */
export const happens = (kind: 'request' | 'case') =>
  act(async () => void Line.last.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify({ state: 'sent', at: 1 }) })))

export const refusal = (code: string, status = 409) =>
  Response.json({ type: 'about:blank', title: code, status, code, requestId: 'r1' }, { status })

type Answers = Record<string, (body: unknown) => unknown>

/** Shows a page of the desk as one of its people sees it; `answers` are the server, by method and path, and may change while it is shown. */
export async function showDesk(page: ReactNode, { answers, at, path = at }: { answers: Answers; at: string; path?: string }) {
  await act(async () => {
    await setLanguage('en')
    await loadMessages('common', 'problems', 'problems-inside', 'shell', 'desk')
  })
  const me = { contact: { id: 'nuria', email: 'n@porta.example', name: 'Núria Camps' }, company: { operator: true }, staff: true }
  queryClient.setQueryData(answer('GET /api/me').queryKey, { ...me, verification: 'on' } as Me)
  const asked: { call: string; body: unknown }[] = []
  const fetcher = vi.fn<typeof fetch>(async (input, init) => {
    const call = `${init?.method} ${input}`
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : undefined
    asked.push({ call, body })
    const reply = answers[call]?.(body)
    if (reply instanceof Response) return reply
    return reply === undefined ? new Response(null, { status: 204 }) : Response.json(reply)
  })
  vi.stubGlobal('fetch', fetcher)
  vi.stubGlobal('EventSource', Line)
  await act(async () =>
    render(
      <I18n>
        <MemoryRouter initialEntries={[at]}>
          <QueryClientProvider client={queryClient}>
            <DeskLive />
            <Routes>
              <Route path={path} element={page} />
            </Routes>
          </QueryClientProvider>
        </MemoryRouter>
      </I18n>,
    ),
  )
  const times = (call: string) => asked.filter((one) => one.call === call).length
  return { user: userEvent.setup(), asked, times }
}
