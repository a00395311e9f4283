import { access } from './access.cs.ts'
import { company } from './company.cs.ts'
import { desk, endOthers, newKey, nothingToDo, open } from './phrases.cs.ts'
import { pluralsOf } from './plural.ts'
import { recovery } from './recovery.cs.ts'
import { requests } from './requests.cs.ts'
import type { Words } from './words.ts'

const plural = pluralsOf('cs')

/** The mails in Czech. */
export const cs: Words = {
  greeting: (name) => (name === '' ? 'Dobrý den,' : `Dobrý den, ${name},`),
  labels: { when: 'Kdy', browser: 'Prohlížeč', place: 'Odkud', expires: 'Platí do' },
  // Names of systems would have to be declined after a preposition, so they follow a comma.
  browser: (browser, system) => {
    const name = browser || 'neznámý prohlížeč'
    return system === '' ? name : `${name}, ${system}`
  },
  ifNotYou: 'Pokud o tom nevíte:',
  once: 'Funguje jen jednou.',
  whileItLasts: 'Funguje, dokud se případ dá zastavit.',
  promise: {
    bare: 'V tomto e-mailu nejsou žádné odkazy. Heslo ani kód po vás nikdy nebudeme chtít e-mailem ani po telefonu.',
    link: (host) =>
      `V tomto e-mailu je jediný odkaz, na ${host}: nikoho nepřihlásí a na žádný kód se neptá. Heslo ani kód po vás nikdy nebudeme chtít e-mailem ani po telefonu.`,
    code: 'V tomto e-mailu nejsou žádné odkazy. Kód pište jen do klientské zóny a nikomu ho neříkejte, ani nám.',
  },
  letters: {
    ...access,
    ...company,
    ...requests,
    ...recovery,
    'verification-on': ({ endedSessions }) => ({
      subject: 'ověření při přihlášení je zapnuté',
      happened: 'Ve vašem účtu bylo zapnuto ověření při přihlášení.',
      more: [
        'Od této chvíle se při přihlášení zeptáme na heslo a na kód z aplikace ve vašem telefonu.',
        ...(endedSessions > 0
          ? [
              plural(endedSessions, {
                one: 'Ukončili jsme # další otevřenou relaci.',
                few: 'Ukončili jsme # další otevřené relace.',
                other: 'Ukončili jsme # dalších otevřených relací.',
              }),
            ]
          : []),
        'Telefonické pokyny z vašeho kontaktního čísla už nepřijímáme a staré rozhraní SOAP tento kontakt odmítá.',
        'Máte-li vytištěnou kopii klíče, uložte ji do zásuvky.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        'Hned zavolejte nebo napište podpoře: bez kódu se už nepřihlásíte a vaše heslo zná někdo cizí.',
        'Tento e-mail si nechte: čas, prohlížeč a místo pomohou zjistit, co se stalo.',
      ],
    }),
    'verification-off': ({ by }) => ({
      subject: 'ověření při přihlášení je vypnuté',
      happened:
        by === 'code'
          ? 'Ve vašem účtu bylo vypnuto ověření při přihlášení, a to kódem z aplikace.'
          : 'Ve vašem účtu bylo vypnuto ověření při přihlášení, a to záložním kódem.',
      more: [
        'K přihlášení teď stačí heslo. Ostatní relace jsme ukončili a všechna zapamatovaná zařízení zapomněli.',
        'Starou položku v aplikaci můžete smazat: když ověření znovu zapnete, klíč bude nový.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, 'V části „Dvoufaktorové ověření“ ověření znovu zapněte (ON).', desk],
    }),
    'key-shown': () => ({
      subject: 'byl zobrazen váš QR kód',
      happened: 'Znovu byl zobrazen QR kód vašeho ověření při přihlášení.',
      more: ['Kdo ho uvidí, může si váš klíč přidat do jiného telefonu.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'key-copied': ({ copy, serial }) => ({
      subject: copy === 'print' ? 'byla vytištěna kopie vašeho klíče' : 'byla stažena kopie vašeho klíče',
      happened:
        copy === 'print'
          ? 'Byla pořízena kopie klíče vašeho ověření při přihlášení k vytištění.'
          : `Byla stažena kopie klíče vašeho ověření při přihlášení (soubor ${copy.toUpperCase()}).`,
      facts: [['Sériové číslo kopie', serial]],
      more: [
        copy === 'print'
          ? 'List uložte do zásuvky, nenechávejte ho na stole.'
          : 'Soubor si uložte tam, kde ho uvidíte jen vy, a nikomu ho neposílejte.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'device-remembered': ({ expiresAt }, { when }) => ({
      subject: 'máte nové zapamatované zařízení',
      happened: 'Jeden prohlížeč požádal, abychom si v něm ověření zapamatovali.',
      facts: [['Platí do', when(expiresAt)]],
      more: ['Do té doby se z tohoto prohlížeče dá přihlásit heslem, bez kódu.'],
      ifYou: nothingToDo,
      ifNotYou: [open, 'Ve svém účtu v části „Zařízení a relace“ toto zařízení zapomeňte a ukončete ostatní relace.', newKey, desk],
    }),
    'device-token-reused': () => ({
      subject: 'zapomněli jsme jedno zařízení',
      happened: 'Zapomněli jsme jedno z vašich zapamatovaných zařízení, protože se objevila jeho stará kopie.',
      more: [
        'Stává se to, když se prohlížeč obnoví ze zálohy. Může to ale také znamenat, že někdo zkopíroval jeho data.',
        'Příště se toto zařízení znovu zeptá na kód.',
      ],
      ifYou: 'Pokud jde o obnovený nebo zkopírovaný prohlížeč, nemusíte nic dělat.',
      ifNotYou: [
        open,
        'Ve svém účtu v části „Zařízení a relace“ ukončete ostatní relace a zapomeňte všechna zapamatovaná zařízení.',
        'Podívejte se, jestli v počítači nemáte programy nebo rozšíření, které neznáte.',
        desk,
      ],
    }),
    'recovery-code-used': ({ left }) => ({
      subject: 'byl použit záložní kód',
      happened: 'Byl použit jeden z vašich záložních kódů. Znovu už fungovat nebude.',
      more: [
        left === 0
          ? 'Nezbývá vám žádný.'
          : plural(left, { one: 'Zbývá vám # kód.', few: 'Zbývají vám # kódy.', other: 'Zbývá vám # kódů.' }),
        ...(left <= 2
          ? ['Vytvořte si brzy nové v části „Dvoufaktorové ověření“, „Záložní kódy“. Budete k tomu potřebovat kód z aplikace.']
          : []),
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        open,
        endOthers,
        'V části „Dvoufaktorové ověření“ vytvořte nové záložní kódy: ty, které má možná někdo cizí, přestanou fungovat.',
        desk,
      ],
    }),
    'recovery-codes-renewed': () => ({
      subject: 'máte nové záložní kódy',
      happened: 'Bylo vytvořeno deset nových záložních kódů. Ty staré už nefungují.',
      more: ['Staré kopie vyhoďte a nové mějte jinde než telefon.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
  },
}
