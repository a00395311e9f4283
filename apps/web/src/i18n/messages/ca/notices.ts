export default {
  halfTitle:
    "{count, plural, one {Algú ha escrit bé la teva contrasenya i no ha posat el codi} other {# vegades s'ha escrit bé la teva contrasenya i no s'ha posat el codi}}",
  halfList: 'Entrades a mitges',
  halfMore: '{count, plural, one {i # vegada més} other {i # vegades més}}',
  halfText: 'Fins que responguis, demanarem el codi també als dispositius recordats.',
  itWasMe: 'He estat jo',
  itWasNotMe: 'No he estat jo',
  halfAnswered: 'Gràcies: no en tornarem a parlar.',
  halfHelp: 'Què vol dir això',
  checkUpTitle: 'Comprova que la verificació encara et funciona',
  checkUpText:
    "Fa dues setmanes que la vas activar. Escriu un codi de l'aplicació, ara que no tens pressa. Només t'ho demanarem aquesta vegada.",
  checkUpSubmit: 'Comprova el codi',
  checkUpLater: 'Ara no',
  checkUpPassed: 'Tot bé: el codi és correcte.',
  checkUpPutOff: "D'acord: no t'ho tornarem a demanar.",
  checkUpTrouble: 'No et funciona?',
  checkUpWay1: "Assegura't de tenir els codis de recuperació a mà, o fes-ne de nous.",
  checkUpWay2: "Si el mòbil encara fa codis que valen, mostra el codi QR i escaneja'l també amb un altre.",
  checkUpWay3: 'Si no en fa cap, desactiva la verificació amb un codi de recuperació (OFF) i torna-la a activar.',
  checkUpWay: 'Ves a «Autenticació de dos factors»',
  checkUpHelp: 'Més sobre la comprovació',
  codesLow:
    '{left, plural, =0 {No et queda cap codi de recuperació} one {Et queda # codi de recuperació} other {Et queden # codis de recuperació}}',
  codesLowText: "Sense codis ni mòbil no podries entrar. Fes-ne deu de nous i desa'ls.",
  codesLowChip: 'Convé fer-ho',
  codesRenew: 'Fes-ne de nous',
} as const
