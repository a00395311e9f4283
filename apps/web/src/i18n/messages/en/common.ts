import type { Shape } from '../../shape.ts'
import type ca from '../ca/common.ts'

export default {
  skip: 'Skip to content',
  language: 'Language',
  close: 'Close',
  cancel: 'Cancel',
  wait: 'You can try again in {wait}.',
  waitOver: 'You can try again now.',
  reference: 'If you tell us about it, give us this reference: {id}',
  howToFix: 'How to fix it',
  newPassword: 'Set a new password',
  code: '6-digit code',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  thePassword: 'password',
  browserOnSystem: '{browser} on {system}',
  unknownBrowser: 'Unknown browser',
  newTab: 'opens in a new tab',
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may be misspelt, or the page has moved.',
  goHome: 'Go to the home page',
  brokenTitle: 'Something went wrong',
  brokenText: 'We could not show this page. Load it again; if it still fails, try again in a while.',
  reload: 'Reload the page',
} as const satisfies Shape<typeof ca>
