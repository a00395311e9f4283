export default {
  title: "Entra a l'àrea de client",
  intro: 'Gestiona els teus serveis i qui hi té accés.',
  email: 'Correu electrònic',
  submit: 'Entra',
  forgotPassword: 'Has oblidat la contrasenya?',
  passwordSet: "S'ha canviat la contrasenya. Entra amb la nova.",
  codeTitle: 'Codi de verificació',
  codeIntro: "Obre l'aplicació d'autenticació del teu mòbil i escriu el codi de 6 xifres per a <b>Porta</b>.",
  remember: 'Recorda la verificació en aquest dispositiu durant 30 dies',
  rememberHint: 'No ho facis en un ordinador compartit.',
  codeSubmit: 'Verifica i entra',
  useRecoveryCode: 'Fes servir un codi de recuperació',
  lostDevice: 'He perdut el telèfon',
  recoveryTitle: 'Codi de recuperació',
  recoveryIntro: 'Escriu un dels codis que vas desar quan vas activar la verificació. Cada codi serveix una sola vegada.',
  recoveryCode: 'Codi de recuperació',
  recoveryHint: 'Deu lletres i xifres, amb guió o sense.',
  useApp: "Fes servir el codi de l'aplicació",
  codesLeft: `{left, plural,
    =0 {Has fet servir l'últim codi de recuperació. Fes-ne de nous.}
    one {Et queda # codi de recuperació.}
    other {Et queden # codis de recuperació.}}`,
} as const
