import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { queryClient } from '../../api/query-client.ts'
import { useFirstCall } from './use-first-call.ts'

class Line extends EventTarget {
  static readonly OPEN = 1
  static last: Line
  readonly readyState = 1
  readonly url: string
  closed = false
  constructor(url: string) {
    super()
    this.url = url
    Line.last = this
  }
  close() {
    this.closed = true
  }
}

const Watching = () => <p>{useFirstCall('a1')?.operation ?? 'waiting'}</p>
const lastUse = (id: string, use: object | null) => ({ apiContacts: [{ id, lastUse: use }], checklist: {}, wsdl: '' })

function show(known: object = lastUse('a1', null)) {
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => Response.json(known)),
  )
  render(<Watching />)
  return Line.last
}
const hear = (line: Line, contactId: string) =>
  act(async () => {
    line.dispatchEvent(new MessageEvent('api-call', { data: JSON.stringify({ contactId, operation: 'Login', at: 1 }) }))
  })

afterEach(() => {
  vi.unstubAllGlobals()
  queryClient.clear()
})

test('the call of this program is heard, that of another is not, and then the line is closed', async () => {
  const line = show()
  expect(line.url).toBe('/api/live')
  await hear(line, 'another')
  expect(screen.getByText('waiting')).toBeTruthy()
  await hear(line, 'a1')
  expect(screen.getByText('Login')).toBeTruthy()
  expect(line.closed).toBe(true)
})

test('a call that came before the line was open is found', async () => {
  const line = show(lastUse('a1', { at: 1, operation: 'ListRequests', place: '' }))
  await act(async () => void line.dispatchEvent(new Event('open')))
  expect(await screen.findByText('ListRequests')).toBeTruthy()
})

test('with the first call, what was known of the programs before is old', async () => {
  const line = show()
  queryClient.setQueryData(['GET /api/api-contacts'], lastUse('a1', null))
  await hear(line, 'a1')
  expect(queryClient.getQueryState(['GET /api/api-contacts'])?.isInvalidated).toBe(true)
})
