import type { Shape } from '../../shape.ts'
import type ca from '../ca/sessions.ts'

export default {
  intro: 'Where you are signed in and where we remember you.',
  introSessionsOnly: 'Where you are signed in.',
  title: 'Open sessions',
  note: 'If you see one you do not recognise, end it.',
  browser: 'Browser',
  signedIn: 'Signed in',
  lastSeen: 'Last active',
  proof: 'How you signed in',
  actions: 'Actions',
  'proof-code': 'With a code',
  'proof-trusted-device': 'Remembered device',
  'proof-password': 'With the password',
  thisSession: 'This session',
  end: 'End',
  endNamed: 'End the session of {browser}',
  ended: 'The session was ended.',
  endOthers: 'End all the others',
  endOthersTitle: 'End all other sessions?',
  endOthersText: 'They end at once in every other browser. This one stays open.',
  endedOthers: '{count, plural, =0 {There was no other open session.} one {# session was ended.} other {# sessions were ended.}}',
} as const satisfies Shape<typeof ca>
