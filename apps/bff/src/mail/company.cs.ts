import { oneLine } from './clean.ts'
import { open } from './phrases.cs.ts'
import { pluralsOf } from './plural.ts'
import type { CompanyLetters, Fact } from './words.ts'

const plural = pluralsOf('cs')
const doneBy = (name: string): Fact => ['Kdo to provedl', name]
const program = (login: string): Fact => ['Kontakt API', login]
const known = 'Pokud o tom víte, nemusíte nic dělat.'
const unsure =
  'Pokud jste to nečekali, zeptejte se na to jinou cestou přímo této osoby. Pokud o ničem neví, zavolejte nebo napište podpoře.'
const roles = { member: 'člen', support: 'podpora' }
const whatWords = { name: 'jméno', phone: 'telefon', language: 'jazyk' }

/** The letters in Czech about the company: its people, its rule and its programs. */
export const company: CompanyLetters = {
  invitation: ({ company, by }) => ({
    subject: 'pozvánka do klientské zóny',
    happened: 'Dostáváte pozvánku do klientské zóny firmy.',
    facts: [
      ['Firma', company],
      ['Kdo vás zve', by],
    ],
    ifYou: 'Pokud víte, kdo vás zve, otevřete odkaz a nastavte si heslo: tím váš účet vznikne.',
    label: 'Přijmout pozvánku:',
    ifNotYou: 'Pokud o ničem nevíte, nemusíte nic dělat: bez odkazu žádný účet nevznikne. Odkaz nikomu neposílejte.',
  }),
  'invitation-in-use': ({ company, by }) => ({
    subject: 'jiná firma vás chtěla pozvat',
    happened: 'Jiná firma chtěla pozvat tuto adresu, která už patří k vašemu účtu.',
    facts: [
      ['Firma', company],
      ['Kdo zve', by],
    ],
    more: ['Nic se nezměnilo a nikomu jsme neřekli, že tato adresa už účet má. Jedna adresa může patřit jen k jednomu účtu.'],
    ifYou: 'Pokud chcete mít přístup i do zóny této firmy, dejte jí jinou svou adresu.',
    ifNotYou: 'Pokud o ničem nevíte, nemusíte nic dělat.',
  }),
  'contact-changed': ({ by, what }) => ({
    subject: 'správce změnil vaše údaje',
    happened: 'Správce vaší firmy změnil vaše kontaktní údaje.',
    facts: [['Co se změnilo', what.map((field) => whatWords[field]).join(', ')], doneBy(by)],
    more: what.includes('phone')
      ? ['Pokud nemáte zapnuté ověření při přihlášení, přijímáme telefonické pokyny z nového čísla a z předchozího už ne.']
      : [],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'role-changed': ({ by, role }) => ({
    subject: role === 'admin' ? 'máte teď roli správce firmy' : 'už nemáte roli správce firmy',
    happened: role === 'admin' ? 'Ve své firmě máte teď roli správce.' : 'Ve své firmě už nemáte roli správce.',
    facts: [doneBy(by)],
    more:
      role === 'admin'
        ? [
            'Můžete spravovat kontakty a jejich ověření. Vaše zapamatovaná zařízení jsme zapomněli: příště se zeptáme na kód.',
            'Pokud ještě nemáte zapnuté ověření při přihlášení, zapněte si ho: kdo spravuje ověření ostatních, musí mít své.',
          ]
        : ['Kontakty už spravovat nemůžete. Váš účet funguje dál.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  deactivated: ({ by }) => ({
    subject: 'váš účet je vypnutý',
    happened: 'Správce vaší firmy vypnul váš účet.',
    facts: [doneBy(by)],
    more: ['Ukončili jsme všechny relace, zapomněli zařízení a už se nemůžete přihlásit. Nic nebylo smazáno.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  activated: ({ by }) => ({
    subject: 'váš účet je znovu zapnutý',
    happened: 'Správce vaší firmy znovu zapnul váš účet.',
    facts: [doneBy(by)],
    more: ['Můžete se přihlásit dosavadním heslem.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  left: ({ by, company }) => ({
    subject: 'váš účet už neexistuje',
    happened: 'Správce vás odebral z firmy.',
    facts: [['Firma', company], doneBy(by)],
    more: [
      'Ukončili jsme všechny relace, zapomněli zařízení, klíč ani záložní kódy už neplatí a vaše otevřené žádosti jsme stáhli. Vaše telefonní číslo už neplatí.',
      'Záznam v aplikaci v telefonu můžete smazat. Tato adresa je opět volná.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'sessions-ended-by-admin': ({ by }) => ({
    subject: 'správce ukončil vaše relace',
    happened: 'Správce vaší firmy ukončil všechny vaše relace a nechal zapomenout zapamatovaná zařízení.',
    facts: [doneBy(by)],
    more: ['Chcete-li pokračovat, přihlaste se znovu.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'verification-on-by-admin': ({ by }) => ({
    subject: 'správce vám zapnul ověření při přihlášení',
    happened: 'Správce vaší firmy vám zapnul ověření při přihlášení, a to kódem z vašeho telefonu.',
    facts: [doneBy(by)],
    more: [
      'Od této chvíle se při přihlášení zeptáme na heslo a na kód z aplikace ve vašem telefonu. Všechny vaše relace jsme ukončili.',
      'Správce viděl váš klíč. Až budete moci, vyměňte ho: v části „Dvoufaktorové ověření“ ověření vypněte (OFF) a znovu zapněte (ON).',
      'Zatím nemáte žádné záložní kódy: vytvoříte si je na stejném místě.',
      'Telefonické pokyny z vašeho čísla už nepřijímáme a staré rozhraní SOAP tento kontakt odmítá.',
    ],
    ifYou: 'Pokud o tom víte, stačí vyměnit klíč.',
    ifNotYou: unsure,
  }),
  'verification-required': ({ by }) => ({
    subject: 'je potřeba zapnout ověření při přihlášení',
    happened: 'Správce vaší firmy žádá, abyste si zapnuli ověření při přihlášení.',
    facts: [doneBy(by)],
    more: ['Klientská zóna to po vás bude chtít dřív než cokoli jiného. Mějte po ruce telefon: zabere to jen pár minut.'],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'verification-off-by-admin': ({ by, reason, setUpAnew }) => ({
    subject: 'správce vám vypnul ověření při přihlášení',
    happened: 'Správce vaší firmy vám vypnul ověření při přihlášení.',
    facts: [doneBy(by)],
    more: [
      `Důvod: ${oneLine(reason, 500)}`,
      'Ukončili jsme všechny relace, zapomněli zapamatovaná zařízení a záložní kódy už neplatí.',
      setUpAnew
        ? 'Při příštím přihlášení ho budete muset dřív než cokoli jiného znovu zapnout s novým klíčem.'
        : 'K přihlášení teď stačí heslo. Ověření můžete kdykoli znovu zapnout s novým klíčem.',
      'Starý záznam v aplikaci v telefonu můžete smazat.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-set': ({ by, from }, { when }) => ({
    subject: 'vaše firma bude chtít ověření po všech',
    happened: 'Vaše firma rozhodla, že všichni musí mít zapnuté ověření při přihlášení.',
    facts: [['Od kdy', when(from)], doneBy(by)],
    more: [
      'Vy ho zatím zapnuté nemáte. Zapněte si ho včas v části „Dvoufaktorové ověření“: zabere to jen pár minut. Od té chvíle to po vás klientská zóna bude chtít dřív než cokoli jiného.',
    ],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'rule-lifted': ({ by }) => ({
    subject: 'vaše firma už ověření nevyžaduje',
    happened: 'Vaše firma už nevyžaduje, aby všichni měli zapnuté ověření při přihlášení.',
    facts: [doneBy(by)],
    more: ['Zapnout si ho můžete kdykoli i tak: nic nechrání váš účet lépe.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-reminder': ({ from, days }, { when }) => ({
    subject: 'nezapomeňte zapnout ověření při přihlášení',
    happened: plural(days, {
      one: 'Za # den bude vaše firma vyžadovat ověření při přihlášení a vy ho zatím zapnuté nemáte.',
      few: 'Za # dny bude vaše firma vyžadovat ověření při přihlášení a vy ho zatím zapnuté nemáte.',
      other: 'Za # dní bude vaše firma vyžadovat ověření při přihlášení a vy ho zatím zapnuté nemáte.',
    }),
    facts: [['Od kdy', when(from)]],
    more: ['Zapněte si ho včas v části „Dvoufaktorové ověření“: zabere to jen pár minut. Mějte po ruce telefon.'],
    ifYou: open,
    ifNotYou: 'Když neuděláte nic, od té chvíle to po vás klientská zóna bude chtít dřív než cokoli jiného.',
  }),
  'new-admin': ({ by, who }) => ({
    subject: 'vaše firma má nového správce',
    happened: 'Jeden z kontaktů vaší firmy má teď roli správce.',
    facts: [['Kdo', who], doneBy(by)],
    more: ['Správci spravují kontakty firmy a jejich ověření.'],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned s oběma promluvte a v části „Kontakty“ vraťte tomuto kontaktu roli člena.',
  }),
  'admin-no-more': ({ by, who }) => ({
    subject: 'vaše firma má o správce méně',
    happened: 'Jeden z kontaktů vaší firmy už v ní nepůsobí jako správce.',
    facts: [['Kdo', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned s oběma promluvte. Roli je možné vrátit v části „Kontakty“.',
  }),
  'admin-verification-off': ({ by, who }) => ({
    subject: 'jednomu ze správců bylo vypnuto ověření',
    happened: 'Správce vaší firmy vypnul ověření při přihlášení jinému správci.',
    facts: [['Kdo', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned s oběma promluvte.',
  }),
  'main-account-changed': ({ by, who }) => ({
    subject: 'hlavní účet vaší firmy se změnil',
    happened: 'Hlavní účet vaší firmy, který zastupuje firmu samotnou, převzal jiný správce.',
    facts: [['Hlavní účet', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned s oběma promluvte, nebo zavolejte či napište podpoře.',
  }),
  'api-contact-made': ({ by, login }) => ({
    subject: 'vaše firma má nový kontakt API',
    happened: 'Byl vytvořen kontakt API: program, který smí jménem firmy volat rozhraní SOAP.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned promluvte s tím, kdo to provedl, a kontakt API odeberte.',
  }),
  'api-password-changed': ({ by, login }) => ({
    subject: 'heslo kontaktu API se změnilo',
    happened: 'Pro kontakt API bylo vytvořeno nové heslo. Předchozí platí ještě 24 hodin.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned promluvte s tím, kdo to provedl, a heslo změňte ještě jednou, nebo kontakt API odeberte.',
  }),
  'api-addresses-changed': ({ by, login }) => ({
    subject: 'adresy kontaktu API se změnily',
    happened: 'Seznam adres, ze kterých smí kontakt API volat, se změnil.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, hned promluvte s tím, kdo to provedl, a seznam zkontrolujte.',
  }),
  'api-contact-removed': ({ by, login }) => ({
    subject: 'kontakt API byl odebrán',
    happened: 'Kontakt API byl odebrán: jeho hesla už neplatí.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, promluvte s tím, kdo to provedl: program, který ho používal, už nefunguje.',
  }),
  'api-password-expires': ({ login, expiresAt }, { when }) => ({
    subject: 'heslu kontaktu API brzy skončí platnost',
    happened: 'Heslu jednoho kontaktu API vaší firmy brzy skončí platnost.',
    facts: [program(login), ['Platí do', when(expiresAt)]],
    more: ['Vytvořte včas nové a zadejte ho do programu. Předchozí pak platí ještě 24 hodin.'],
    ifYou: open,
    ifNotYou: 'Když neuděláte nic, program v ten den přestane fungovat.',
  }),
  'verification-released': ({ by }) => ({
    subject: 'ověření už zapínat nemusíte',
    happened: 'Správce vaší firmy už nežádá, abyste si zapnuli ověření při přihlášení.',
    facts: [doneBy(by)],
    more: ['Zapnout si ho můžete kdykoli: nic nechrání váš účet lépe.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'invitation-accepted': ({ who, email, role }) => ({
    subject: 'pozvánka byla přijata',
    happened: 'Člověk, kterého jste do své firmy pozvali, v ní už má účet.',
    facts: [
      ['Kdo', who],
      ['E-mail', email],
      ['Role', roles[role]],
    ],
    ifYou: known,
    ifNotYou: 'Pokud jste to nečekali, promluvte si s tím, kdo ho pozval, a v části „Kontakty“ ho vypněte.',
  }),
}
