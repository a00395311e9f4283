import type { Shape } from '../../shape.ts'
import type ca from '../ca/trusted-devices.ts'

export default {
  title: 'Remembered devices',
  note: 'You can sign in on them without a code until they expire.',
  device: 'Device',
  firstSeen: 'Remembered since',
  lastSeen: 'Last seen',
  expires: 'Expires',
  actions: 'Actions',
  thisDevice: 'This device',
  forget: 'Forget',
  forgetNamed: 'Forget {device}',
  forgotten: 'The device was forgotten. Next time it will ask for the code.',
  forgetAll: 'Forget them all',
  forgetAllTitle: 'Forget all devices?',
  forgetAllText: `{count, plural,
    one {# device will be forgotten, and we will ask for the code the next time you sign in on it.}
    other {# devices will be forgotten, and we will ask for the code the next time you sign in on them.}} Open sessions stay open.`,
  forgottenAll: 'All devices were forgotten.',
  empty: 'There are no remembered devices.',
  emptyNext: 'To remember one, tick “Remember verification” when you type the code on it.',
} as const satisfies Shape<typeof ca>
