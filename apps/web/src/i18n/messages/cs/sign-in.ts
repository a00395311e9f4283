import type { Shape } from '../../shape.ts'
import type ca from '../ca/sign-in.ts'

export default {
  title: 'Přihlášení do klientské zóny',
  intro: 'Spravujte své služby a to, kdo k nim má přístup.',
  email: 'E-mail',
  submit: 'Přihlásit se',
  forgotPassword: 'Zapomněli jste heslo?',
  passwordSet: 'Heslo je změněno. Přihlaste se novým.',
  codeTitle: 'Ověřovací kód',
  codeIntro: 'Otevřete v telefonu ověřovací aplikaci a napište šestimístný kód pro účet <b>Porta</b>.',
  remember: 'Zapamatovat ověření na tomto zařízení na 30 dní',
  rememberHint: 'Nedělejte to na sdíleném počítači.',
  codeSubmit: 'Ověřit a přihlásit se',
  useRecoveryCode: 'Použít záložní kód',
  lostDevice: 'Ztratil se mi telefon',
  recoveryTitle: 'Záložní kód',
  recoveryIntro: 'Napište jeden z kódů, které máte uložené od zapnutí ověření. Každý kód platí jen jednou.',
  recoveryCode: 'Záložní kód',
  recoveryHint: 'Deset písmen a číslic, s pomlčkou nebo bez ní.',
  useApp: 'Použít kód z aplikace',
  codesLeft: `{left, plural,
    =0 {To byl poslední záložní kód. Vytvořte si nové.}
    one {Zbývá vám # záložní kód.}
    few {Zbývají vám # záložní kódy.}
    many {Zbývá vám # záložního kódu.}
    other {Zbývá vám # záložních kódů.}}`,
} as const satisfies Shape<typeof ca>
