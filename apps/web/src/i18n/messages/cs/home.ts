import type { Shape } from '../../shape.ts'
import type ca from '../ca/home.ts'

export default {
  greeting: '{part, select, morning {Dobrý den} afternoon {Dobrý den} other {Dobrý večer}}, {name}',
  intro: 'Váš účet v kostce.',
  protected: 'Chráněno',
  recommended: 'Doporučujeme',
  verificationOn: 'Ověření je zapnuté',
  verificationOnText: 'Po zadání hesla chceme ještě kód z vašeho telefonu.',
  verificationOff: 'Ověření je vypnuté',
  verificationOffText: 'Zatím vás chrání jen heslo. S ověřením budeme chtít ještě kód z vašeho telefonu.',
  turnOn: 'Zapnout ověření',
  manage: 'Spravovat ověření',
  signIns: 'Přístup',
  firstSignIn: 'Jste tu poprvé',
  previousSignIn: 'Poslední přihlášení',
  previousSignInText: 'Pokud o tom přihlášení nevíte, podívejte se, které relace jsou otevřené.',
  firstSignInText: 'Tady uvidíte, kdy jste se naposledy přihlásili.',
  seeSessions: 'Zobrazit relace',
  devices: 'Zařízení',
  remembered:
    '{count, plural, =0 {Žádné zapamatované zařízení} one {# zapamatované zařízení} few {# zapamatovaná zařízení} many {# zapamatovaného zařízení} other {# zapamatovaných zařízení}}',
  rememberedText: 'Na zapamatovaném zařízení se 30 dní přihlásíte bez kódu.',
  seeDevices: 'Zobrazit zařízení',
  toSignChip: 'Čeká na vás',
  toSign:
    '{count, plural, one {Jedna žádost čeká na váš podpis} few {# žádosti čekají na váš podpis} many {# žádosti čeká na váš podpis} other {# žádostí čeká na váš podpis}}',
  toSignText: 'Podpora to napsala vašimi slovy.',
  toSignRead: 'Přečíst a podepsat',
  requests: 'Žádosti',
  requestsOpen:
    '{count, plural, =0 {Žádná otevřená žádost} one {# otevřená žádost} few {# otevřené žádosti} many {# otevřené žádosti} other {# otevřených žádostí}}',
  requestsText: 'Požádejte o změnu svých služeb a sledujte, jak postupuje.',
  requestsSee: 'Zobrazit žádosti',
  requestNew: 'Podat žádost',
} as const satisfies Shape<typeof ca>
