import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Hlavní',
  home: 'Úvod',
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
} as const satisfies Shape<typeof ca>
