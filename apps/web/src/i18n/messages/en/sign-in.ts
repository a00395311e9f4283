import type { Shape } from '../../shape.ts'
import type ca from '../ca/sign-in.ts'

export default {
  title: 'Sign in to the client area',
  intro: 'Manage your services and who can reach them.',
  email: 'E-mail',
  submit: 'Sign in',
  forgotPassword: 'Forgot your password?',
  passwordSet: 'Your password was changed. Sign in with the new one.',
  codeTitle: 'Verification code',
  codeIntro: 'Open the authenticator app on your phone and type the 6-digit code for <b>Porta</b>.',
  remember: 'Remember verification on this device for 30 days',
  rememberHint: 'Do not do this on a shared computer.',
  codeSubmit: 'Verify and sign in',
  useRecoveryCode: 'Use a recovery code',
  lostDevice: 'I lost my phone',
  recoveryTitle: 'Recovery code',
  recoveryIntro: 'Type one of the codes you kept when you turned verification on. Each code works once.',
  recoveryCode: 'Recovery code',
  recoveryHint: 'Ten letters and digits, with or without the dash.',
  useApp: 'Use the code from the app',
  codesLeft: `{left, plural,
    =0 {You have used your last recovery code. Make new ones.}
    one {You have # recovery code left.}
    other {You have # recovery codes left.}}`,
} as const satisfies Shape<typeof ca>
