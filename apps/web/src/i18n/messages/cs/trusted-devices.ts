import type { Shape } from '../../shape.ts'
import type ca from '../ca/trusted-devices.ts'

export default {
  title: 'Zapamatovaná zařízení',
  note: 'Dokud jim nevyprší platnost, přihlásíte se na nich bez kódu.',
  device: 'Zařízení',
  firstSeen: 'Zapamatováno',
  lastSeen: 'Poslední přístup',
  expires: 'Platnost vyprší',
  actions: 'Akce',
  thisDevice: 'Toto zařízení',
  forget: 'Zapomenout',
  forgetNamed: 'Zapomenout {device}',
  forgotten: 'Zařízení je zapomenuto. Příště na něm budeme chtít kód.',
  forgetAll: 'Zapomenout všechna',
  forgetAllTitle: 'Zapomenout všechna zařízení?',
  forgetAllText: `{count, plural,
    one {Zapomeneme # zařízení a při příštím přihlášení na něm budeme chtít kód.}
    few {Zapomeneme # zařízení a při příštím přihlášení na nich budeme chtít kód.}
    many {Zapomeneme # zařízení a při příštím přihlášení na nich budeme chtít kód.}
    other {Zapomeneme # zařízení a při příštím přihlášení na nich budeme chtít kód.}} Otevřené relace zůstanou otevřené.`,
  forgottenAll: 'Všechna zařízení jsou zapomenuta.',
  empty: 'Žádné zařízení není zapamatované.',
  emptyNext: 'Chcete-li, abychom si některé zapamatovali, zaškrtněte na něm při zadávání kódu „Zapamatovat ověření“.',
} as const satisfies Shape<typeof ca>
