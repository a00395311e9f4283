import { oneLine } from './clean.ts'
import { desk, endOthers, newPassword, nothingToDo, open } from './phrases.en.ts'
import type { Fact, RequestLetters } from './words.ts'

const about = (number: string, subject: string): Fact[] => [
  ['Number', number],
  ['Subject', subject],
]
const assured = {
  code: 'with a code from the app',
  'trusted-device': 'from a remembered device',
  password: 'with the password; verification is off',
  program: 'by a program',
}
const follow = 'If this was you, you can follow it in the client area, under “Requests”.'
const changes = {
  'in-progress': ['we are working on your request', 'We have started to work on a request of yours.'],
  done: ['your request is done', 'We have done what you asked for in a request.'],
  refused: ['we will not carry out your request', 'We cannot do what you asked for in a request.'],
  withdrawn: ['your request has been withdrawn', 'A request of yours has been withdrawn: we will not carry it out.'],
} as const

/** The letters in English about authorised requests. */
export const requests: RequestLetters = {
  'request-sent': ({ number, subject, assurance }) => ({
    subject: 'we have received your request',
    happened: 'We have received a request of yours and sealed it just as you sent it.',
    facts: [...about(number, subject), ['How it was confirmed', assured[assurance]]],
    more: ['Nobody can change a letter of it. Under “Requests” you can download the receipt and, until it is done, withdraw it.'],
    ifYou: nothingToDo,
    ifNotYou: [open, 'Under “Requests”, withdraw this request.', endOthers, newPassword, desk],
  }),
  'request-to-sign': ({ number, subject, by, expiresAt }, { when }) => ({
    subject: 'you have a request to sign',
    happened: 'The support desk has written down what was asked for by phone in your name. We will do nothing unless you sign it.',
    facts: [...about(number, subject), ['Written by', by], ['Can be signed until', when(expiresAt)]],
    more: [open],
    ifYou: 'If it was you who called, read it carefully under “Requests” and, if it is what you want, sign it.',
    ifNotYou: [
      'Do not sign it, and do not tell anybody a code: without your signature nothing is done.',
      'Under “Requests”, decline this request.',
      'Call or write to the support desk and tell them: somebody has called in your name.',
    ],
  }),
  'request-changed': ({ number, subject, state, reason }) => ({
    subject: changes[state][0],
    happened: changes[state][1],
    facts: about(number, subject),
    more: state === 'refused' ? [`Reason: ${oneLine(reason, 500)}`, 'If you still want it, you can send another.'] : [],
    ifYou: follow,
    ifNotYou: [open, 'Under “Requests”, see what it says and write us a message there.', desk],
  }),
  'request-message': ({ number, subject, by }) => ({
    subject: 'you have a message about a request',
    happened: 'The support desk has written to you about a request of yours.',
    facts: [...about(number, subject), ['Written by', by]],
    more: ['The message is in the client area, under “Requests”: you can read it and answer there.'],
    ifYou: open,
    ifNotYou:
      'If you do not know which request this is, look at it before you answer. If you did not make it, call or write to the support desk.',
  }),
}
