import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useCountdown } from './use-countdown.ts'

afterEach(() => vi.useRealTimers())

test('a countdown runs to zero and stays there', () => {
  vi.useFakeTimers()
  const { result } = renderHook(({ deadline }) => useCountdown(deadline), { initialProps: { deadline: Date.now() + 3000 } })
  expect(result.current).toBe(3)
  act(() => vi.advanceTimersByTime(1000))
  expect(result.current).toBe(2)
  act(() => vi.advanceTimersByTime(5000))
  expect(result.current).toBe(0)
})
