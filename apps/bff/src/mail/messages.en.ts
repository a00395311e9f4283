import { access } from './access.en.ts'
import { company } from './company.en.ts'
import { desk, endOthers, newKey, nothingToDo, open } from './phrases.en.ts'
import { pluralsOf } from './plural.ts'
import { recovery } from './recovery.en.ts'
import { requests } from './requests.en.ts'
import type { Words } from './words.ts'

const plural = pluralsOf('en')

/** The mails in English. */
export const en: Words = {
  greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  labels: { when: 'When', browser: 'Browser', place: 'Where from', expires: 'Expires' },
  browser: (browser, system) => {
    const name = browser || 'unknown browser'
    return system === '' ? name : `${name} on ${system}`
  },
  ifNotYou: 'If it was not you:',
  once: 'It works once.',
  whileItLasts: 'It works as long as the case can be stopped.',
  promise: {
    bare: 'This mail has no links. We will never ask you for your password or a code, by mail or by phone.',
    link: (host) =>
      `This mail has one link, to ${host}: it signs nobody in and asks for no code. We will never ask you for your password or a code, by mail or by phone.`,
    code: 'This mail has no links. Type the code in the client area only, and tell it to nobody, not even to us.',
  },
  letters: {
    ...access,
    ...company,
    ...requests,
    ...recovery,
    'verification-on': ({ endedSessions }) => ({
      subject: 'you turned login verification on',
      happened: 'Login verification has been turned on for your account.',
      more: [
        'From now on, to sign in we ask for your password and a code from the app on your phone.',
        ...(endedSessions > 0
          ? [
              plural(endedSessions, {
                one: 'The other session you had open has ended.',
                other: 'The # other sessions you had open have ended.',
              }),
            ]
          : []),
        'We no longer accept orders by phone from your contact number, and the old SOAP interface refuses this contact.',
        'If you printed a copy of the key, keep it in a drawer.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        'Call or write to the support desk at once: without the code you can no longer sign in, and somebody knows your password.',
        'Keep this mail: the time, the browser and the place will help to find out what happened.',
      ],
    }),
    'verification-off': ({ by }) => ({
      subject: 'you turned login verification off',
      happened:
        by === 'code'
          ? 'Login verification has been turned off for your account with a code from the app.'
          : 'Login verification has been turned off for your account with a recovery code.',
      more: [
        'The password alone is now enough to sign in. We have ended the other sessions and forgotten all remembered devices.',
        'You can delete the old entry from the app: if you turn verification on again, the key will be new.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, 'Under “Two-factor authentication”, turn verification ON again.', desk],
    }),
    'key-shown': () => ({
      subject: 'your QR code was shown',
      happened: 'The QR code of your login verification has been shown again.',
      more: ['Whoever sees it can add your key to another phone.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'key-copied': ({ copy, serial }) => ({
      subject: copy === 'print' ? 'a copy of your key was printed' : 'a copy of your key was downloaded',
      happened:
        copy === 'print'
          ? 'A copy of your login verification key has been made for printing.'
          : `A copy of your login verification key has been downloaded (${copy.toUpperCase()} file).`,
      facts: [['Serial number of the copy', serial]],
      more: [
        copy === 'print'
          ? 'Keep the sheet in a drawer, not on the desk.'
          : 'Keep the file where only you can see it, and send it to nobody.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'device-remembered': ({ expiresAt }, { when }) => ({
      subject: 'we remember a new device',
      happened: 'A browser asked us to remember verification on it.',
      facts: [['Expires', when(expiresAt)]],
      more: ['Until then, the password is enough to sign in from that browser, without a code.'],
      ifYou: nothingToDo,
      ifNotYou: [open, 'In your account, under “Devices and sessions”, forget that device and end the other sessions.', newKey, desk],
    }),
    'device-token-reused': () => ({
      subject: 'we forgot a remembered device',
      happened: 'We have forgotten one of your remembered devices, because an old copy of it turned up.',
      more: [
        'This can happen when a browser is restored from a backup. It can also mean that somebody has copied its data.',
        'Next time, that device will ask you for the code again.',
      ],
      ifYou: 'If you restored or copied a browser, there is nothing to do.',
      ifNotYou: [
        open,
        'In your account, under “Devices and sessions”, end the other sessions and forget all remembered devices.',
        'Check that your computer has no programs or extensions you do not know.',
        desk,
      ],
    }),
    'recovery-code-used': ({ left }) => ({
      subject: 'a recovery code was used',
      happened: 'One of your recovery codes has been used. That code will not work again.',
      more: [
        left === 0 ? 'You have none left.' : plural(left, { one: 'You have # code left.', other: 'You have # codes left.' }),
        ...(left <= 2
          ? ['Make new ones soon, under “Two-factor authentication”, “Recovery codes”. You will need a code from the app.']
          : []),
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        open,
        endOthers,
        'Under “Two-factor authentication”, make new recovery codes: any that somebody else may hold will stop working.',
        desk,
      ],
    }),
    'recovery-codes-renewed': () => ({
      subject: 'you have new recovery codes',
      happened: 'Ten new recovery codes have been made. The old ones no longer work.',
      more: ['Throw the old copies away and keep the new ones away from your phone.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
  },
}
