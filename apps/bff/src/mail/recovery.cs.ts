import { oneLine } from './clean.ts'
import type { Fact, RecoveryLetters } from './words.ts'

const numbered = (number: string): Fact => ['Číslo případu', number]
const of = (who: string): Fact => ['Čí je účet', who]
const known = 'Pokud o tom víte, nemusíte nic dělat.'
const stop = 'Zastavit tento případ:'
const stopIt =
  'Pokud o tom nevíte, zastavte případ odkazem z e-mailu, který jsme vám poslali při jeho založení, nebo zavolejte či napište podpoře.'
const nothingChanged = 'Nic se nezměnilo: ověření zůstává zapnuté, se stejným klíčem.'
const care =
  'Do té doby má tento účet zvýšenou ochranu: nemůže nic měnit na kontaktech firmy a z jeho čísla nepřijímáme telefonické pokyny.'

/** The letters in Czech about lost devices. */
export const recovery: RecoveryLetters = {
  'case-code': ({ number }) => ({
    subject: 'kód k vašemu případu',
    happened: 'Někdo požádal o kód, který otevře stránku vašeho případu obnovení přístupu.',
    facts: [numbered(number)],
    more: ['S tímto kódem lze případ sledovat a přidávat k němu dokumenty. Do vašeho účtu nikoho nepustí.'],
    ifYou: 'Pokud o tom víte, napište kód na stránku, na které jste o něj požádali.',
    label: 'Kód:',
    ifNotYou: 'Pokud o tom nevíte, kód nikomu neříkejte. Pokud nevíte ani o tomto případu, zavolejte nebo napište podpoře.',
  }),
  'case-opened': ({ number, who, company }) => ({
    subject: 'byl založen případ kvůli ztracenému telefonu',
    happened: 'Někdo, kdo zná heslo k účtu, oznámil ztrátu telefonu a chce, abychom vypnuli ověření při přihlášení.',
    facts: [of(who), ['Firma', company], numbered(number)],
    more: [
      'Zatím se nic nezměnilo. Uděláme to jen tehdy, když nám pošle formulář s úředně ověřeným podpisem a když ho schválí dva lidé z podpory. A předem vám dáme vědět.',
    ],
    ifYou: 'Pokud je to vaše žádost, nebo vám o ní tato osoba řekla, nemusíte nic dělat.',
    ifNotYou:
      'Pokud máte jakoukoli pochybnost, zastavte to: otevřete odkaz a potvrďte to na stránce. Nikomu to neuškodí, protože potom lze založit jiný případ. A dejte této osobě vědět: někdo zná její heslo a musí si ho změnit.',
    label: stop,
  }),
  'case-approved': ({ number, who, company, until }, { when }) => ({
    subject: 'brzy vypneme ověření jednoho účtu',
    happened: 'Dva lidé z podpory zkontrolovali dokumenty případu obnovení přístupu a schválili ho.',
    facts: [of(who), ['Firma', company], numbered(number), ['Uděláme to', when(until)]],
    more: [
      'Potom ověření tohoto účtu vypneme, ukončíme všechny jeho relace a na jeho adresu pošleme odkaz k nastavení nového hesla. Do té chvíle se to dá ještě zastavit.',
    ],
    ifYou: 'Pokud je to vaše žádost, nebo vám o ní tato osoba řekla, nemusíte nic dělat.',
    ifNotYou: 'Pokud máte jakoukoli pochybnost, zastavte to včas: otevřete odkaz a potvrďte to na stránce. A dejte této osobě vědět.',
    label: stop,
  }),
  'case-submitted': ({ number, answerBy }, { when }) => ({
    subject: 'dostali jsme dokumenty k vašemu případu',
    happened: 'Dostali jsme dokumenty k vašemu případu obnovení přístupu a zkontrolujeme je.',
    facts: [numbered(number), ['Odpovíme do', when(answerBy)]],
    ifYou: 'Pokud o tom víte, teď nemusíte nic dělat: napíšeme vám.',
    ifNotYou: stopIt,
  }),
  'case-asked-again': ({ number, message, expiresAt }, { when }) => ({
    subject: 'vašemu případu ještě něco chybí',
    happened: 'Podívali jsme se na dokumenty k vašemu případu obnovení přístupu a ještě nám něco chybí.',
    facts: [numbered(number), ['Počkáme do', when(expiresAt)]],
    more: [
      `Co chybí: ${oneLine(message, 2000)}`,
      'Pošlete to ze stránky případu: její adresa je na formuláři a ke vstupu potřebujete číslo a kód, který vám pošleme e-mailem.',
    ],
    ifYou: 'Pokud už to máte, pošlete to. Mezitím se nic nemění.',
    ifNotYou: stopIt,
  }),
  'case-refused': ({ number, reason }) => ({
    subject: 'váš případ jsme neschválili',
    happened: 'Váš případ obnovení přístupu jsme nemohli schválit, a tím je uzavřený.',
    facts: [numbered(number)],
    more: [`Důvod: ${oneLine(reason, 2000)}`, nothingChanged],
    ifYou: 'Pokud se stále nemůžete přihlásit, požádejte o pomoc jiného správce firmy, nebo na stránce s kódem založte nový případ.',
    ifNotYou: 'Pokud jste žádný případ nezaložili, někdo zná vaše heslo: změňte si ho a zavolejte nebo napište podpoře.',
  }),
  'case-expired': ({ number }) => ({
    subject: 'lhůta vašeho případu vypršela',
    happened: 'Dokumenty k vašemu případu obnovení přístupu nepřišly včas, a tím je uzavřený.',
    facts: [numbered(number)],
    more: [nothingChanged],
    ifYou: 'Pokud se stále nemůžete přihlásit, založte na stránce s kódem nový případ.',
    ifNotYou: 'Pokud jste žádný případ nezaložili, někdo zná vaše heslo: změňte si ho a zavolejte nebo napište podpoře.',
  }),
  'case-completed': ({ number, careUntil }, { when }) => ({
    subject: 'teď si můžete nastavit nové heslo',
    happened: 'Váš případ obnovení přístupu je vyřízený: vypnuli jsme ověření při přihlášení ve vašem účtu.',
    facts: [numbered(number), ['Zvýšená ochrana do', when(careUntil)]],
    more: [
      'Dosavadní heslo ani záložní kódy už neplatí, všechny relace jsme ukončili a zařízení zapomněli.',
      care,
      'Po přihlášení znovu zapněte ověření s novým telefonem: i klíč bude nový.',
    ],
    ifYou:
      'Otevřete odkaz a nastavte si heslo, které nepoužíváte nikde jinde. Když jeho platnost vyprší, požádejte o další na přihlašovací stránce pod „Zapomněli jste heslo?“.',
    label: 'Nastavit nové heslo:',
    ifNotYou: 'Pokud jste žádný případ nezaložili, hned zavolejte nebo napište podpoře a odkaz nikomu neposílejte.',
  }),
  'case-stopped': ({ number, who, by }) => ({
    subject: 'případ obnovení přístupu byl zastaven',
    happened: 'Případ, ve kterém šlo o vypnutí ověření jednoho účtu, byl zastaven.',
    facts: [of(who), numbered(number), ['Kdo ho zastavil', by || 'někdo s odkazem z našeho e-mailu']],
    more: [nothingChanged, 'V tomto případu nelze pokračovat, ale lze založit jiný.'],
    ifYou: known,
    ifNotYou:
      'Pokud vás to překvapilo, promluvte si s touto osobou jinou cestou. Pokud případ nezaložila, někdo zná její heslo a musí si ho změnit.',
  }),
  'case-withdrawn': ({ number, who }) => ({
    subject: 'případ obnovení přístupu byl stažen',
    happened: 'Kdo založil případ kvůli ztracenému telefonu, ten ho také stáhl.',
    facts: [of(who), numbered(number)],
    more: [nothingChanged],
    ifYou: known,
    ifNotYou:
      'Pokud vás to překvapilo, promluvte si s touto osobou jinou cestou. Pokud případ nezaložila, někdo zná její heslo a musí si ho změnit.',
  }),
  'case-vouched': ({ number, who, by }) => ({
    subject: 'správce se zaručil za případ obnovení přístupu',
    happened: 'Jiný správce firmy potvrdil, že případ kvůli ztracenému telefonu opravdu založila tato osoba.',
    facts: [of(who), numbered(number), ['Kdo to potvrdil', by]],
    more: ['Dokumenty se kontrolují stejně; jen čekání na konci bude kratší.'],
    ifYou: known,
    ifNotYou: 'Pokud vás to překvapilo, promluvte si s oběma jinou cestou. Případ lze stále zastavit odkazem z e-mailu, který už máte.',
  }),
  'case-over': ({ number, who, careUntil }, { when }) => ({
    subject: 'případ obnovení přístupu je vyřízený',
    happened: 'Vypnuli jsme ověření účtu, ke kterému se ztratil telefon, a poslali jsme na jeho adresu odkaz k nastavení nového hesla.',
    facts: [of(who), numbered(number), ['Zvýšená ochrana do', when(careUntil)]],
    more: [care],
    ifYou: known,
    ifNotYou: 'Pokud vás to překvapilo, promluvte si s touto osobou jinou cestou. Pokud o ničem neví, hned zavolejte nebo napište podpoře.',
  }),
}
