import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Main',
  home: 'Home',
  help: 'Help',
  signIn: 'Sign in',
  signOut: 'Sign out',
  stillSignedIn: 'We could not sign you out: you are still signed in.',
  account: 'Your account:',
  accountNav: 'Account',
  details: 'My details',
  twoFactor: 'Two-factor authentication',
  sessions: 'Devices and sessions',
  password: 'Password',
  activity: 'Activity',
} as const satisfies Shape<typeof ca>
