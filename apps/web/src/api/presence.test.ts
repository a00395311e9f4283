import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'

const fetcher = vi.fn<typeof fetch>(async () => new Response(null, { status: 204 }))
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetcher)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const isUnattended = async () => {
  await call('GET /api/me')
  return new Headers(fetcher.mock.lastCall?.[1]?.headers).has('x-unattended')
}

test('what a page asks by itself, a minute after anybody did anything, is said to be unattended', async () => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
  vi.advanceTimersByTime(59_000)
  expect(await isUnattended()).toBe(false)
  vi.advanceTimersByTime(1000)
  expect(await isUnattended()).toBe(true)
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(await isUnattended()).toBe(false)
})

test('a focus that the page moves by itself is nobody', async () => {
  vi.advanceTimersByTime(3_600_000)
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  expect(document.activeElement).toBe(button)
  expect(await isUnattended()).toBe(true)
})
