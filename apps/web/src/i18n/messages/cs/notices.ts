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
  toSignTitle:
    '{count, plural, one {Jedna žádost čeká na váš podpis} few {# žádosti čekají na váš podpis} many {# žádosti čeká na váš podpis} other {# žádostí čeká na váš podpis}}',
  toSignList: 'K podpisu',
  toSignLeft: 'Zbývá {left}',
  toSignRead: 'Přečíst a podepsat',
  toSignReadOne: 'Přečíst a podepsat: {subject}',
  caseTitle: 'Někdo oznámil, že jste přišli o telefon',
  caseNumber: 'Případ {number}',
  caseText:
    'Otevřel případ, aby se vaše ověření vypnulo. Pokud jste to vy, nedělejte nic. Pokud ne, zastavte ho: na vašem účtu se nic nezmění.',
  caseStop: 'Zastavit případ',
  caseStopTitle: 'Chcete případ zastavit?',
  caseStopText:
    'Případ se uzavře, váš účet zůstane, jak je, a dáme vědět všem, kdo o něm věděli. Kdo ho otevřel, zná vaše heslo: pokud jste to nebyli vy, potom ho změňte.',
  caseStopped: 'Případ je zastavený.',
  caseHelp: 'Co to znamená',
  careTitle: 'Do {until} na váš účet zvlášť dohlížíme',
  careAdmin:
    'Právě jste znovu získali přístup. Do té doby nemůžete nic měnit na lidech ve firmě ani zadávat pokyny telefonem. Vše si prohlížet a posílat žádosti můžete.',
  careMember: 'Právě jste znovu získali přístup. Do té doby nepřijímáme pokyny telefonem z vašeho čísla. Žádosti posílat můžete.',
  careHelp: 'Proč',
  companyCasesTitle:
    '{count, plural, one {Někdo z firmy oznámil ztrátu telefonu} few {# lidé z firmy oznámili ztrátu telefonu} many {# člověka z firmy oznámilo ztrátu telefonu} other {# lidí z firmy oznámilo ztrátu telefonu}}',
  companyCasesText: 'Promluvte si spolu: pokud je to pravda, můžete to potvrdit; pokud ne, zastavte to.',
  companyCasesSee: 'Podívat se, oč jde',
  sessionOverTitle: 'Vaše relace skončila, ale co jste napsali, je stále tady.',
  sessionOverText: 'Přihlaste se znovu na jiné kartě a pak to odešlete z této.',
  sessionOverSignIn: 'Přihlásit se na jiné kartě',
} as const satisfies Shape<typeof ca>
