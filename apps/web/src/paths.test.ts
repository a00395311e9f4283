import { expect, test } from 'vitest'
import { paths, sameOriginPath, wantedReturn } from './paths.ts'

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'https:evil',
  'javascript:alert(1)',
  '',
  'account',
  '/.//evil.example',
  null,
])('the return address %s leads home', (wish) => expect(sameOriginPath(wish)).toBe('/'))

test('a return address of this site survives the way through sign-in', () => {
  const signIn = paths.signIn('/account/sessions?x=1#here')
  expect(wantedReturn(signIn.slice(signIn.indexOf('?')))).toBe('/account/sessions?x=1#here')
  expect(paths.signIn('/')).toBe('/sign-in')
  expect(paths.signIn('/sign-in/code')).toBe('/sign-in')
})
