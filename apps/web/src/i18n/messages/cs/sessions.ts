import type { Shape } from '../../shape.ts'
import type ca from '../ca/sessions.ts'

export default {
  intro: 'Kde máte otevřenou relaci a kde si vás pamatujeme.',
  introSessionsOnly: 'Kde máte otevřenou relaci.',
  title: 'Otevřené relace',
  note: 'Pokud některou nepoznáváte, ukončete ji.',
  browser: 'Prohlížeč',
  signedIn: 'Přihlášení',
  lastSeen: 'Poslední aktivita',
  proof: 'Způsob přihlášení',
  actions: 'Akce',
  'proof-code': 'Kódem',
  'proof-trusted-device': 'Zapamatované zařízení',
  'proof-password': 'Heslem',
  thisSession: 'Tato relace',
  end: 'Ukončit',
  endNamed: 'Ukončit relaci: {browser}',
  ended: 'Relace je ukončena.',
  endOthers: 'Ukončit všechny ostatní',
  endOthersTitle: 'Ukončit všechny ostatní relace?',
  endOthersText: 'Ve všech ostatních prohlížečích skončí hned. Tato zůstane otevřená.',
  endedOthers:
    '{count, plural, =0 {Žádná jiná relace nebyla otevřená.} one {Ukončena # relace.} few {Ukončeny # relace.} many {Ukončeno # relace.} other {Ukončeno # relací.}}',
} as const satisfies Shape<typeof ca>
