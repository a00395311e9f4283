import { oneLine } from './clean.ts'
import { open } from './phrases.es.ts'
import { pluralsOf } from './plural.ts'
import type { CompanyLetters, Fact } from './words.ts'

const plural = pluralsOf('es')
const doneBy = (name: string): Fact => ['Quién lo ha hecho', name]
const program = (login: string): Fact => ['Contacto de API', login]
const known = 'Si ya lo sabías, no tienes que hacer nada.'
const unsure = 'Si no te lo esperabas, pregúntaselo a esa persona por otra vía. Si no sabe nada, llama o escribe al servicio de atención.'
const roles = { member: 'miembro', support: 'servicio de atención' }
const whatWords = { name: 'nombre', phone: 'teléfono', language: 'idioma' }

/** The letters in Spanish about the company: its people, its rule and its programs. */
export const company: CompanyLetters = {
  invitation: ({ company, by }) => ({
    subject: 'te han invitado al área de cliente',
    happened: 'Te han invitado al área de cliente de una empresa.',
    facts: [
      ['Empresa', company],
      ['Quién te invita', by],
    ],
    ifYou: 'Si sabes quién te invita, abre el enlace y pon una contraseña: con eso ya tendrás cuenta.',
    label: 'Acepta la invitación:',
    ifNotYou: 'Si no sabes nada de esto, no tienes que hacer nada: sin el enlace no se crea ninguna cuenta. No se lo envíes a nadie.',
  }),
  'invitation-in-use': ({ company, by }) => ({
    subject: 'otra empresa ha querido invitarte',
    happened: 'Otra empresa ha querido invitar a esta dirección, que ya es la de tu cuenta.',
    facts: [
      ['Empresa', company],
      ['Quién invita', by],
    ],
    more: ['No ha cambiado nada, y no hemos dicho a nadie que esta dirección ya tiene cuenta. Una dirección solo puede ser de una cuenta.'],
    ifYou: 'Si quieres entrar también en el área de esa empresa, dale otra dirección tuya.',
    ifNotYou: 'Si no sabes nada de esto, no tienes que hacer nada.',
  }),
  'contact-changed': ({ by, what }) => ({
    subject: 'un administrador ha cambiado tus datos',
    happened: 'Un administrador de tu empresa ha cambiado tus datos de contacto.',
    facts: [['Qué ha cambiado', what.map((field) => whatWords[field]).join(', ')], doneBy(by)],
    more: what.includes('phone')
      ? [
          'Si no tienes activada la verificación de inicio de sesión, aceptamos órdenes por teléfono desde el número nuevo, y desde el anterior ya no.',
        ]
      : [],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'role-changed': ({ by, role }) => ({
    subject: role === 'admin' ? 'ahora eres administrador de tu empresa' : 'ya no eres administrador de tu empresa',
    happened:
      role === 'admin' ? 'Te han dado el rol de administrador de tu empresa.' : 'Ya no tienes el rol de administrador de tu empresa.',
    facts: [doneBy(by)],
    more:
      role === 'admin'
        ? [
            'Puedes gestionar los contactos y su verificación. Hemos olvidado tus dispositivos recordados: la próxima vez te pediremos el código.',
            'Si aún no tienes activada la verificación de inicio de sesión, actívala: quien gestiona la de los demás debe tener la suya.',
          ]
        : ['Ya no puedes gestionar los contactos. Tu cuenta sigue funcionando.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  deactivated: ({ by }) => ({
    subject: 'tu cuenta está desactivada',
    happened: 'Un administrador de tu empresa ha desactivado tu cuenta.',
    facts: [doneBy(by)],
    more: ['Hemos cerrado todas las sesiones, hemos olvidado los dispositivos y ya no puedes entrar. No se ha borrado nada.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  activated: ({ by }) => ({
    subject: 'tu cuenta vuelve a estar activa',
    happened: 'Un administrador de tu empresa ha vuelto a activar tu cuenta.',
    facts: [doneBy(by)],
    more: ['Puedes entrar con la contraseña de siempre.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  left: ({ by, company }) => ({
    subject: 'tu cuenta ya no existe',
    happened: 'Un administrador te ha dado de baja de la empresa.',
    facts: [['Empresa', company], doneBy(by)],
    more: [
      'Hemos cerrado todas las sesiones, hemos olvidado los dispositivos, la clave y los códigos de recuperación ya no sirven y hemos retirado las solicitudes que tenías abiertas. Tu número de teléfono ya no cuenta.',
      'Ya puedes borrar la entrada de la aplicación del móvil. Esta dirección vuelve a quedar libre.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'sessions-ended-by-admin': ({ by }) => ({
    subject: 'un administrador ha cerrado tus sesiones',
    happened: 'Un administrador de tu empresa ha cerrado todas tus sesiones y ha olvidado los dispositivos recordados.',
    facts: [doneBy(by)],
    more: ['Para continuar, vuelve a entrar.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'verification-on-by-admin': ({ by }) => ({
    subject: 'un administrador te ha activado la verificación',
    happened: 'Un administrador de tu empresa te ha activado la verificación de inicio de sesión, con un código de tu móvil.',
    facts: [doneBy(by)],
    more: [
      'A partir de ahora, para entrar te pediremos la contraseña y un código de la aplicación de tu móvil. Hemos cerrado todas tus sesiones.',
      'El administrador ha visto tu clave. Renuévala cuando puedas: en «Autenticación de dos factores», desactiva la verificación (OFF) y vuelve a activarla (ON).',
      'Aún no tienes códigos de recuperación: hazlos en el mismo sitio.',
      'Ya no aceptamos órdenes por teléfono desde tu número de contacto, y la interfaz SOAP antigua rechaza este contacto.',
    ],
    ifYou: 'Si ya lo sabías, solo tienes que renovar la clave.',
    ifNotYou: unsure,
  }),
  'verification-required': ({ by }) => ({
    subject: 'tienes que activar la verificación',
    happened: 'Un administrador de tu empresa pide que actives la verificación de inicio de sesión.',
    facts: [doneBy(by)],
    more: ['El área de cliente te lo pedirá antes que nada. Ten el móvil a mano: son solo unos minutos.'],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'verification-off-by-admin': ({ by, reason, setUpAnew }) => ({
    subject: 'un administrador te ha desactivado la verificación',
    happened: 'Un administrador de tu empresa te ha desactivado la verificación de inicio de sesión.',
    facts: [doneBy(by)],
    more: [
      `Motivo: ${oneLine(reason, 500)}`,
      'Hemos cerrado todas las sesiones, hemos olvidado los dispositivos recordados, y los códigos de recuperación ya no sirven.',
      setUpAnew
        ? 'La próxima vez que entres tendrás que volver a activarla, con una clave nueva, antes que nada.'
        : 'Ahora, para entrar basta con la contraseña. Puedes volver a activarla cuando quieras, con una clave nueva.',
      'Ya puedes borrar la entrada antigua de la aplicación del móvil.',
    ],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-set': ({ by, from }, { when }) => ({
    subject: 'tu empresa pedirá la verificación a todos',
    happened: 'Tu empresa ha decidido que todos deben tener activada la verificación de inicio de sesión.',
    facts: [['A partir de', when(from)], doneBy(by)],
    more: [
      'Tú aún no la tienes activada. Actívala antes, en «Autenticación de dos factores»: son solo unos minutos. A partir de ese momento, el área de cliente te lo pedirá antes que nada.',
    ],
    ifYou: open,
    ifNotYou: unsure,
  }),
  'rule-lifted': ({ by }) => ({
    subject: 'tu empresa ya no exige la verificación',
    happened: 'Tu empresa ya no exige que todos tengan activada la verificación de inicio de sesión.',
    facts: [doneBy(by)],
    more: ['Puedes activarla igualmente cuando quieras: es lo que mejor protege tu cuenta.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'rule-reminder': ({ from, days }, { when }) => ({
    subject: 'recuerda activar la verificación',
    happened: plural(days, {
      one: 'Dentro de # día, tu empresa exigirá la verificación de inicio de sesión, y tú aún no la tienes activada.',
      other: 'Dentro de # días, tu empresa exigirá la verificación de inicio de sesión, y tú aún no la tienes activada.',
    }),
    facts: [['A partir de', when(from)]],
    more: ['Actívala antes, en «Autenticación de dos factores»: son solo unos minutos. Ten el móvil a mano.'],
    ifYou: open,
    ifNotYou: 'Si no haces nada, a partir de ese momento el área de cliente te lo pedirá antes que nada.',
  }),
  'new-admin': ({ by, who }) => ({
    subject: 'la empresa tiene un administrador nuevo',
    happened: 'Un contacto de tu empresa tiene ahora el rol de administrador.',
    facts: [['Quién', who], doneBy(by)],
    more: ['Los administradores gestionan los contactos de la empresa y su verificación.'],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con los dos y, en «Contactos», devuélvele el rol de miembro.',
  }),
  'admin-no-more': ({ by, who }) => ({
    subject: 'la empresa tiene un administrador menos',
    happened: 'Un contacto de tu empresa ya no actúa en ella como administrador.',
    facts: [['Quién', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con los dos. El rol se puede volver a dar en «Contactos».',
  }),
  'admin-verification-off': ({ by, who }) => ({
    subject: 'se ha desactivado la verificación de un administrador',
    happened: 'Un administrador de tu empresa ha desactivado la verificación de inicio de sesión de otro administrador.',
    facts: [['Quién', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con los dos.',
  }),
  'main-account-changed': ({ by, who }) => ({
    subject: 'la cuenta principal de la empresa ha cambiado',
    happened: 'La cuenta principal de tu empresa, la que representa a la empresa misma, ha pasado a otro administrador.',
    facts: [['Cuenta principal', who], doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con los dos, o llama o escribe al servicio de atención.',
  }),
  'api-contact-made': ({ by, login }) => ({
    subject: 'la empresa tiene un contacto de API nuevo',
    happened: 'Se ha creado un contacto de API: un programa que puede llamar a la interfaz SOAP en nombre de la empresa.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con quien lo ha hecho y elimina el contacto de API.',
  }),
  'api-password-changed': ({ by, login }) => ({
    subject: 'la contraseña de un contacto de API ha cambiado',
    happened: 'Se ha generado una contraseña nueva para un contacto de API. La anterior aún sirve 24 horas.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con quien lo ha hecho, y cambia la contraseña otra vez o elimina el contacto de API.',
  }),
  'api-addresses-changed': ({ by, login }) => ({
    subject: 'las direcciones de un contacto de API han cambiado',
    happened: 'Se ha cambiado la lista de direcciones desde las que puede llamar un contacto de API.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla enseguida con quien lo ha hecho y revisa la lista.',
  }),
  'api-contact-removed': ({ by, login }) => ({
    subject: 'se ha eliminado un contacto de API',
    happened: 'Se ha eliminado un contacto de API: sus contraseñas ya no sirven.',
    facts: [program(login), doneBy(by)],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla con quien lo ha hecho: el programa que lo usaba ya no funciona.',
  }),
  'api-password-expires': ({ login, expiresAt }, { when }) => ({
    subject: 'la contraseña de un contacto de API caducará pronto',
    happened: 'La contraseña de un contacto de API de tu empresa caducará pronto.',
    facts: [program(login), ['Caduca', when(expiresAt)]],
    more: ['Genera una nueva antes y ponla en el programa. La anterior aún sirve 24 horas.'],
    ifYou: open,
    ifNotYou: 'Si no haces nada, el programa dejará de funcionar ese día.',
  }),
  'verification-released': ({ by }) => ({
    subject: 'ya no tienes que activar la verificación',
    happened: 'Un administrador de tu empresa ya no pide que actives la verificación de inicio de sesión.',
    facts: [doneBy(by)],
    more: ['Aún puedes activarla cuando quieras: es lo que mejor protege tu cuenta.'],
    ifYou: known,
    ifNotYou: unsure,
  }),
  'invitation-accepted': ({ who, email, role }) => ({
    subject: 'se ha aceptado una invitación',
    happened: 'Una persona invitada a tu empresa ya tiene cuenta en ella.',
    facts: [
      ['Quién', who],
      ['Correo electrónico', email],
      ['Rol', roles[role]],
    ],
    ifYou: known,
    ifNotYou: 'Si no te lo esperabas, habla con quien la invitó y, en «Contactos», desactívala.',
  }),
}
