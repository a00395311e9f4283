import type { Shape } from '../../shape.ts'
import type ca from '../ca/account.ts'

export default {
  intro: 'Who you are to us and how we talk to you.',
  detailsTitle: 'Contact details',
  name: 'Name',
  company: 'Company',
  email: 'E-mail',
  phone: 'Phone',
  noPhone: 'None',
  role: 'Role',
  'role-admin': 'Manages the company',
  'role-member': 'Member of the company',
  'role-support': 'Support desk',
  mainAccount: 'Main account',
  languageTitle: 'Language',
  languageNote: 'Used on screen and in the mails we send you.',
  languageLabel: 'Language of screens and mails',
  save: 'Save',
  saved: 'The language was saved.',
} as const satisfies Shape<typeof ca>
