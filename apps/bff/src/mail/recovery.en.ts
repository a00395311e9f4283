import { oneLine } from './clean.ts'
import type { Fact, RecoveryLetters } from './words.ts'

const numbered = (number: string): Fact => ['Case number', number]
const of = (who: string): Fact => ['Whose account', who]
const known = 'If you knew of this, there is nothing to do.'
const stop = 'Stop this case:'
const stopIt =
  'If it was not you, stop the case with the link in the mail that we sent when it was opened, or call or write to the support desk.'
const nothingChanged = 'Nothing has changed: verification stays on, with the same key.'
const care =
  'Until then this account has extra protection: it can change nothing about the contacts of the company, and we accept no orders by phone from its number.'

/** The letters in English about lost devices. */
export const recovery: RecoveryLetters = {
  'case-code': ({ number }) => ({
    subject: 'the code to see your case',
    happened: 'Somebody asked for the code that opens the page of a recovery case of yours.',
    facts: [numbered(number)],
    more: ['With this code the case can be followed and documents can be added. It lets nobody into your account.'],
    ifYou: 'If this was you, type the code on the page where you asked for it.',
    label: 'Code:',
    ifNotYou: 'If it was not you, do not tell anybody the code. If you did not open this case either, call or write to the support desk.',
  }),
  'case-opened': ({ number, who, company }) => ({
    subject: 'a case for a lost phone has been opened',
    happened:
      'Somebody who knows the password of an account says they have lost the phone, and wants us to turn its login verification off.',
    facts: [of(who), ['Company', company], numbered(number)],
    more: [
      'Nothing has changed yet. We will only do it if they send us a form with an officially certified signature and two people of the support desk approve it. And we will tell you before we do.',
    ],
    ifYou: 'If you asked for this, or that person has told you that they did, there is nothing to do.',
    ifNotYou:
      'If you are in any doubt, stop it: open the link and confirm it on the page. It does no harm, for another case can be opened afterwards. And tell that person: somebody knows their password, and they must change it.',
    label: stop,
  }),
  'case-approved': ({ number, who, company, until }, { when }) => ({
    subject: 'we will soon turn verification off for an account',
    happened: 'Two people of the support desk have checked the documents of a recovery case and approved it.',
    facts: [of(who), ['Company', company], numbered(number), ['We will do it', when(until)]],
    more: [
      'We will then turn verification off for this account, end all its sessions and mail its address a link to set a new password. Until that moment it can still be stopped.',
    ],
    ifYou: 'If you asked for this, or that person has told you that they did, there is nothing to do.',
    ifNotYou: 'If you are in any doubt, stop it before then: open the link and confirm it on the page. And tell that person.',
    label: stop,
  }),
  'case-submitted': ({ number, answerBy }, { when }) => ({
    subject: 'we have received the documents of your case',
    happened: 'We have received the documents of your recovery case and will check them.',
    facts: [numbered(number), ['You will have an answer before', when(answerBy)]],
    ifYou: 'If this was you, there is nothing to do now: we will write to you.',
    ifNotYou: stopIt,
  }),
  'case-asked-again': ({ number, message, expiresAt }, { when }) => ({
    subject: 'something is missing in your case',
    happened: 'We have looked at the documents of your recovery case, and something is still missing.',
    facts: [numbered(number), ['We wait for it until', when(expiresAt)]],
    more: [
      `What is missing: ${oneLine(message, 2000)}`,
      'Send it from the page of the case: its address is on the form, and to open it you need the number and a code that we will mail to you.',
    ],
    ifYou: 'If you have it, send it. Meanwhile nothing changes.',
    ifNotYou: stopIt,
  }),
  'case-refused': ({ number, reason }) => ({
    subject: 'we have not approved your case',
    happened: 'We could not approve your recovery case, and the case is closed.',
    facts: [numbered(number)],
    more: [`Reason: ${oneLine(reason, 2000)}`, nothingChanged],
    ifYou: 'If you still cannot sign in, ask another admin of your company for help, or open a new case on the code page.',
    ifNotYou: 'If you had not opened any case, somebody knows your password: change it, and call or write to the support desk.',
  }),
  'case-expired': ({ number }) => ({
    subject: 'your case has expired',
    happened: 'The documents of your recovery case have not arrived in time, and the case is closed.',
    facts: [numbered(number)],
    more: [nothingChanged],
    ifYou: 'If you still cannot sign in, open a new case on the code page.',
    ifNotYou: 'If you had not opened any case, somebody knows your password: change it, and call or write to the support desk.',
  }),
  'case-completed': ({ number, careUntil }, { when }) => ({
    subject: 'you can set a new password now',
    happened: 'Your recovery case is finished: we have turned login verification off for your account.',
    facts: [numbered(number), ['Extra protection until', when(careUntil)]],
    more: [
      'The password and the recovery codes that you had no longer work, and we have ended all sessions and forgotten the devices.',
      care,
      'Once you have signed in, turn verification on again with the new phone: the key will be new too.',
    ],
    ifYou:
      'Open the link and set a password that you use nowhere else. If it expires, ask for another on the sign-in page, under “Forgot your password?”.',
    label: 'Set a new password:',
    ifNotYou: 'If you had not opened any case, call or write to the support desk at once, and do not send the link to anybody.',
  }),
  'case-stopped': ({ number, who, by }) => ({
    subject: 'a recovery case has been stopped',
    happened: 'The case that asked to turn verification off for an account has been stopped.',
    facts: [of(who), numbered(number), ['Stopped by', by || 'somebody with the link of a mail of ours']],
    more: [nothingChanged, 'This case cannot be taken up again, but another can be opened.'],
    ifYou: known,
    ifNotYou:
      'If this surprises you, talk to that person in some other way. If the case was not theirs, somebody knows their password, and they must change it.',
  }),
  'case-withdrawn': ({ number, who }) => ({
    subject: 'a recovery case has been withdrawn',
    happened: 'Whoever opened the case for a lost phone has withdrawn it.',
    facts: [of(who), numbered(number)],
    more: [nothingChanged],
    ifYou: known,
    ifNotYou:
      'If this surprises you, talk to that person in some other way. If the case was not theirs, somebody knows their password, and they must change it.',
  }),
  'case-vouched': ({ number, who, by }) => ({
    subject: 'an admin vouches for a recovery case',
    happened: 'Another admin of the company has confirmed that it really was this person who opened the case for a lost phone.',
    facts: [of(who), numbered(number), ['Confirmed by', by]],
    more: ['The documents are checked all the same; only the wait at the end will be shorter.'],
    ifYou: known,
    ifNotYou:
      'If this surprises you, talk to both of them in some other way. The case can still be stopped with the link in the mail you already have.',
  }),
  'case-over': ({ number, who, careUntil }, { when }) => ({
    subject: 'a recovery case is finished',
    happened: 'We have turned verification off for an account whose phone was lost, and mailed it a link to set a new password.',
    facts: [of(who), numbered(number), ['Extra protection until', when(careUntil)]],
    more: [care],
    ifYou: known,
    ifNotYou:
      'If this surprises you, talk to that person in some other way. If they know nothing of it, call or write to the support desk at once.',
  }),
}
