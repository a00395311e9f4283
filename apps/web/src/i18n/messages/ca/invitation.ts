export default {
  title: "T'han convidat a Porta",
  checking: 'Estem comprovant la invitació…',
  hello: "Hola, {name}. {by} t'ha afegit com a contacte de <b>{company}</b>.",
  signInAs: 'Hi entraràs amb <b>{email}</b>. Només falta que posis una contrasenya.',
  submit: 'Accepta i desa la contrasenya',
  notYours: 'Si no esperaves aquesta invitació, tanca la pàgina: no canviarà res.',
  deadTitle: 'Aquesta invitació ja no serveix',
  deadText: "Ha caducat, s'ha retirat o ja s'ha fet servir. Demana a qui te la va enviar que te'n torni a enviar una.",
  toSignIn: "Ves a la pàgina d'entrada",
  tryAgain: 'Torna-ho a provar',
} as const
