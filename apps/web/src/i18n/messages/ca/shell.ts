export default {
  mainNav: 'Principal',
  home: 'Inici',
  help: 'Ajuda',
  signIn: 'Entra',
  signOut: 'Surt',
  stillSignedIn: 'No hem pogut tancar la sessió: encara és oberta.',
  account: 'El teu compte:',
  accountNav: 'Compte',
  details: 'Les meves dades',
  twoFactor: 'Autenticació de dos factors',
  sessions: 'Dispositius i sessions',
} as const
