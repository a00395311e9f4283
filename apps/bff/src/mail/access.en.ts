import { clock, desk, endOthers, forgot, newPassword, nothingToDo, open } from './phrases.en.ts'
import { pluralsOf } from './plural.ts'
import type { AccessLetters } from './words.ts'

const plural = pluralsOf('en')
const setPassword = 'Set a new password:'
const closed = 'We have ended the other sessions and forgotten the remembered devices.'

/** The letters in English about getting in, and about what somebody signs in with. */
export const access: AccessLetters = {
  'half-sign-in': ({ count, signIns }) => ({
    subject: 'a sign-in with your password was not finished',
    happened: plural(count, {
      one: 'Somebody typed your password correctly but did not get in: the sign-in was not confirmed with a code.',
      other: 'Somebody typed your password correctly # times but did not get in: none of the sign-ins was confirmed with a code.',
    }),
    more: [
      ...(count > signIns.length
        ? [plural(signIns.length, { one: 'Only the latest is shown here.', other: 'The latest # are shown here.' })]
        : []),
      'Nobody got in that way. And until you sign in with a code or answer us, remembered devices will be asked for one too.',
    ],
    ifYou: 'If this was you, there is nothing to do.',
    ifNotYou: [
      'Somebody knows your password: open the link below and confirm it on the page.',
      'The password will stop working, we will end all sessions, forget your devices and mail you a link to set a new one. If you do it by mistake, that is all it costs you: a new password.',
      'If you use the same password elsewhere, change it there too.',
      'If you do nothing, they still cannot get in without the code, but they can try again.',
    ],
    label: 'This was not me:',
  }),
  'reset-required': () => ({
    subject: 'too many wrong codes: a new password is needed',
    happened: 'Your password was typed correctly and then too many wrong codes, in browsers we do not know.',
    more: [
      'In those browsers we no longer look at any code, not even a right one, until there is a new password. We have also forgotten the remembered devices.',
      'In browsers where you have signed in before, you can go on signing in with your password and a code.',
    ],
    ifYou: `${clock} Then set a new password.`,
    ifNotYou: [open, forgot, 'Do not turn verification off: it is what protected you.', desk],
  }),
  'codes-blocked': () => ({
    subject: 'we ended a session after too many wrong codes',
    happened: 'Too many wrong codes were typed in a session of your account, so we ended it.',
    more: ['What those codes were meant for has not been done.'],
    ifYou: `${clock} Then sign in again.`,
    ifNotYou: [open, newPassword, 'Do not turn verification off: it is what protects you.', desk],
  }),
  'browser-approval': () => ({
    subject: 'somebody tried to sign in from a browser we do not know',
    happened: 'Somebody tried to sign in to your account from a browser we do not know.',
    more: [
      'Many wrong passwords were typed before. That is why, in unknown browsers, we no longer look at any password, not even the right one, unless this link is opened there first.',
      'Browsers where you have signed in before work as always.',
    ],
    ifYou: 'If this was you, open the link in the browser you want to sign in from, and type your password there again.',
    label: 'Approve this browser:',
    ifNotYou:
      'If it was not you, do not open the link and do not send it to anybody. There is nothing else to do: nobody got in and nothing has changed.',
  }),
  'new-browser': () => ({
    subject: 'a sign-in to your account from a new browser',
    happened: 'Somebody signed in to your account from a browser that had not been used for it before.',
    more: ['Private windows, and browsers that delete their cookies, look new to us too.'],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
  'password-reset': () => ({
    subject: 'a new password was asked for',
    happened: 'A link to set a new password for your account was asked for.',
    more: ['Nothing has changed yet: your present password still works.'],
    ifYou: 'If this was you, open the link and set the new password. Then sign in as always: login verification stays as it is.',
    label: setPassword,
    ifNotYou:
      'If it was not you, there is nothing to do: without the link in this mail they cannot change anything. Do not send it to anybody.',
  }),
  'password-burned': () => ({
    subject: 'your password no longer works',
    happened: 'A warning of ours was answered with “This was not me”. That is why your password no longer works.',
    more: [
      'We have also ended all sessions and forgotten the remembered devices. Login verification has not changed.',
      'If the link expires, ask for another on the sign-in page, under “Forgot your password?”.',
    ],
    ifYou: 'If this was you, set a new password that you use nowhere else, and you can sign in again.',
    label: setPassword,
    ifNotYou: [
      'Somebody may be able to read your mail: change its password right now.',
      'Open the link above and set a new password here too.',
      'Call or write to the support desk and tell them.',
    ],
  }),
  'password-changed': ({ by }) => ({
    subject: 'your password was changed',
    happened:
      by === 'reset'
        ? 'A new password has been set for your account with a link that we had mailed to you.'
        : 'The password of your account has been changed.',
    more: [by === 'reset' ? 'We have ended all sessions and forgotten the remembered devices.' : closed],
    ifYou: nothingToDo,
    ifNotYou: [
      ...(by === 'reset' ? ['Somebody may be able to read your mail: change its password right now.'] : []),
      open,
      forgot,
      'Call or write to the support desk and tell them.',
    ],
  }),
  'email-code': () => ({
    subject: 'the code to confirm this address',
    happened: 'Somebody asked to use this address to sign in to the client area.',
    more: ['Nothing has changed yet: this code has to be typed first.'],
    ifYou: 'If this was you, type the code on the page where you asked for the change.',
    label: 'Code:',
    ifNotYou: 'If it was not you, there is nothing to do: somebody probably mistyped their address, and without the code nothing changes.',
  }),
  'email-change-asked': ({ email }) => ({
    subject: 'a change of your e-mail address was asked for',
    happened: 'Somebody asked to change the e-mail address you sign in with.',
    facts: [['New address', email]],
    more: [
      'Nothing has changed yet. We have sent a code to the new address, and the change is made once it is typed in your account. Until then, sign in with your present address.',
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, 'In your account, give up the change of address and change your password.', endOthers, desk],
  }),
  'email-in-use': () => ({
    subject: 'somebody wanted to use your e-mail address',
    happened: 'In another account, somebody asked to use this address, which is already the one of yours.',
    more: ['Nothing has changed, and we have told nobody that this address has an account.'],
    ifYou: 'If this was you, use another address for that account.',
    ifNotYou: 'If it was not you, there is nothing to do: somebody probably mistyped their address.',
  }),
  'email-changed': ({ from, to }) => ({
    subject: 'your e-mail address was changed',
    happened: 'The e-mail address you sign in with has been changed.',
    facts: [
      ['Before', from],
      ['Now', to],
    ],
    more: ['Sign in with the new address and the same password. Our mails will go to the new address too.', closed],
    ifYou: nothingToDo,
    ifNotYou: [
      'Call or write to the support desk at once: you can no longer sign in with the old address.',
      'Keep this mail: the time, the browser and the place will help to find out what happened.',
    ],
  }),
  'phone-changed': ({ from, to }) => ({
    subject: 'your phone number was changed',
    happened: to === '' ? 'The phone number has been removed from your account.' : 'The phone number of your account has been changed.',
    facts: [
      ['Before', from || 'none'],
      ['Now', to || 'none'],
    ],
    more: [
      'We have ended the other sessions.',
      ...(to === '' ? [] : ['If your login verification is not on, we accept orders by phone from this number.']),
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
}
