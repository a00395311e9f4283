import type { Shape } from '../../shape.ts'
import type ca from '../ca/account.ts'

export default {
  intro: 'Jak vás známe a v jakém jazyce s vámi mluvíme.',
  detailsTitle: 'Kontaktní údaje',
  name: 'Jméno',
  company: 'Firma',
  email: 'E-mail',
  phone: 'Telefon',
  noPhone: 'Není uveden',
  role: 'Role',
  'role-admin': 'Správa firmy',
  'role-member': 'Člen firmy',
  'role-support': 'Zákaznická podpora',
  mainAccount: 'Hlavní účet',
  languageTitle: 'Jazyk',
  languageNote: 'Pro obrazovky i pro e-maily, které vám posíláme.',
  languageLabel: 'Jazyk obrazovek a e-mailů',
  save: 'Uložit',
  saved: 'Jazyk je uložen.',
} as const satisfies Shape<typeof ca>
