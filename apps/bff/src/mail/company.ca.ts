import { oneLine } from './clean.ts'
import { open } from './phrases.ca.ts'
import { pluralsOf } from './plural.ts'
import type { CompanyLetters, Fact } from './words.ts'

const plural = pluralsOf('ca')
const doneBy = (name: string): Fact => ['Qui ho ha fet', name]
const program = (login: string): Fact => ["Contacte d'API", login]
const known = 'Si ja ho sabies, no cal que facis res.'
const unsure =
  "Si no t'ho esperaves, pregunta-ho a aquesta persona per un altre camí. Si no en sap res, truca o escriu al servei d'atenció."
const roles = { member: 'membre', support: "servei d'atenció" }
const whatWords = { name: 'nom', phone: 'telèfon', language: 'llengua' }

/** The letters in Catalan about the company: its people, its rule and its programs. */
export const company: CompanyLetters = {
  invitation: ({ company, by }) => ({
    subject: "t'han convidat a l'àrea de client",
    happened: "T'han convidat a l'àrea de client d'una empresa.",
    facts: [
      ['Empresa', company],
      ['Qui et convida', by],
    ],
    ifYou: "Si saps qui et convida, obre l'enllaç i posa una contrasenya: amb això ja tindràs compte.",
    label: 'Accepta la invitació:',
    ifNotYou: "Si no en saps res, no cal que facis res: sense l'enllaç no es crea cap compte. No l'enviïs a ningú.",
  }),
  'invitation-in-use': ({ company, by }) => ({
    subject: 'una altra empresa ha volgut convidar-te',
    happened: 'Una altra empresa ha volgut convidar aquesta adreça, que ja és la del teu compte.',
    facts: [
      ['Empresa', company],
      ['Qui convida', by],
    ],
    more: ["No ha canviat res, i no hem dit a ningú que aquesta adreça ja té compte. Una adreça només pot ser d'un compte."],
    ifYou: "Si vols entrar també a l'àrea d'aquella empresa, dona-li una altra adreça teva.",
    ifNotYou: 'Si no en saps res, no cal que facis res.',
  }),
  'contact-changed': ({ by, what }) => ({
    subject: 'un administrador ha canviat les teves dades',
    happened: 'Un administrador de la teva empresa ha canviat les teves dades de contacte.',
    facts: [['Què ha canviat', what.map((field) => whatWords[field]).join(', ')], doneBy(by)],
    more: what.includes('phone')
      ? ["Si no tens activada la verificació d'inici de sessió, acceptem ordres per telèfon des del número nou, i des del d'abans ja no."]
      : [],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'role-changed': ({ by, role }) => ({
    subject: role === 'admin' ? 'ara ets administrador de la teva empresa' : 'ja no ets administrador de la teva empresa',
    happened:
      role === 'admin' ? "T'han donat el rol d'administrador de la teva empresa." : "Ja no tens el rol d'administrador de la teva empresa.",
    facts: [doneBy(by)],
    more:
      role === 'admin'
        ? [
            'Pots gestionar els contactes i la seva verificació. Hem oblidat els teus dispositius recordats: la propera vegada et demanarem el codi.',
            "Si encara no tens activada la verificació d'inici de sessió, activa-la: qui gestiona la dels altres ha de tenir la seva.",
          ]
        : ['Ja no pots gestionar els contactes. El teu compte continua funcionant.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  deactivated: ({ by }) => ({
    subject: 'el teu compte està desactivat',
    happened: 'Un administrador de la teva empresa ha desactivat el teu compte.',
    facts: [doneBy(by)],
    more: ["Hem tancat totes les sessions, hem oblidat els dispositius i ja no pots entrar. No se n'ha esborrat res."],
    ifYou: known,
    ifNotYou: unsure,
  }),
  activated: ({ by }) => ({
    subject: 'el teu compte torna a estar actiu',
    happened: 'Un administrador de la teva empresa ha tornat a activar el teu compte.',
    facts: [doneBy(by)],
    more: ['Pots entrar amb la contrasenya de sempre.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  left: ({ by, company }) => ({
    subject: 'el teu compte ja no existeix',
    happened: "Un administrador t'ha donat de baixa de l'empresa.",
    facts: [['Empresa', company], doneBy(by)],
    more: [
      'Hem tancat totes les sessions, hem oblidat els dispositius, la clau i els codis de recuperació ja no serveixen i hem retirat les sol·licituds que tenies obertes. El teu número de telèfon ja no compta.',
      "Ja pots esborrar l'entrada de l'aplicació del mòbil. Aquesta adreça torna a quedar lliure.",
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'sessions-ended-by-admin': ({ by }) => ({
    subject: 'un administrador ha tancat les teves sessions',
    happened: 'Un administrador de la teva empresa ha tancat totes les teves sessions i ha oblidat els dispositius recordats.',
    facts: [doneBy(by)],
    more: ['Per continuar, torna a entrar.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'verification-on-by-admin': ({ by }) => ({
    subject: "un administrador t'ha activat la verificació",
    happened: "Un administrador de la teva empresa t'ha activat la verificació d'inici de sessió, amb un codi del teu mòbil.",
    facts: [doneBy(by)],
    more: [
      "A partir d'ara, per entrar et demanarem la contrasenya i un codi de l'aplicació del teu mòbil. Hem tancat totes les teves sessions.",
      "L'administrador ha vist la teva clau. Renova-la quan puguis: a «Autenticació de dos factors», desactiva la verificació (OFF) i torna-la a activar (ON).",
      'Encara no tens codis de recuperació: fes-ne al mateix lloc.',
      'Ja no acceptem ordres per telèfon des del teu número de contacte, i la interfície SOAP antiga rebutja aquest contacte.',
    ],
    ifYou: 'Si ja ho sabies, només cal que renovis la clau.',
    ifNotYou: unsure,
  }),
  'verification-required': ({ by }) => ({
    subject: 'cal que activis la verificació',
    happened: "Un administrador de la teva empresa demana que activis la verificació d'inici de sessió.",
    facts: [doneBy(by)],
    more: ["L'àrea de client t'ho demanarà abans de res més. Tingues el mòbil a mà: només són uns minuts."],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'verification-off-by-admin': ({ by, reason, setUpAnew }) => ({
    subject: "un administrador t'ha desactivat la verificació",
    happened: "Un administrador de la teva empresa t'ha desactivat la verificació d'inici de sessió.",
    facts: [doneBy(by)],
    more: [
      `Motiu: ${oneLine(reason, 500)}`,
      'Hem tancat totes les sessions, hem oblidat els dispositius recordats, i els codis de recuperació ja no serveixen.',
      setUpAnew
        ? "La propera vegada que entris l'hauràs de tornar a activar, amb una clau nova, abans de res més."
        : "Ara, per entrar n'hi ha prou amb la contrasenya. La pots tornar a activar quan vulguis, amb una clau nova.",
      "Ja pots esborrar l'entrada antiga de l'aplicació del mòbil.",
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-set': ({ by, from }, { when }) => ({
    subject: 'la teva empresa demanarà la verificació a tothom',
    happened: "La teva empresa ha decidit que tothom ha de tenir activada la verificació d'inici de sessió.",
    facts: [['A partir de', when(from)], doneBy(by)],
    more: [
      "Tu encara no la tens activada. Activa-la abans, a «Autenticació de dos factors»: només són uns minuts. A partir d'aquell moment, l'àrea de client t'ho demanarà abans de res més.",
    ],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'rule-lifted': ({ by }) => ({
    subject: 'la teva empresa ja no exigeix la verificació',
    happened: "La teva empresa ja no exigeix que tothom tingui activada la verificació d'inici de sessió.",
    facts: [doneBy(by)],
    more: ['Encara la pots activar quan vulguis: és el que millor protegeix el teu compte.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-reminder': ({ from, days }, { when }) => ({
    subject: "recorda't d'activar la verificació",
    happened: plural(days, {
      one: "D'aquí a # dia, la teva empresa exigirà la verificació d'inici de sessió, i tu encara no la tens activada.",
      other: "D'aquí a # dies, la teva empresa exigirà la verificació d'inici de sessió, i tu encara no la tens activada.",
    }),
    facts: [['A partir de', when(from)]],
    more: ['Activa-la abans, a «Autenticació de dos factors»: només són uns minuts. Tingues el mòbil a mà.'],
    ifYou: open,
    ifNotYou: "Si no fas res, a partir d'aquell moment l'àrea de client t'ho demanarà abans de res més.",
  }),
  'new-admin': ({ by, who }) => ({
    subject: "l'empresa té un administrador nou",
    happened: "Un contacte de la teva empresa té ara el rol d'administrador.",
    facts: [['Qui', who], doneBy(by)],
    more: ["Els administradors gestionen els contactes de l'empresa i la seva verificació."],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb tots dos i, a «Contactes», torna-li el rol de membre.",
  }),
  'admin-no-more': ({ by, who }) => ({
    subject: "l'empresa té un administrador menys",
    happened: 'Un contacte de la teva empresa ja no hi actua com a administrador.',
    facts: [['Qui', who], doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb tots dos. El rol es pot tornar a donar a «Contactes».",
  }),
  'admin-verification-off': ({ by, who }) => ({
    subject: "s'ha desactivat la verificació d'un administrador",
    happened: "Un administrador de la teva empresa ha desactivat la verificació d'inici de sessió d'un altre administrador.",
    facts: [['Qui', who], doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb tots dos.",
  }),
  'main-account-changed': ({ by, who }) => ({
    subject: "el compte principal de l'empresa ha canviat",
    happened: "El compte principal de la teva empresa, el que representa l'empresa mateixa, ha passat a un altre administrador.",
    facts: [['Compte principal', who], doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb tots dos, o truca o escriu al servei d'atenció.",
  }),
  'api-contact-made': ({ by, login }) => ({
    subject: "l'empresa té un contacte d'API nou",
    happened: "S'ha creat un contacte d'API: un programa que pot cridar la interfície SOAP en nom de l'empresa.",
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb qui ho ha fet i elimina el contacte d'API.",
  }),
  'api-password-changed': ({ by, login }) => ({
    subject: "la contrasenya d'un contacte d'API ha canviat",
    happened: "S'ha generat una contrasenya nova per a un contacte d'API. La d'abans encara serveix 24 hores.",
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou:
      "Si no t'ho esperaves, parla de seguida amb qui ho ha fet, i canvia la contrasenya una altra vegada o elimina el contacte d'API.",
  }),
  'api-addresses-changed': ({ by, login }) => ({
    subject: "les adreces d'un contacte d'API han canviat",
    happened: "S'ha canviat la llista d'adreces des d'on pot cridar un contacte d'API.",
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla de seguida amb qui ho ha fet i revisa la llista.",
  }),
  'api-contact-removed': ({ by, login }) => ({
    subject: "s'ha eliminat un contacte d'API",
    happened: "S'ha eliminat un contacte d'API: les seves contrasenyes ja no serveixen.",
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla amb qui ho ha fet: el programa que el feia servir ja no funciona.",
  }),
  'api-password-expires': ({ login, expiresAt }, { when }) => ({
    subject: "la contrasenya d'un contacte d'API caducarà aviat",
    happened: "La contrasenya d'un contacte d'API de la teva empresa caducarà aviat.",
    facts: [program(login), ['Caduca', when(expiresAt)]],
    more: ["Genera'n una de nova abans i posa-la al programa. La d'abans encara serveix 24 hores."],
    ifYou: open,
    ifNotYou: 'Si no fas res, el programa deixarà de funcionar aquell dia.',
  }),
  'verification-released': ({ by }) => ({
    subject: 'ja no cal que activis la verificació',
    happened: "Un administrador de la teva empresa ja no demana que activis la verificació d'inici de sessió.",
    facts: [doneBy(by)],
    more: ['Encara la pots activar quan vulguis: és el que millor protegeix el teu compte.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'invitation-accepted': ({ who, email, role }) => ({
    subject: "s'ha acceptat una invitació",
    happened: 'Una persona convidada a la teva empresa ja hi té compte.',
    facts: [
      ['Qui', who],
      ['Correu electrònic', email],
      ['Rol', roles[role]],
    ],
    ifYou: known,
    ifNotYou: "Si no t'ho esperaves, parla amb qui la va convidar i, a «Contactes», desactiva-la.",
  }),
}
