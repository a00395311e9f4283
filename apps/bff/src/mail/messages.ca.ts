import { access } from './access.ca.ts'
import { company } from './company.ca.ts'
import { desk, endOthers, newKey, nothingToDo, open } from './phrases.ca.ts'
import { pluralsOf } from './plural.ts'
import { recovery } from './recovery.ca.ts'
import { requests } from './requests.ca.ts'
import type { Words } from './words.ts'

const plural = pluralsOf('ca')

/** The mails in Catalan. */
export const ca: Words = {
  greeting: (name) => (name === '' ? 'Hola,' : `Hola, ${name},`),
  labels: { when: 'Quan', browser: 'Navegador', place: "Des d'on", expires: 'Caduca' },
  browser: (browser, system) => {
    const name = browser || 'navegador desconegut'
    return system === '' ? name : `${name} a ${system}`
  },
  ifNotYou: 'Si no has estat tu:',
  once: 'Serveix una sola vegada.',
  whileItLasts: 'Funciona mentre el cas es pugui aturar.',
  promise: {
    bare: 'Aquest correu no porta cap enllaç. No et demanarem mai la contrasenya ni cap codi, ni per correu ni per telèfon.',
    link: (host) =>
      `Aquest correu porta un sol enllaç, a ${host}: no fa entrar ningú ni demana cap codi. No et demanarem mai la contrasenya ni cap codi, ni per correu ni per telèfon.`,
    code: "Aquest correu no porta cap enllaç. Escriu el codi només a l'àrea de client i no el diguis a ningú, tampoc a nosaltres.",
  },
  letters: {
    ...access,
    ...company,
    ...requests,
    ...recovery,
    'verification-on': ({ endedSessions }) => ({
      subject: "has activat la verificació d'inici de sessió",
      happened: "S'ha activat la verificació d'inici de sessió del teu compte.",
      more: [
        "A partir d'ara, per entrar et demanarem la contrasenya i un codi de l'aplicació del teu mòbil.",
        ...(endedSessions > 0
          ? [
              plural(endedSessions, {
                one: "S'ha tancat l'altra sessió que tenies oberta.",
                other: "S'han tancat les altres # sessions que tenies obertes.",
              }),
            ]
          : []),
        'Ja no acceptem ordres per telèfon des del teu número de contacte, i la interfície SOAP antiga rebutja aquest contacte.',
        'Si has imprès una còpia de la clau, desa-la en un calaix.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        "Truca o escriu de seguida al servei d'atenció: sense el codi ja no pots entrar, i algú sap la teva contrasenya.",
        'Guarda aquest correu: el dia, el navegador i el lloc ajudaran a saber què ha passat.',
      ],
    }),
    'verification-off': ({ by }) => ({
      subject: "has desactivat la verificació d'inici de sessió",
      happened:
        by === 'code'
          ? "S'ha desactivat la verificació d'inici de sessió del teu compte amb un codi de l'aplicació."
          : "S'ha desactivat la verificació d'inici de sessió del teu compte amb un codi de recuperació.",
      more: [
        "Ara, per entrar n'hi ha prou amb la contrasenya. Hem tancat les altres sessions i hem oblidat tots els dispositius recordats.",
        "Ja pots esborrar l'entrada antiga de l'aplicació: si tornes a activar la verificació, la clau serà nova.",
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, 'A «Autenticació de dos factors», torna a activar la verificació (ON).', desk],
    }),
    'key-shown': () => ({
      subject: "s'ha mostrat el teu codi QR",
      happened: "S'ha tornat a mostrar el codi QR de la teva verificació d'inici de sessió.",
      more: ['Qui el vegi pot afegir la teva clau a un altre mòbil.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'key-copied': ({ copy, serial }) => ({
      subject: copy === 'print' ? "s'ha imprès una còpia de la teva clau" : "s'ha baixat una còpia de la teva clau",
      happened:
        copy === 'print'
          ? "S'ha fet una còpia per imprimir de la clau de la teva verificació d'inici de sessió."
          : `S'ha baixat una còpia de la clau de la teva verificació d'inici de sessió (fitxer ${copy.toUpperCase()}).`,
      facts: [['Número de sèrie de la còpia', serial]],
      more: [
        copy === 'print' ? 'Desa el full en un calaix, no damunt la taula.' : "Desa el fitxer on només el vegis tu, i no l'enviïs a ningú.",
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'device-remembered': ({ expiresAt }, { when }) => ({
      subject: 'recordem un dispositiu nou',
      happened: 'Un navegador ha demanat que hi recordem la verificació.',
      facts: [['Caduca', when(expiresAt)]],
      more: ["Fins aleshores, en aquest navegador s'hi pot entrar amb la contrasenya, sense codi."],
      ifYou: nothingToDo,
      ifNotYou: [open, 'Al teu compte, a «Dispositius i sessions», oblida aquest dispositiu i tanca les altres sessions.', newKey, desk],
    }),
    'device-token-reused': () => ({
      subject: 'hem oblidat un dispositiu recordat',
      happened: "Hem oblidat un dels teus dispositius recordats: se n'ha presentat una còpia antiga.",
      more: [
        "Pot passar quan es restaura un navegador des d'una còpia de seguretat. També pot voler dir que algú n'ha copiat les dades.",
        'La propera vegada, aquest dispositiu et tornarà a demanar el codi.',
      ],
      ifYou: 'Si has restaurat o copiat un navegador, no cal que facis res.',
      ifNotYou: [
        open,
        'Al teu compte, a «Dispositius i sessions», tanca les altres sessions i oblida tots els dispositius recordats.',
        'Mira que al teu ordinador no hi hagi programes ni extensions que no coneguis.',
        desk,
      ],
    }),
    'recovery-code-used': ({ left }) => ({
      subject: "s'ha fet servir un codi de recuperació",
      happened: "S'ha fet servir un dels teus codis de recuperació. Aquest codi ja no servirà més.",
      more: [
        left === 0 ? "No te'n queda cap." : plural(left, { one: 'Et queda # codi.', other: 'Et queden # codis.' }),
        ...(left <= 2
          ? ["Fes-ne de nous aviat, a «Autenticació de dos factors», «Codis de recuperació». Et caldrà un codi de l'aplicació."]
          : []),
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        open,
        endOthers,
        'A «Autenticació de dos factors», fes codis de recuperació nous: els que algú pugui tenir deixaran de funcionar.',
        desk,
      ],
    }),
    'recovery-codes-renewed': () => ({
      subject: 'tens codis de recuperació nous',
      happened: "S'han fet deu codis de recuperació nous. Els d'abans ja no funcionen.",
      more: ['Llença les còpies antigues i desa les noves lluny del mòbil.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
  },
}
