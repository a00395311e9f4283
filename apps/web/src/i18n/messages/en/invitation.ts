import type { Shape } from '../../shape.ts'
import type ca from '../ca/invitation.ts'

export default {
  title: 'You are invited to Porta',
  checking: 'Checking the invitation…',
  hello: 'Hello, {name}. {by} has added you as a contact of <b>{company}</b>.',
  signInAs: 'You will sign in as <b>{email}</b>. All that is missing is a password.',
  submit: 'Accept and save the password',
  notYours: 'If you did not expect this invitation, close the page: nothing will change.',
  deadTitle: 'This invitation no longer works',
  deadText: 'It has expired, was withdrawn or has been used. Ask whoever invited you to send it again.',
  toSignIn: 'Go to the sign-in page',
  tryAgain: 'Try again',
} as const satisfies Shape<typeof ca>
