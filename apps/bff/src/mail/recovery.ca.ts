import { oneLine } from './clean.ts'
import type { Fact, RecoveryLetters } from './words.ts'

const numbered = (number: string): Fact => ['Número del cas', number]
const of = (who: string): Fact => ['De qui és el compte', who]
const known = 'Si ja ho sabies, no cal que facis res.'
const stop = 'Atura aquest cas:'
const stopIt =
  "Si no has estat tu, atura el cas amb l'enllaç del correu que et vam enviar quan es va obrir, o truca o escriu al servei d'atenció."
const nothingChanged = 'No ha canviat res: la verificació continua activada, amb la mateixa clau.'
const care =
  "Fins aleshores aquest compte té protecció reforçada: no pot canviar res dels contactes de l'empresa, i no acceptem ordres per telèfon des del seu número."

/** The letters in Catalan about lost devices. */
export const recovery: RecoveryLetters = {
  'case-code': ({ number }) => ({
    subject: 'el codi per veure el teu cas',
    happened: "S'ha demanat el codi que obre la pàgina d'un cas de recuperació teu.",
    facts: [numbered(number)],
    more: ['Amb aquest codi es pot seguir el cas i afegir-hi documents. No fa entrar ningú al teu compte.'],
    ifYou: "Si has estat tu, escriu el codi a la pàgina on l'has demanat.",
    label: 'Codi:',
    ifNotYou: "Si no has estat tu, no diguis el codi a ningú. Si tampoc no has obert aquest cas, truca o escriu al servei d'atenció.",
  }),
  'case-opened': ({ number, who, company }) => ({
    subject: "s'ha obert un cas per un mòbil perdut",
    happened:
      "Algú que sap la contrasenya d'un compte ha dit que n'ha perdut el mòbil, i vol que en desactivem la verificació d'inici de sessió.",
    facts: [of(who), ['Empresa', company], numbered(number)],
    more: [
      "Encara no ha canviat res. Només ho farem si ens envia un formulari amb la signatura certificada oficialment i ho aproven dues persones del servei d'atenció. I aleshores t'avisarem abans.",
    ],
    ifYou: 'Si ho has demanat tu, o saps per aquesta persona que ho ha demanat, no cal que facis res.',
    ifNotYou:
      "Si no ho tens clar, atura-ho: obre l'enllaç i confirma-ho a la pàgina. No fa mal a ningú, perquè després es pot obrir un altre cas. I avisa aquesta persona: algú sap la seva contrasenya, i l'ha de canviar.",
    label: stop,
  }),
  'case-approved': ({ number, who, company, until }, { when }) => ({
    subject: "aviat desactivarem la verificació d'un compte",
    happened: "Dues persones del servei d'atenció han comprovat els documents d'un cas de recuperació i l'han aprovat.",
    facts: [of(who), ['Empresa', company], numbered(number), ['Ho farem', when(until)]],
    more: [
      "Aleshores desactivarem la verificació d'aquest compte, en tancarem totes les sessions i enviarem a la seva adreça un enllaç per posar una contrasenya nova. Fins a aquell moment encara es pot aturar.",
    ],
    ifYou: 'Si ho has demanat tu, o saps per aquesta persona que ho ha demanat, no cal que facis res.',
    ifNotYou: "Si no ho tens clar, atura-ho abans: obre l'enllaç i confirma-ho a la pàgina. I avisa aquesta persona.",
    label: stop,
  }),
  'case-submitted': ({ number, answerBy }, { when }) => ({
    subject: 'hem rebut els documents del teu cas',
    happened: 'Hem rebut els documents del teu cas de recuperació i els comprovarem.',
    facts: [numbered(number), ['Tindràs resposta abans de', when(answerBy)]],
    ifYou: "Si has estat tu, ara no cal que facis res: t'escriurem.",
    ifNotYou: stopIt,
  }),
  'case-asked-again': ({ number, message, expiresAt }, { when }) => ({
    subject: 'al teu cas li falta alguna cosa',
    happened: 'Hem mirat els documents del teu cas de recuperació, i encara ens falta alguna cosa.',
    facts: [numbered(number), ['Ho esperem fins a', when(expiresAt)]],
    more: [
      `Què falta: ${oneLine(message, 2000)}`,
      "Envia-ho des de la pàgina del cas: l'adreça és al formulari, i per entrar-hi et caldrà el número i un codi que t'enviarem per correu.",
    ],
    ifYou: 'Si ja ho tens, envia-ho. Mentrestant no canvia res.',
    ifNotYou: stopIt,
  }),
  'case-refused': ({ number, reason }) => ({
    subject: 'no hem aprovat el teu cas',
    happened: 'No hem pogut aprovar el teu cas de recuperació, i el cas queda tancat.',
    facts: [numbered(number)],
    more: [`Motiu: ${oneLine(reason, 2000)}`, nothingChanged],
    ifYou: "Si encara no pots entrar, demana ajuda a un altre administrador de l'empresa, o obre un cas nou a la pàgina del codi.",
    ifNotYou: "Si no havies obert cap cas, algú sap la teva contrasenya: canvia-la, i truca o escriu al servei d'atenció.",
  }),
  'case-expired': ({ number }) => ({
    subject: 'el teu cas ha caducat',
    happened: 'No hem rebut a temps els documents del teu cas de recuperació, i el cas queda tancat.',
    facts: [numbered(number)],
    more: [nothingChanged],
    ifYou: 'Si encara no pots entrar, obre un cas nou a la pàgina del codi.',
    ifNotYou: "Si no havies obert cap cas, algú sap la teva contrasenya: canvia-la, i truca o escriu al servei d'atenció.",
  }),
  'case-completed': ({ number, careUntil }, { when }) => ({
    subject: 'ja pots posar una contrasenya nova',
    happened: "El teu cas de recuperació s'ha acabat: hem desactivat la verificació d'inici de sessió del teu compte.",
    facts: [numbered(number), ['Protecció reforçada fins a', when(careUntil)]],
    more: [
      'La contrasenya i els codis de recuperació que tenies ja no serveixen, i hem tancat totes les sessions i oblidat els dispositius.',
      care,
      'Quan hagis entrat, torna a activar la verificació amb el mòbil nou: la clau també serà nova.',
    ],
    ifYou:
      "Obre l'enllaç i posa una contrasenya que no facis servir enlloc més. Si caduca, demana'n un altre a la pàgina d'entrada, amb «Has oblidat la contrasenya?».",
    label: 'Posa una contrasenya nova:',
    ifNotYou: "Si no havies obert cap cas, truca o escriu de seguida al servei d'atenció, i no enviïs l'enllaç a ningú.",
  }),
  'case-stopped': ({ number, who, by }) => ({
    subject: "s'ha aturat un cas de recuperació",
    happened: "S'ha aturat el cas en què es demanava desactivar la verificació d'un compte.",
    facts: [of(who), numbered(number), ["Qui l'ha aturat", by || "algú amb l'enllaç d'un correu nostre"]],
    more: [nothingChanged, "Aquest cas no es pot reprendre, però se'n pot obrir un altre."],
    ifYou: known,
    ifNotYou:
      "Si et sorprèn, parla amb aquesta persona per un altre camí. Si el cas no era seu, algú sap la seva contrasenya, i l'ha de canviar.",
  }),
  'case-withdrawn': ({ number, who }) => ({
    subject: "s'ha retirat un cas de recuperació",
    happened: "Qui havia obert el cas d'un mòbil perdut l'ha retirat.",
    facts: [of(who), numbered(number)],
    more: [nothingChanged],
    ifYou: known,
    ifNotYou:
      "Si et sorprèn, parla amb aquesta persona per un altre camí. Si el cas no era seu, algú sap la seva contrasenya, i l'ha de canviar.",
  }),
  'case-vouched': ({ number, who, by }) => ({
    subject: 'un administrador confirma un cas de recuperació',
    happened: "Un altre administrador de l'empresa ha confirmat que el cas d'un mòbil perdut l'ha obert de debò aquesta persona.",
    facts: [of(who), numbered(number), ['Qui ho ha confirmat', by]],
    more: ["Els documents s'han de comprovar igualment; només serà més curta l'espera del final."],
    ifYou: known,
    ifNotYou: "Si et sorprèn, parla amb tots dos per un altre camí. El cas encara es pot aturar amb l'enllaç del correu que ja tens.",
  }),
  'case-over': ({ number, who, careUntil }, { when }) => ({
    subject: "s'ha acabat un cas de recuperació",
    happened:
      "Hem desactivat la verificació d'un compte que tenia el mòbil perdut, i li hem enviat un enllaç per posar una contrasenya nova.",
    facts: [of(who), numbered(number), ['Protecció reforçada fins a', when(careUntil)]],
    more: [care],
    ifYou: known,
    ifNotYou:
      "Si et sorprèn, parla amb aquesta persona per un altre camí. Si no en sap res, truca o escriu de seguida al servei d'atenció.",
  }),
}
