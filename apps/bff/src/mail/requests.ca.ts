import { oneLine } from './clean.ts'
import { desk, endOthers, newPassword, nothingToDo, open } from './phrases.ca.ts'
import type { Fact, RequestLetters } from './words.ts'

const about = (number: string, subject: string): Fact[] => [
  ['Número', number],
  ['Assumpte', subject],
]
const assured = {
  code: "amb un codi de l'aplicació",
  'trusted-device': "des d'un dispositiu recordat",
  password: 'amb la contrasenya; la verificació està desactivada',
  program: 'per un programa',
}
const follow = "Si has estat tu, la pots seguir a l'àrea de client, a «Sol·licituds»."
const changes = {
  'in-progress': ['ja treballem en la teva sol·licitud', 'Hem començat a treballar en una sol·licitud teva.'],
  done: ['la teva sol·licitud està feta', 'Hem fet el que demanaves en una sol·licitud.'],
  refused: ['no farem la teva sol·licitud', 'No podem fer el que demanaves en una sol·licitud.'],
  withdrawn: ["la teva sol·licitud s'ha retirat", "S'ha retirat una sol·licitud teva: no la farem."],
} as const

/** The letters in Catalan about authorised requests. */
export const requests: RequestLetters = {
  'request-sent': ({ number, subject, assurance }) => ({
    subject: 'hem rebut la teva sol·licitud',
    happened: "Hem rebut una sol·licitud teva i l'hem segellada tal com la vas enviar.",
    facts: [...about(number, subject), ["Com s'ha confirmat", assured[assurance]]],
    more: ['Ningú no en pot canviar ni una lletra. A «Sol·licituds» en pots baixar el rebut i, mentre no estigui feta, retirar-la.'],
    ifYou: nothingToDo,
    ifNotYou: [open, 'A «Sol·licituds», retira aquesta sol·licitud.', endOthers, newPassword, desk],
  }),
  'request-to-sign': ({ number, subject, by, expiresAt }, { when }) => ({
    subject: 'tens una sol·licitud per signar',
    happened: "El servei d'atenció ha escrit el que s'ha demanat per telèfon en nom teu. No en farem res si no ho signes tu.",
    facts: [...about(number, subject), ["Qui l'ha escrita", by], ['Es pot signar fins a', when(expiresAt)]],
    more: [open],
    ifYou: 'Si has trucat tu, llegeix-ho bé a «Sol·licituds» i, si és el que vols, signa-ho.',
    ifNotYou: [
      'No ho signis, i no diguis cap codi a ningú: sense la teva signatura no es fa res.',
      'A «Sol·licituds», rebutja aquesta sol·licitud.',
      "Truca o escriu al servei d'atenció i explica-ho: algú ha trucat en nom teu.",
    ],
  }),
  'request-changed': ({ number, subject, state, reason }) => ({
    subject: changes[state][0],
    happened: changes[state][1],
    facts: about(number, subject),
    more: state === 'refused' ? [`Motiu: ${oneLine(reason, 500)}`, 'Si encara ho vols, en pots enviar una de nova.'] : [],
    ifYou: follow,
    ifNotYou: [open, 'A «Sol·licituds», mira què hi diu i escriu-nos-hi un missatge.', desk],
  }),
  'request-message': ({ number, subject, by }) => ({
    subject: 'tens un missatge sobre una sol·licitud',
    happened: "El servei d'atenció t'ha escrit sobre una sol·licitud teva.",
    facts: [...about(number, subject), ["Qui t'ha escrit", by]],
    more: ["El missatge és a l'àrea de client, a «Sol·licituds»: allà el pots llegir i respondre."],
    ifYou: open,
    ifNotYou:
      "Si no saps de quina sol·licitud es tracta, mira-la abans de respondre. Si no l'has feta tu, truca o escriu al servei d'atenció.",
  }),
}
