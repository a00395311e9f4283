import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'
import { type LiveEvent, watchLive } from './live.ts'

/** A line as the browser keeps it, answered by the test. */
class Line extends EventTarget {
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static all: Line[] = []
  readonly url: string
  readyState = 0
  constructor(url: string) {
    super()
    this.url = url
    Line.all.push(this)
  }
  close() {
    this.readyState = Line.CLOSED
  }
  opens() {
    this.readyState = Line.OPEN
    this.dispatchEvent(new Event('open'))
  }
  isRefused() {
    this.readyState = Line.CLOSED
    this.dispatchEvent(new Event('error'))
  }
  breaks() {
    this.readyState = 0
    this.dispatchEvent(new Event('error'))
  }
  says(kind: string, data: object) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }))
  }
}
const last = () => Line.all.at(-1) as Line
const openLines = () => Line.all.filter(({ readyState }) => readyState !== Line.CLOSED).length

let hidden = false
const stops: (() => void)[] = []
function listen() {
  const heard: LiveEvent[] = []
  const stop = watchLive((event) => heard.push(event))
  stops.push(stop)
  return { heard, stop }
}
function look(away: boolean) {
  hidden = away
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  Line.all = []
  hidden = false
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const signed = { requestId: 'r1', contactId: 'c1', state: 'sent', at: 1 }

test('all listeners of a tab share one line, and the last one to leave closes it', () => {
  const one = listen()
  const other = listen()
  expect(Line.all).toHaveLength(1)
  expect(last().url).toBe('/api/live')
  last().opens()
  last().says('request', signed)
  expect(one.heard).toEqual([
    { kind: 'open', data: null },
    { kind: 'request', data: signed },
  ])
  expect(other.heard).toEqual(one.heard)
  one.stop()
  expect(openLines()).toBe(1)
  other.stop()
  expect(openLines()).toBe(0)
})

test('whoever joins an open line hears at once that it is open', () => {
  listen()
  last().opens()
  expect(listen().heard).toEqual([{ kind: 'open', data: null }])
})

test('a line that broke is left to the browser, and is told when it is open again', () => {
  const { heard } = listen()
  last().opens()
  last().breaks()
  vi.advanceTimersByTime(60_000)
  expect(Line.all).toHaveLength(1)
  last().opens()
  expect(heard.map(({ kind }) => kind)).toEqual(['open', 'open'])
})

test('a refused line is tried again, each time after a longer wait', () => {
  listen()
  last().isRefused()
  vi.advanceTimersByTime(4999)
  expect(Line.all).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(Line.all).toHaveLength(2)
  last().isRefused()
  vi.advanceTimersByTime(9999)
  expect(Line.all).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(Line.all).toHaveLength(3)
})

test('a tab that nobody looks at has no line, and opens one when it is seen again', () => {
  const { heard } = listen()
  last().opens()
  look(true)
  expect(openLines()).toBe(0)
  look(false)
  expect(openLines()).toBe(1)
  last().opens()
  expect(heard.map(({ kind }) => kind)).toEqual(['open', 'open'])
})

test.each([
  ['signing out', 'POST /api/sign-out', () => new Response(null, { status: 204 })],
  ['a session that has ended', 'GET /api/me', () => Response.json({ code: 'not-signed-in' }, { status: 401 })],
] as const)('%s closes the line, and it stays closed', async (_, key, answer) => {
  vi.stubGlobal('fetch', async () => answer())
  listen()
  last().opens()
  await call(key).catch(() => {})
  expect(openLines()).toBe(0)
  look(true)
  look(false)
  vi.advanceTimersByTime(3_600_000)
  expect(Line.all).toHaveLength(1)
})

test('a sign-out that failed keeps the line', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  listen()
  last().opens()
  await call('POST /api/sign-out').catch(() => {})
  expect(openLines()).toBe(1)
})
