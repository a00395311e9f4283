import { clock, desk, endOthers, forgot, newPassword, nothingToDo, open } from './phrases.ca.ts'
import { pluralsOf } from './plural.ts'
import type { AccessLetters } from './words.ts'

const plural = pluralsOf('ca')
const setPassword = 'Posa una contrasenya nova:'
const closed = 'Hem tancat les altres sessions i hem oblidat els dispositius recordats.'

/** The letters in Catalan about getting in, and about what somebody signs in with. */
export const access: AccessLetters = {
  'half-sign-in': ({ count, signIns }) => ({
    subject: 'un inici de sessió amb la teva contrasenya ha quedat a mitges',
    happened: plural(count, {
      one: "Algú ha escrit bé la teva contrasenya, però no ha acabat d'entrar: no ho ha confirmat amb cap codi.",
      other: "Algú ha escrit bé la teva contrasenya # vegades, però no ha acabat d'entrar: no ho ha confirmat amb cap codi.",
    }),
    more: [
      ...(count > signIns.length
        ? [plural(signIns.length, { one: "Aquí només hi ha l'última vegada.", other: 'Aquí hi ha les # últimes vegades.' })]
        : []),
      'Així no ha entrat ningú. I fins que entris amb un codi o ens responguis, també el demanarem als dispositius recordats.',
    ],
    ifYou: 'Si has estat tu, no cal que facis res.',
    ifNotYou: [
      "Algú sap la teva contrasenya: obre l'enllaç de sota i confirma-ho a la pàgina.",
      "La contrasenya deixarà de servir, tancarem totes les sessions, oblidarem els dispositius i t'enviarem un correu per posar-ne una de nova. Si ho fas sense voler, només et costarà això: una contrasenya nova.",
      'Si fas servir la mateixa contrasenya en altres llocs, canvia-la també allà.',
      'Si no fas res, continuarà sense poder entrar sense el codi, però ho podrà tornar a provar.',
    ],
    label: 'No he estat jo:',
  }),
  'reset-required': () => ({
    subject: 'massa codis incorrectes: cal una contrasenya nova',
    happened: "S'ha escrit bé la teva contrasenya i, després, massa codis incorrectes, des de navegadors que no coneixem.",
    more: [
      'En aquests navegadors ja no mirem cap més codi, ni que sigui bo, fins que hi hagi una contrasenya nova. També hem oblidat els dispositius recordats.',
      'Als navegadors on ja havies entrat, pots continuar entrant amb la contrasenya i un codi.',
    ],
    ifYou: `${clock} Després, posa una contrasenya nova.`,
    ifNotYou: [open, forgot, "No desactivis la verificació: és el que t'ha protegit.", desk],
  }),
  'codes-blocked': () => ({
    subject: 'hem tancat una sessió per massa codis incorrectes',
    happened: "En una sessió oberta del teu compte s'han escrit massa codis incorrectes, i l'hem tancada.",
    more: ["El que es volia fer amb aquells codis no s'ha fet."],
    ifYou: `${clock} Després, torna a entrar.`,
    ifNotYou: [open, newPassword, 'No desactivis la verificació: és el que et protegeix.', desk],
  }),
  'browser-approval': () => ({
    subject: "intent d'entrar des d'un navegador que no coneixem",
    happened: "Algú ha provat d'entrar al teu compte des d'un navegador que no coneixem.",
    more: [
      "Abans s'hi han escrit moltes contrasenyes incorrectes. Per això, en navegadors desconeguts ja no en mirem cap més, ni que sigui bona, si abans no s'hi obre aquest enllaç.",
      'Els navegadors on ja havies entrat funcionen com sempre.',
    ],
    ifYou: "Si has estat tu, obre l'enllaç en el navegador des d'on vols entrar, i torna a escriure-hi la contrasenya.",
    label: 'Aprova aquest navegador:',
    ifNotYou:
      "Si no has estat tu, no obris l'enllaç ni l'enviïs a ningú. No cal que facis res més: no ha entrat ningú i no ha canviat res.",
  }),
  'new-browser': () => ({
    subject: "s'ha entrat al teu compte des d'un navegador nou",
    happened: "S'ha entrat al teu compte des d'un navegador on no havies entrat mai.",
    more: ['Els navegadors privats i els que esborren les galetes també ens semblen nous.'],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
  'password-reset': () => ({
    subject: "s'ha demanat una contrasenya nova",
    happened: "S'ha demanat un enllaç per posar una contrasenya nova al teu compte.",
    more: ["Encara no ha canviat res: la contrasenya d'ara continua servint."],
    ifYou:
      "Si has estat tu, obre l'enllaç i posa-hi la contrasenya nova. Després entra com sempre: la verificació d'inici de sessió no canvia.",
    label: setPassword,
    ifNotYou: "Si no has estat tu, no cal que facis res: sense l'enllaç d'aquest correu no pot canviar res. No l'enviïs a ningú.",
  }),
  'password-burned': () => ({
    subject: 'la teva contrasenya ja no serveix',
    happened: "S'ha respost «No he estat jo» a un avís nostre. Per això la teva contrasenya ja no serveix.",
    more: [
      "També hem tancat totes les sessions i hem oblidat els dispositius recordats. La verificació d'inici de sessió no ha canviat.",
      "Si l'enllaç caduca, demana'n un altre a la pàgina d'entrada, amb «Has oblidat la contrasenya?».",
    ],
    ifYou: 'Si has estat tu, per tornar a entrar posa una contrasenya nova, que no facis servir enlloc més.',
    label: setPassword,
    ifNotYou: [
      "Algú pot llegir el teu correu: canvia'n la contrasenya ara mateix.",
      "Obre l'enllaç de dalt i posa una contrasenya nova també aquí.",
      "Truca o escriu al servei d'atenció i explica-ho.",
    ],
  }),
  'password-changed': ({ by }) => ({
    subject: "s'ha canviat la teva contrasenya",
    happened:
      by === 'reset'
        ? "S'ha posat una contrasenya nova al teu compte amb un enllaç que t'havíem enviat per correu."
        : "S'ha canviat la contrasenya del teu compte.",
    more: [by === 'reset' ? 'Hem tancat totes les sessions i hem oblidat els dispositius recordats.' : closed],
    ifYou: nothingToDo,
    ifNotYou: [
      ...(by === 'reset' ? ["Algú pot llegir el teu correu: canvia'n la contrasenya ara mateix."] : []),
      open,
      forgot,
      "Truca o escriu al servei d'atenció i explica-ho.",
    ],
  }),
  'email-code': () => ({
    subject: 'el codi per confirmar aquesta adreça',
    happened: "S'ha demanat fer servir aquesta adreça per entrar a l'àrea de client.",
    more: ["Encara no ha canviat res: abans s'ha d'escriure aquest codi."],
    ifYou: 'Si has estat tu, escriu el codi a la pàgina on has demanat el canvi.',
    label: 'Codi:',
    ifNotYou: 'Si no has estat tu, no cal que facis res: algú deu haver escrit la teva adreça per error, i sense el codi no canvia res.',
  }),
  'email-change-asked': ({ email }) => ({
    subject: "s'ha demanat canviar la teva adreça de correu",
    happened: "S'ha demanat canviar l'adreça de correu amb què entres.",
    facts: [['Adreça nova', email]],
    more: [
      "Encara no ha canviat res. Hem enviat un codi a l'adreça nova, i el canvi es farà quan s'escrigui al teu compte. Fins aleshores, entra amb l'adreça d'ara.",
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, "Al teu compte, renuncia al canvi d'adreça i canvia la contrasenya.", endOthers, desk],
  }),
  'email-in-use': () => ({
    subject: 'algú ha volgut fer servir la teva adreça de correu',
    happened: "En un altre compte s'ha demanat fer servir aquesta adreça, que ja és la del teu.",
    more: ['No ha canviat res, i no hem dit a ningú que aquesta adreça ja té compte.'],
    ifYou: 'Si has estat tu, fes servir una altra adreça per a aquell compte.',
    ifNotYou: 'Si no has estat tu, no cal que facis res: algú deu haver escrit la teva adreça per error.',
  }),
  'email-changed': ({ from, to }) => ({
    subject: "s'ha canviat la teva adreça de correu",
    happened: "S'ha canviat l'adreça de correu amb què entres.",
    facts: [
      ['Abans', from],
      ['Ara', to],
    ],
    more: ["Entra amb l'adreça nova i la mateixa contrasenya. Els nostres correus també aniran a l'adreça nova.", closed],
    ifYou: nothingToDo,
    ifNotYou: [
      "Truca o escriu de seguida al servei d'atenció: amb l'adreça d'abans ja no pots entrar.",
      'Guarda aquest correu: el dia, el navegador i el lloc ajudaran a saber què ha passat.',
    ],
  }),
  'phone-changed': ({ from, to }) => ({
    subject: "s'ha canviat el teu número de telèfon",
    happened: to === '' ? "S'ha tret el número de telèfon del teu compte." : "S'ha canviat el número de telèfon del teu compte.",
    facts: [
      ['Abans', from || 'cap'],
      ['Ara', to || 'cap'],
    ],
    more: [
      'Hem tancat les altres sessions.',
      ...(to === '' ? [] : ["Si no tens activada la verificació d'inici de sessió, des d'aquest número acceptem ordres per telèfon."]),
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
}
