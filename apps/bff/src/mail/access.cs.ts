import { clock, desk, endOthers, forgot, newPassword, nothingToDo, open } from './phrases.cs.ts'
import { pluralsOf } from './plural.ts'
import type { AccessLetters } from './words.ts'

const plural = pluralsOf('cs')
const setPassword = 'Nastavit nové heslo:'
const closed = 'Ostatní relace jsme ukončili a zapamatovaná zařízení zapomněli.'

/** The letters in Czech about getting in, and about what somebody signs in with. */
export const access: AccessLetters = {
  'half-sign-in': ({ count, signIns }) => ({
    subject: 'přihlášení s vaším heslem nebylo dokončeno',
    happened: plural(count, {
      one: 'Někdo správně zadal vaše heslo, ale nepřihlásil se: přihlášení nepotvrdil kódem.',
      other: 'Někdo #krát správně zadal vaše heslo, ale nepřihlásil se: přihlášení nepotvrdil kódem.',
    }),
    more: [
      ...(count > signIns.length
        ? [
            plural(signIns.length, {
              one: 'Uvádíme jen poslední pokus.',
              few: 'Uvádíme # poslední pokusy.',
              other: 'Uvádíme # posledních pokusů.',
            }),
          ]
        : []),
      'Takto se nikdo dovnitř nedostal. A dokud se nepřihlásíte s kódem nebo nám neodpovíte, chceme kód i na zapamatovaných zařízeních.',
    ],
    ifYou: 'Pokud o tom víte, nemusíte nic dělat.',
    ifNotYou: [
      'Vaše heslo zná někdo cizí: otevřete odkaz níže a na stránce to potvrďte.',
      'Heslo přestane platit, ukončíme všechny relace, zapomeneme zařízení a pošleme vám e-mail, abyste si nastavili nové. Pokud to uděláte omylem, nebude vás to stát nic víc než nové heslo.',
      'Pokud stejné heslo používáte i jinde, změňte ho také tam.',
      'Když neuděláte nic, bez kódu se ten člověk dovnitř nedostane ani příště, ale může to zkoušet znovu.',
    ],
    label: 'To nejsem já:',
  }),
  'reset-required': () => ({
    subject: 'příliš mnoho chybných kódů, je potřeba nové heslo',
    happened: 'V prohlížečích, které neznáme, bylo správně zadáno vaše heslo a potom příliš mnoho chybných kódů.',
    more: [
      'V těchto prohlížečích už žádný kód nepřijmeme, ani správný, dokud nebude nastaveno nové heslo. Zapomněli jsme také zapamatovaná zařízení.',
      'V prohlížečích, kde jste se už někdy přihlásili, se můžete dál přihlašovat heslem a kódem.',
    ],
    ifYou: `${clock} Potom si nastavte nové heslo.`,
    ifNotYou: [open, forgot, 'Ověření nevypínejte: právě to vás ochránilo.', desk],
  }),
  'codes-blocked': () => ({
    subject: 'ukončili jsme relaci kvůli chybným kódům',
    happened: 'V jedné otevřené relaci vašeho účtu bylo zadáno příliš mnoho chybných kódů, a proto jsme ji ukončili.',
    more: ['To, k čemu měly kódy sloužit, se neprovedlo.'],
    ifYou: `${clock} Potom se znovu přihlaste.`,
    ifNotYou: [open, newPassword, 'Ověření nevypínejte: právě to vás chrání.', desk],
  }),
  'browser-approval': () => ({
    subject: 'pokus o přihlášení z prohlížeče, který neznáme',
    happened: 'Někdo se zkusil přihlásit k vašemu účtu z prohlížeče, který neznáme.',
    more: [
      'Předtím bylo zadáno mnoho chybných hesel. Proto v neznámých prohlížečích už žádné heslo nepřijmeme, ani správné, pokud se v nich nejdřív neotevře tento odkaz.',
      'Prohlížeče, kde jste se už někdy přihlásili, fungují jako vždy.',
    ],
    ifYou: 'Pokud o tom víte, otevřete odkaz v prohlížeči, ze kterého se chcete přihlásit, a zadejte v něm heslo znovu.',
    label: 'Schválit tento prohlížeč:',
    ifNotYou:
      'Pokud o tom nevíte, odkaz neotevírejte a nikomu ho neposílejte. Nic dalšího dělat nemusíte: nikdo se nepřihlásil a nic se nezměnilo.',
  }),
  'new-browser': () => ({
    subject: 'přihlášení k vašemu účtu z nového prohlížeče',
    happened: 'K vašemu účtu se někdo přihlásil z prohlížeče, který jste tu ještě nepoužili.',
    more: ['Anonymní okna a prohlížeče, které mažou soubory cookie, nám také připadají nové.'],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
  'password-reset': () => ({
    subject: 'žádost o nové heslo',
    happened: 'Někdo požádal o odkaz k nastavení nového hesla k vašemu účtu.',
    more: ['Zatím se nic nezměnilo: dosavadní heslo platí dál.'],
    ifYou:
      'Pokud o tom víte, otevřete odkaz a nastavte si nové heslo. Pak se přihlaste jako vždy: ověření při přihlášení zůstává beze změny.',
    label: setPassword,
    ifNotYou: 'Pokud o tom nevíte, nemusíte nic dělat: bez odkazu z tohoto e-mailu nikdo nic nezmění. Nikomu ho neposílejte.',
  }),
  'password-burned': () => ({
    subject: 'vaše heslo už neplatí',
    happened: 'Na naše upozornění přišla odpověď „To nejsem já“. Vaše heslo proto už neplatí.',
    more: [
      'Ukončili jsme také všechny relace a zapomněli zapamatovaná zařízení. Ověření při přihlášení se nezměnilo.',
      'Když odkaz vyprší, požádejte o nový na přihlašovací stránce přes „Zapomněli jste heslo?“.',
    ],
    ifYou: 'Pokud o tom víte, nastavte si nové heslo, které nepoužíváte nikde jinde, a můžete se znovu přihlásit.',
    label: setPassword,
    ifNotYou: [
      'Vaše e-maily možná čte někdo cizí: hned si změňte heslo ke schránce.',
      'Otevřete odkaz výše a nastavte si nové heslo i tady.',
      'Zavolejte nebo napište podpoře a řekněte jí o tom.',
    ],
  }),
  'password-changed': ({ by }) => ({
    subject: 'vaše heslo bylo změněno',
    happened:
      by === 'reset'
        ? 'K vašemu účtu bylo nastaveno nové heslo, a to odkazem, který jsme vám poslali e-mailem.'
        : 'Heslo k vašemu účtu bylo změněno.',
    more: [by === 'reset' ? 'Všechny relace jsme ukončili a zapamatovaná zařízení zapomněli.' : closed],
    ifYou: nothingToDo,
    ifNotYou: [
      ...(by === 'reset' ? ['Vaše e-maily možná čte někdo cizí: hned si změňte heslo ke schránce.'] : []),
      open,
      forgot,
      'Zavolejte nebo napište podpoře a řekněte jí o tom.',
    ],
  }),
  'email-code': () => ({
    subject: 'kód k potvrzení této adresy',
    happened: 'Někdo požádal, aby se touto adresou mohl přihlašovat do klientské zóny.',
    more: ['Zatím se nic nezměnilo: nejdřív je potřeba zadat tento kód.'],
    ifYou: 'Pokud o tom víte, zadejte kód na stránce, kde jste o změnu požádali.',
    label: 'Kód:',
    ifNotYou: 'Pokud o tom nevíte, nemusíte nic dělat: někdo se asi spletl v adrese a bez kódu se nic nezmění.',
  }),
  'email-change-asked': ({ email }) => ({
    subject: 'žádost o změnu vaší e-mailové adresy',
    happened: 'Někdo požádal o změnu e-mailové adresy, kterou se přihlašujete.',
    facts: [['Nová adresa', email]],
    more: [
      'Zatím se nic nezměnilo. Na novou adresu jsme poslali kód a změna se provede, až bude ve vašem účtu zadán. Do té doby se přihlašujte dosavadní adresou.',
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, 'Ve svém účtu změnu adresy zrušte a změňte si heslo.', endOthers, desk],
  }),
  'email-in-use': () => ({
    subject: 'někdo chtěl použít vaši e-mailovou adresu',
    happened: 'V jiném účtu někdo požádal o použití této adresy, která už patří k tomu vašemu.',
    more: ['Nic se nezměnilo a nikomu jsme neřekli, že k této adrese účet existuje.'],
    ifYou: 'Pokud o tom víte, použijte pro druhý účet jinou adresu.',
    ifNotYou: 'Pokud o tom nevíte, nemusíte nic dělat: někdo se asi spletl v adrese.',
  }),
  'email-changed': ({ from, to }) => ({
    subject: 'vaše e-mailová adresa byla změněna',
    happened: 'E-mailová adresa, kterou se přihlašujete, byla změněna.',
    facts: [
      ['Dříve', from],
      ['Nyní', to],
    ],
    more: ['Přihlašujte se novou adresou a stejným heslem. Na novou adresu budou chodit i naše e-maily.', closed],
    ifYou: nothingToDo,
    ifNotYou: [
      'Hned zavolejte nebo napište podpoře: starou adresou se už nepřihlásíte.',
      'Tento e-mail si nechte: čas, prohlížeč a místo pomohou zjistit, co se stalo.',
    ],
  }),
  'phone-changed': ({ from, to }) => ({
    subject: 'vaše telefonní číslo bylo změněno',
    happened: to === '' ? 'Z vašeho účtu bylo odebráno telefonní číslo.' : 'Telefonní číslo ve vašem účtu bylo změněno.',
    facts: [
      ['Dříve', from || 'žádné'],
      ['Nyní', to || 'žádné'],
    ],
    more: [
      'Ostatní relace jsme ukončili.',
      ...(to === '' ? [] : ['Nemáte-li zapnuté ověření při přihlášení, přijímáme z tohoto čísla telefonické pokyny.']),
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
}
