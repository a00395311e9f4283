import type { Shape } from '../../shape.ts'
import type ca from '../ca/home.ts'

export default {
  greeting: '{part, select, morning {Good morning} afternoon {Good afternoon} other {Good evening}}, {name}',
  intro: 'Your account at a glance.',
  protected: 'Protected',
  recommended: 'Recommended',
  verificationOn: 'Verification is on',
  verificationOnText: 'After your password we ask for a code from your phone.',
  verificationOff: 'Verification is off',
  verificationOffText: 'Only your password protects you now. With verification we also ask for a code from your phone.',
  turnOn: 'Turn it on',
  manage: 'Manage it',
  signIns: 'Access',
  firstSignIn: 'This is your first time here',
  previousSignIn: 'Last sign-in',
  previousSignInText: 'If it was not you, look at the open sessions.',
  firstSignInText: 'Here you will see when you last signed in.',
  seeSessions: 'See the sessions',
  devices: 'Devices',
  remembered: '{count, plural, =0 {No remembered devices} one {# remembered device} other {# remembered devices}}',
  rememberedText: 'On a remembered device you sign in without a code for 30 days.',
  seeDevices: 'See the devices',
} as const satisfies Shape<typeof ca>
