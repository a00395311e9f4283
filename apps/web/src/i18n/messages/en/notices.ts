import type { Shape } from '../../shape.ts'
import type ca from '../ca/notices.ts'

export default {
  halfTitle:
    '{count, plural, one {Somebody typed your password correctly and did not enter the code} other {# times your password was typed correctly and the code was not entered}}',
  halfList: 'Half sign-ins',
  halfMore: '{count, plural, one {and # more time} other {and # more times}}',
  halfText: 'Until you answer, we ask for the code on remembered devices too.',
  itWasMe: 'It was me',
  itWasNotMe: 'It was not me',
  halfAnswered: 'Thank you: we will not mention it again.',
  halfHelp: 'What this means',
  checkUpTitle: 'Check that verification still works for you',
  checkUpText: 'You turned it on two weeks ago. Type a code from the app now, while you are in no hurry. We ask only this once.',
  checkUpSubmit: 'Check the code',
  checkUpLater: 'Not now',
  checkUpPassed: 'All good: the code is correct.',
  checkUpPutOff: 'All right: we will not ask again.',
  checkUpTrouble: 'Does it not work?',
  checkUpWay1: 'Make sure you have your recovery codes at hand, or make new ones.',
  checkUpWay2: 'If your phone still makes codes that work, show the QR code and scan it with another phone too.',
  checkUpWay3: 'If it makes none, turn verification OFF with a recovery code, and then ON again.',
  checkUpWay: 'Go to “Two-factor authentication”',
  checkUpHelp: 'More about this check',
  codesLow:
    '{left, plural, =0 {You have no recovery codes left} one {You have # recovery code left} other {You have # recovery codes left}}',
  codesLowText: 'Without codes and without your phone you could not sign in. Make ten new ones and keep them.',
  codesLowChip: 'Worth doing',
  codesRenew: 'Make new ones',
} as const satisfies Shape<typeof ca>
