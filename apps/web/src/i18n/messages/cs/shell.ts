import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Hlavní',
  home: 'Úvod',
  contacts: 'Kontakty',
  help: 'Nápověda',
  signIn: 'Přihlásit se',
  signOut: 'Odhlásit se',
  stillSignedIn: 'Odhlášení se nepodařilo: jste stále přihlášeni.',
  account: 'Váš účet:',
  accountNav: 'Účet',
  details: 'Moje údaje',
  twoFactor: 'Dvoufaktorové ověření',
  sessions: 'Zařízení a relace',
  password: 'Heslo',
  activity: 'Aktivita',
  companyNav: 'Firma',
  board: 'Ověření',
  companyActivity: 'Aktivita',
  leavers: 'Odchody',
  adminsOnlyTitle: 'Jen pro správce',
  adminsOnly: 'Tato část je pro lidi, kteří spravují firmu. Pokud odtud něco potřebujete, obraťte se na někoho z nich.',
  ownFirst: 'Abyste mohli spravovat ověření ostatních, musíte mít nejdřív zapnuté vlastní.',
  ownFirstGo: 'Zapnout vlastní',
} as const satisfies Shape<typeof ca>
