import { oneLine } from './clean.ts'
import { desk, endOthers, newPassword, nothingToDo, open } from './phrases.cs.ts'
import type { Fact, RequestLetters } from './words.ts'

const about = (number: string, subject: string): Fact[] => [
  ['Číslo', number],
  ['Předmět', subject],
]
const assured = {
  code: 'kódem z aplikace',
  'trusted-device': 'ze zapamatovaného zařízení',
  password: 'heslem; ověření je vypnuté',
  program: 'programem',
}
const follow = 'Pokud o tom víte, můžete ji sledovat v klientské zóně v části „Žádosti“.'
const changes = {
  'in-progress': ['na vaší žádosti už pracujeme', 'Začali jsme pracovat na jedné z vašich žádostí.'],
  done: ['vaše žádost je vyřízená', 'Provedli jsme, o co žádáte v jedné ze svých žádostí.'],
  refused: ['vaši žádost neprovedeme', 'Nemůžeme provést, o co žádáte v jedné ze svých žádostí.'],
  withdrawn: ['vaše žádost byla stažena', 'Jedna z vašich žádostí byla stažena: neprovedeme ji.'],
} as const

/** The letters in Czech about authorised requests. */
export const requests: RequestLetters = {
  'request-sent': ({ number, subject, assurance }) => ({
    subject: 'dostali jsme vaši žádost',
    happened: 'Dostali jsme vaši žádost a zapečetili ji přesně tak, jak byla odeslána.',
    facts: [...about(number, subject), ['Jak byla potvrzena', assured[assurance]]],
    more: [
      'Nikdo v ní nemůže změnit ani písmeno. V části „Žádosti“ si můžete stáhnout potvrzení a dokud není vyřízená, žádost stáhnout zpět.',
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, 'V části „Žádosti“ stáhněte tuto žádost zpět.', endOthers, newPassword, desk],
  }),
  'request-to-sign': ({ number, subject, by, expiresAt }, { when }) => ({
    subject: 'máte žádost k podpisu',
    happened: 'Podpora zapsala, o co někdo telefonicky požádal vaším jménem. Dokud to nepodepíšete, nic neuděláme.',
    facts: [...about(number, subject), ['Kdo ji zapsal', by], ['Podepsat lze do', when(expiresAt)]],
    more: [open],
    ifYou: 'Pokud jste volali vy, dobře si vše přečtěte v části „Žádosti“, a pokud je to, co chcete, podepište to.',
    ifNotYou: [
      'Nic nepodepisujte a nikomu neříkejte žádný kód: bez vašeho podpisu se nic nestane.',
      'V části „Žádosti“ tuto žádost odmítněte.',
      'Zavolejte nebo napište podpoře a řekněte jí o tom: někdo volal vaším jménem.',
    ],
  }),
  'request-changed': ({ number, subject, state, reason }) => ({
    subject: changes[state][0],
    happened: changes[state][1],
    facts: about(number, subject),
    more: state === 'refused' ? [`Důvod: ${oneLine(reason, 500)}`, 'Pokud o to stále stojíte, můžete poslat novou.'] : [],
    ifYou: follow,
    ifNotYou: [open, 'V části „Žádosti“ se podívejte, co v ní stojí, a napište nám tam zprávu.', desk],
  }),
  'request-message': ({ number, subject, by }) => ({
    subject: 'máte zprávu k žádosti',
    happened: 'Podpora vám napsala k jedné z vašich žádostí.',
    facts: [...about(number, subject), ['Kdo vám napsal', by]],
    more: ['Zpráva je v klientské zóně v části „Žádosti“: tam si ji přečtete a můžete odpovědět.'],
    ifYou: open,
    ifNotYou: 'Pokud nevíte, o kterou žádost jde, než odpovíte, podívejte se na ni. Pokud není vaše, zavolejte nebo napište podpoře.',
  }),
}
