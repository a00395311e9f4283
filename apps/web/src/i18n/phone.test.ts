import { expect, test } from 'vitest'
import { groupPhone } from './phone.ts'

test.each([
  ['+34972000111', '+34 972 000 111'],
  ['+420222000201', '+420 222 000 201'],
  ['+376812345', '+376 812 345'],
  ['+12025550123', '+1 202 555 0123'],
  ['972 00 01 11', '972 00 01 11'],
  ['', ''],
])('%s reads as "%s"', (phone, words) => {
  expect(groupPhone(phone)).toBe(words)
})
