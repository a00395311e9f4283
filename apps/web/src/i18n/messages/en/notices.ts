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
  toSignTitle: '{count, plural, one {A request waits for your signature} other {# requests wait for your signature}}',
  toSignList: 'To be signed',
  toSignLeft: '{left} left',
  toSignRead: 'Read and sign',
  toSignReadOne: 'Read and sign: {subject}',
  caseTitle: 'Somebody has said that you lost your phone',
  caseNumber: 'Case {number}',
  caseText:
    'They opened a case to turn your verification off. If it was you, do nothing. If not, stop it: nothing about your account will change.',
  caseStop: 'Stop the case',
  caseStopTitle: 'Do you want to stop the case?',
  caseStopText:
    'The case is closed, your account stays as it is, and we tell everybody who knew. Whoever opened it knows your password: if it was not you, change it afterwards.',
  caseStopped: 'The case is stopped.',
  caseHelp: 'What this means',
  careTitle: 'Until {until} we take special care of your account',
  careAdmin:
    "You have just got your access back. Until then you cannot change anything about the company's people or give orders by phone. You can still look at everything and send requests.",
  careMember: 'You have just got your access back. Until then we accept no orders by phone from your number. You can still send requests.',
  careHelp: 'Why',
  companyCasesTitle:
    '{count, plural, one {Somebody of the company says that their phone is lost} other {# people of the company say that their phones are lost}}',
  companyCasesText: 'Talk to them: if it is true, you can confirm it; if not, stop it.',
  companyCasesSee: 'See what it is about',
  sessionOverTitle: 'Your session has ended, but what you have written is still here.',
  sessionOverText: 'Sign in again in another tab, then send it from this one.',
  sessionOverSignIn: 'Sign in in another tab',
} as const satisfies Shape<typeof ca>
