import { oneLine } from './clean.ts'
import { desk, endOthers, newPassword, nothingToDo, open } from './phrases.es.ts'
import type { Fact, RequestLetters } from './words.ts'

const about = (number: string, subject: string): Fact[] => [
  ['Número', number],
  ['Asunto', subject],
]
const assured = {
  code: 'con un código de la aplicación',
  'trusted-device': 'desde un dispositivo recordado',
  password: 'con la contraseña; la verificación está desactivada',
  program: 'por un programa',
}
const follow = 'Si has sido tú, puedes seguirla en el área de cliente, en «Solicitudes».'
const changes = {
  'in-progress': ['ya trabajamos en tu solicitud', 'Hemos empezado a trabajar en una solicitud tuya.'],
  done: ['tu solicitud está hecha', 'Hemos hecho lo que pedías en una solicitud.'],
  refused: ['no haremos tu solicitud', 'No podemos hacer lo que pedías en una solicitud.'],
  withdrawn: ['tu solicitud se ha retirado', 'Se ha retirado una solicitud tuya: no la haremos.'],
} as const

/** The letters in Spanish about authorised requests. */
export const requests: RequestLetters = {
  'request-sent': ({ number, subject, assurance }) => ({
    subject: 'hemos recibido tu solicitud',
    happened: 'Hemos recibido una solicitud tuya y la hemos sellado tal como la enviaste.',
    facts: [...about(number, subject), ['Cómo se ha confirmado', assured[assurance]]],
    more: ['Nadie puede cambiar ni una letra. En «Solicitudes» puedes descargar el recibo y, mientras no esté hecha, retirarla.'],
    ifYou: nothingToDo,
    ifNotYou: [open, 'En «Solicitudes», retira esta solicitud.', endOthers, newPassword, desk],
  }),
  'request-to-sign': ({ number, subject, by, expiresAt }, { when }) => ({
    subject: 'tienes una solicitud por firmar',
    happened: 'El servicio de atención ha escrito lo que se ha pedido por teléfono en tu nombre. No haremos nada si no lo firmas tú.',
    facts: [...about(number, subject), ['Quién la ha escrito', by], ['Se puede firmar hasta', when(expiresAt)]],
    more: [open],
    ifYou: 'Si has llamado tú, léelo bien en «Solicitudes» y, si es lo que quieres, fírmalo.',
    ifNotYou: [
      'No lo firmes, y no digas ningún código a nadie: sin tu firma no se hace nada.',
      'En «Solicitudes», rechaza esta solicitud.',
      'Llama o escribe al servicio de atención y cuéntalo: alguien ha llamado en tu nombre.',
    ],
  }),
  'request-changed': ({ number, subject, state, reason }) => ({
    subject: changes[state][0],
    happened: changes[state][1],
    facts: about(number, subject),
    more: state === 'refused' ? [`Motivo: ${oneLine(reason, 500)}`, 'Si aún lo quieres, puedes enviar otra.'] : [],
    ifYou: follow,
    ifNotYou: [open, 'En «Solicitudes», mira lo que dice y escríbenos allí un mensaje.', desk],
  }),
  'request-message': ({ number, subject, by }) => ({
    subject: 'tienes un mensaje sobre una solicitud',
    happened: 'El servicio de atención te ha escrito sobre una solicitud tuya.',
    facts: [...about(number, subject), ['Quién te ha escrito', by]],
    more: ['El mensaje está en el área de cliente, en «Solicitudes»: allí puedes leerlo y responder.'],
    ifYou: open,
    ifNotYou:
      'Si no sabes de qué solicitud se trata, mírala antes de responder. Si no la has hecho tú, llama o escribe al servicio de atención.',
  }),
}
