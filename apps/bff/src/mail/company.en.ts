import { oneLine } from './clean.ts'
import { open } from './phrases.en.ts'
import { pluralsOf } from './plural.ts'
import type { CompanyLetters, Fact } from './words.ts'

const plural = pluralsOf('en')
const doneBy = (name: string): Fact => ['Done by', name]
const program = (login: string): Fact => ['API contact', login]
const known = 'If you knew of this, there is nothing to do.'
const unsure =
  'If you did not expect this, ask that person in some other way. If they know nothing of it, call or write to the support desk.'
const roles = { member: 'member', support: 'support desk' }
const whatWords = { name: 'name', phone: 'phone', language: 'language' }

/** The letters in English about the company: its people, its rule and its programs. */
export const company: CompanyLetters = {
  invitation: ({ company, by }) => ({
    subject: 'you are invited to the client area',
    happened: 'You are invited to the client area of a company.',
    facts: [
      ['Company', company],
      ['Invited by', by],
    ],
    ifYou: 'If you know who is inviting you, open the link and set a password: that is all your account needs.',
    label: 'Accept the invitation:',
    ifNotYou: 'If you know nothing of this, there is nothing to do: without the link no account is made. Do not send it to anybody.',
  }),
  'invitation-in-use': ({ company, by }) => ({
    subject: 'another company wanted to invite you',
    happened: 'Another company wanted to invite this address, which is that of your account.',
    facts: [
      ['Company', company],
      ['Invited by', by],
    ],
    more: ['Nothing has changed, and we have told nobody that this address has an account. An address can belong to one account only.'],
    ifYou: 'If you want to join that company as well, give them another address of yours.',
    ifNotYou: 'If you know nothing of this, there is nothing to do.',
  }),
  'contact-changed': ({ by, what }) => ({
    subject: 'an admin has changed your details',
    happened: 'An admin of your company has changed your contact details.',
    facts: [['What changed', what.map((field) => whatWords[field]).join(', ')], doneBy(by)],
    more: what.includes('phone')
      ? ['If login verification is off for you, we accept orders by phone from the new number, and no longer from the one before.']
      : [],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'role-changed': ({ by, role }) => ({
    subject: role === 'admin' ? 'you are now an admin of your company' : 'you are no longer an admin of your company',
    happened:
      role === 'admin' ? 'You have been given the role of admin of your company.' : 'You no longer have the role of admin of your company.',
    facts: [doneBy(by)],
    more:
      role === 'admin'
        ? [
            'You can manage the contacts and their verification. We have forgotten your remembered devices: next time we will ask for the code.',
            'If login verification is still off for you, turn it on: whoever manages that of others must have their own.',
          ]
        : ['You can no longer manage the contacts. Your account goes on working.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  deactivated: ({ by }) => ({
    subject: 'your account has been deactivated',
    happened: 'An admin of your company has deactivated your account.',
    facts: [doneBy(by)],
    more: ['We have ended all sessions and forgotten the devices, and you can no longer sign in. Nothing has been deleted.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  activated: ({ by }) => ({
    subject: 'your account is active again',
    happened: 'An admin of your company has activated your account again.',
    facts: [doneBy(by)],
    more: ['You can sign in with the password you had.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  left: ({ by, company }) => ({
    subject: 'your account no longer exists',
    happened: 'An admin has removed you from the company.',
    facts: [['Company', company], doneBy(by)],
    more: [
      'We have ended all sessions and forgotten the devices, the key and the recovery codes no longer work, and your open requests are withdrawn. Your phone number no longer counts.',
      'You can delete the entry in the app on your phone. This address is free again.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'sessions-ended-by-admin': ({ by }) => ({
    subject: 'an admin has ended your sessions',
    happened: 'An admin of your company has ended all your sessions and forgotten the remembered devices.',
    facts: [doneBy(by)],
    more: ['To go on, sign in again.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'verification-on-by-admin': ({ by }) => ({
    subject: 'an admin has turned verification on for you',
    happened: 'An admin of your company has turned login verification on for you, with a code from your phone.',
    facts: [doneBy(by)],
    more: [
      'From now on, to sign in we ask for your password and a code from the app on your phone. We have ended all your sessions.',
      'The admin has seen your key. Renew it when you can: under “Two-factor authentication”, turn verification OFF and then ON again.',
      'You have no recovery codes yet: make some in the same place.',
      'We no longer accept orders by phone from your contact number, and the old SOAP interface refuses this contact.',
    ],
    ifYou: 'If you knew of this, all you need to do is renew the key.',
    ifNotYou: unsure,
  }),
  'verification-required': ({ by }) => ({
    subject: 'you need to turn verification on',
    happened: 'An admin of your company asks you to turn login verification on.',
    facts: [doneBy(by)],
    more: ['The client area will ask you for it before anything else. Have your phone at hand: it takes a few minutes.'],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'verification-off-by-admin': ({ by, reason, setUpAnew }) => ({
    subject: 'an admin has turned verification off for you',
    happened: 'An admin of your company has turned login verification off for you.',
    facts: [doneBy(by)],
    more: [
      `Reason: ${oneLine(reason, 500)}`,
      'We have ended all sessions and forgotten the remembered devices, and the recovery codes no longer work.',
      setUpAnew
        ? 'The next time you sign in you will have to turn it on again, with a new key, before anything else.'
        : 'Now the password is enough to sign in. You can turn verification on again whenever you like, with a new key.',
      'You can delete the old entry in the app on your phone.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-set': ({ by, from }, { when }) => ({
    subject: 'your company will ask everyone for verification',
    happened: 'Your company has decided that everyone must have login verification on.',
    facts: [['From', when(from)], doneBy(by)],
    more: [
      'It is still off for you. Turn it on before then, under “Two-factor authentication”: it takes a few minutes. From that moment the client area will ask you for it before anything else.',
    ],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'rule-lifted': ({ by }) => ({
    subject: 'your company no longer requires verification',
    happened: 'Your company no longer requires everyone to have login verification on.',
    facts: [doneBy(by)],
    more: ['You can still turn it on whenever you like: nothing protects your account better.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-reminder': ({ from, days }, { when }) => ({
    subject: 'remember to turn verification on',
    happened: plural(days, {
      one: 'In # day your company will require login verification, and it is still off for you.',
      other: 'In # days your company will require login verification, and it is still off for you.',
    }),
    facts: [['From', when(from)]],
    more: ['Turn it on before then, under “Two-factor authentication”: it takes a few minutes. Have your phone at hand.'],
    ifYou: open,
    ifNotYou: 'If you do nothing, from that moment the client area will ask you for it before anything else.',
  }),
  'new-admin': ({ by, who }) => ({
    subject: 'your company has a new admin',
    happened: 'A contact of your company now has the role of admin.',
    facts: [['Who', who], doneBy(by)],
    more: ["Admins manage the company's contacts and their verification."],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to both of them at once and, under “Contacts”, make them a member again.',
  }),
  'admin-no-more': ({ by, who }) => ({
    subject: 'your company has one admin less',
    happened: 'A contact of your company no longer acts as an admin.',
    facts: [['Who', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to both of them at once. The role can be given back under “Contacts”.',
  }),
  'admin-verification-off': ({ by, who }) => ({
    subject: 'verification has been turned off for an admin',
    happened: 'An admin of your company has turned login verification off for another admin.',
    facts: [['Who', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to both of them at once.',
  }),
  'main-account-changed': ({ by, who }) => ({
    subject: 'the main account of your company has changed',
    happened: 'The main account of your company, which stands for the company itself, has been handed over to another admin.',
    facts: [['Main account', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to both of them at once, or call or write to the support desk.',
  }),
  'api-contact-made': ({ by, login }) => ({
    subject: 'your company has a new API contact',
    happened: 'An API contact has been made: a program that may call the SOAP interface on behalf of the company.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk at once to whoever did it and remove the API contact.',
  }),
  'api-password-changed': ({ by, login }) => ({
    subject: 'the password of an API contact has changed',
    happened: 'A new password has been generated for an API contact. The one before works for another 24 hours.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk at once to whoever did it, and change the password once more or remove the API contact.',
  }),
  'api-addresses-changed': ({ by, login }) => ({
    subject: 'the addresses of an API contact have changed',
    happened: 'The list of addresses from which an API contact may call has been changed.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk at once to whoever did it and look through the list.',
  }),
  'api-contact-removed': ({ by, login }) => ({
    subject: 'an API contact has been removed',
    happened: 'An API contact has been removed: its passwords no longer work.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to whoever did it: the program that used it no longer works.',
  }),
  'api-password-expires': ({ login, expiresAt }, { when }) => ({
    subject: 'the password of an API contact will expire soon',
    happened: 'The password of an API contact of your company will expire soon.',
    facts: [program(login), ['Expires', when(expiresAt)]],
    more: ['Generate a new one before then and put it into the program. The one before works for another 24 hours.'],
    ifYou: open,
    ifNotYou: 'If you do nothing, the program will stop working on that day.',
  }),
  'verification-released': ({ by }) => ({
    subject: 'you no longer need to turn verification on',
    happened: 'An admin of your company no longer asks you to turn login verification on.',
    facts: [doneBy(by)],
    more: ['You can still turn it on whenever you like: nothing protects your account better.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'invitation-accepted': ({ who, email, role }) => ({
    subject: 'an invitation has been accepted',
    happened: 'Somebody who was invited to your company now has an account there.',
    facts: [
      ['Who', who],
      ['E-mail', email],
      ['Role', roles[role]],
    ],
    ifYou: known,
    ifNotYou: 'If you did not expect this, talk to whoever invited them and, under “Contacts”, deactivate them.',
  }),
}
