import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Main',
  home: 'Home',
  contacts: 'Contacts',
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
  companyNav: 'Company',
  board: 'Verification',
  companyActivity: 'Activity',
  leavers: 'Leavers',
  adminsOnlyTitle: 'For admins only',
  adminsOnly: 'This part is for the people who manage the company. If you need something from here, ask one of them.',
  ownFirst: 'To manage the verification of others you need your own to be on first.',
  ownFirstGo: 'Turn mine on',
} as const satisfies Shape<typeof ca>
