import { expect, test } from 'vitest'
import { dayOf, daysFrom, startOf } from './day.ts'

const noon = new Date(2026, 9, 24, 12).getTime()

test('a day is written and read back in the zone of this browser', () => {
  expect(dayOf(noon)).toBe('2026-10-24')
  expect(startOf('2026-10-24')).toBe(new Date(2026, 9, 24).getTime())
})

test('the night when the clocks change makes no day shorter or longer', () => {
  expect(dayOf(daysFrom(noon, 1))).toBe('2026-10-25')
  expect(dayOf(daysFrom(noon, 2))).toBe('2026-10-26')
})
