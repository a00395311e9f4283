import type { Shape } from '../../shape.ts'
import type ca from '../ca/notices.ts'

export default {
  halfTitle:
    '{count, plural, one {Někdo správně napsal vaše heslo a nezadal kód} few {Vaše heslo bylo #krát napsáno správně a kód nezadán} many {Vaše heslo bylo #krát napsáno správně a kód nezadán} other {Vaše heslo bylo #krát napsáno správně a kód nezadán}}',
  halfList: 'Nedokončená přihlášení',
  halfMore: '{count, plural, one {a ještě jednou (#)} few {a ještě #krát} many {a ještě #krát} other {a ještě #krát}}',
  halfText: 'Dokud neodpovíte, budeme kód chtít i na zapamatovaných zařízeních.',
  itWasMe: 'Ano, to jsem já',
  itWasNotMe: 'Ne, to nejsem já',
  halfAnswered: 'Děkujeme: už o tom nebudeme mluvit.',
  halfHelp: 'Co to znamená',
  checkUpTitle: 'Zkuste, že vám ověření stále funguje',
  checkUpText: 'Zapnuté je už dva týdny. Napište kód z aplikace teď, když nespěcháte. Ptáme se jen jednou.',
  checkUpSubmit: 'Zkontrolovat kód',
  checkUpLater: 'Teď ne',
  checkUpPassed: 'V pořádku: kód je správný.',
  checkUpPutOff: 'Dobře: už se nezeptáme.',
  checkUpTrouble: 'Nefunguje vám?',
  checkUpWay1: 'Ujistěte se, že máte po ruce záložní kódy, nebo si vytvořte nové.',
  checkUpWay2: 'Pokud telefon ještě dává platné kódy, zobrazte QR kód a naskenujte ho i jiným telefonem.',
  checkUpWay3: 'Pokud žádné nedává, vypněte ověření záložním kódem (OFF) a znovu ho zapněte.',
  checkUpWay: 'Přejít na „Dvoufaktorové ověření“',
  checkUpHelp: 'Více o této kontrole',
  codesLow:
    '{left, plural, =0 {Nezbývá vám žádný záložní kód} one {Zbývá vám # záložní kód} few {Zbývají vám # záložní kódy} many {Zbývá vám # záložního kódu} other {Zbývá vám # záložních kódů}}',
  codesLowText: 'Bez kódů a bez telefonu byste se nepřihlásili. Vytvořte si deset nových a uložte je.',
  codesLowChip: 'Doporučujeme',
  codesRenew: 'Vytvořit nové',
} as const satisfies Shape<typeof ca>
