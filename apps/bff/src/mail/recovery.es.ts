import { oneLine } from './clean.ts'
import type { Fact, RecoveryLetters } from './words.ts'

const numbered = (number: string): Fact => ['Número del caso', number]
const of = (who: string): Fact => ['De quién es la cuenta', who]
const known = 'Si ya lo sabías, no tienes que hacer nada.'
const stop = 'Detén este caso:'
const stopIt =
  'Si no has sido tú, detén el caso con el enlace del correo que te enviamos cuando se abrió, o llama o escribe al servicio de atención.'
const nothingChanged = 'No ha cambiado nada: la verificación sigue activada, con la misma clave.'
const care =
  'Hasta entonces esta cuenta tiene protección reforzada: no puede cambiar nada de los contactos de la empresa, y no aceptamos órdenes por teléfono desde su número.'

/** The letters in Spanish about lost devices. */
export const recovery: RecoveryLetters = {
  'case-code': ({ number }) => ({
    subject: 'el código para ver tu caso',
    happened: 'Se ha pedido el código que abre la página de un caso de recuperación tuyo.',
    facts: [numbered(number)],
    more: ['Con este código se puede seguir el caso y añadir documentos. No deja entrar a nadie en tu cuenta.'],
    ifYou: 'Si has sido tú, escribe el código en la página donde lo has pedido.',
    label: 'Código:',
    ifNotYou: 'Si no has sido tú, no digas el código a nadie. Si tampoco has abierto este caso, llama o escribe al servicio de atención.',
  }),
  'case-opened': ({ number, who, company }) => ({
    subject: 'se ha abierto un caso por un móvil perdido',
    happened:
      'Alguien que sabe la contraseña de una cuenta ha dicho que ha perdido el móvil, y quiere que desactivemos la verificación de inicio de sesión.',
    facts: [of(who), ['Empresa', company], numbered(number)],
    more: [
      'Aún no ha cambiado nada. Solo lo haremos si nos envía un formulario con la firma certificada oficialmente y lo aprueban dos personas del servicio de atención. Y entonces te avisaremos antes.',
    ],
    ifYou: 'Si lo has pedido tú, o sabes por esta persona que lo ha pedido, no tienes que hacer nada.',
    ifNotYou:
      'Si no lo tienes claro, detenlo: abre el enlace y confírmalo en la página. No hace daño a nadie, porque después se puede abrir otro caso. Y avisa a esta persona: alguien sabe su contraseña, y debe cambiarla.',
    label: stop,
  }),
  'case-approved': ({ number, who, company, until }, { when }) => ({
    subject: 'pronto desactivaremos la verificación de una cuenta',
    happened: 'Dos personas del servicio de atención han comprobado los documentos de un caso de recuperación y lo han aprobado.',
    facts: [of(who), ['Empresa', company], numbered(number), ['Lo haremos', when(until)]],
    more: [
      'Entonces desactivaremos la verificación de esta cuenta, cerraremos todas sus sesiones y enviaremos a su dirección un enlace para poner una contraseña nueva. Hasta ese momento aún se puede detener.',
    ],
    ifYou: 'Si lo has pedido tú, o sabes por esta persona que lo ha pedido, no tienes que hacer nada.',
    ifNotYou: 'Si no lo tienes claro, detenlo antes: abre el enlace y confírmalo en la página. Y avisa a esta persona.',
    label: stop,
  }),
  'case-submitted': ({ number, answerBy }, { when }) => ({
    subject: 'hemos recibido los documentos de tu caso',
    happened: 'Hemos recibido los documentos de tu caso de recuperación y los comprobaremos.',
    facts: [numbered(number), ['Tendrás respuesta antes de', when(answerBy)]],
    ifYou: 'Si has sido tú, ahora no tienes que hacer nada: te escribiremos.',
    ifNotYou: stopIt,
  }),
  'case-asked-again': ({ number, message, expiresAt }, { when }) => ({
    subject: 'a tu caso le falta algo',
    happened: 'Hemos mirado los documentos de tu caso de recuperación, y aún nos falta algo.',
    facts: [numbered(number), ['Lo esperamos hasta', when(expiresAt)]],
    more: [
      `Qué falta: ${oneLine(message, 2000)}`,
      'Envíalo desde la página del caso: la dirección está en el formulario, y para entrar necesitarás el número y un código que te enviaremos por correo.',
    ],
    ifYou: 'Si ya lo tienes, envíalo. Mientras tanto no cambia nada.',
    ifNotYou: stopIt,
  }),
  'case-refused': ({ number, reason }) => ({
    subject: 'no hemos aprobado tu caso',
    happened: 'No hemos podido aprobar tu caso de recuperación, y el caso queda cerrado.',
    facts: [numbered(number)],
    more: [`Motivo: ${oneLine(reason, 2000)}`, nothingChanged],
    ifYou: 'Si aún no puedes entrar, pide ayuda a otro administrador de la empresa, o abre un caso nuevo en la página del código.',
    ifNotYou: 'Si no habías abierto ningún caso, alguien sabe tu contraseña: cámbiala, y llama o escribe al servicio de atención.',
  }),
  'case-expired': ({ number }) => ({
    subject: 'tu caso ha caducado',
    happened: 'No hemos recibido a tiempo los documentos de tu caso de recuperación, y el caso queda cerrado.',
    facts: [numbered(number)],
    more: [nothingChanged],
    ifYou: 'Si aún no puedes entrar, abre un caso nuevo en la página del código.',
    ifNotYou: 'Si no habías abierto ningún caso, alguien sabe tu contraseña: cámbiala, y llama o escribe al servicio de atención.',
  }),
  'case-completed': ({ number, careUntil }, { when }) => ({
    subject: 'ya puedes poner una contraseña nueva',
    happened: 'Tu caso de recuperación ha terminado: hemos desactivado la verificación de inicio de sesión de tu cuenta.',
    facts: [numbered(number), ['Protección reforzada hasta', when(careUntil)]],
    more: [
      'La contraseña y los códigos de recuperación que tenías ya no sirven, y hemos cerrado todas las sesiones y olvidado los dispositivos.',
      care,
      'Cuando hayas entrado, vuelve a activar la verificación con el móvil nuevo: la clave también será nueva.',
    ],
    ifYou:
      'Abre el enlace y pon una contraseña que no uses en ningún otro sitio. Si caduca, pide otro en la página de entrada, con «¿Has olvidado la contraseña?».',
    label: 'Pon una contraseña nueva:',
    ifNotYou: 'Si no habías abierto ningún caso, llama o escribe enseguida al servicio de atención, y no envíes el enlace a nadie.',
  }),
  'case-stopped': ({ number, who, by }) => ({
    subject: 'se ha detenido un caso de recuperación',
    happened: 'Se ha detenido el caso en que se pedía desactivar la verificación de una cuenta.',
    facts: [of(who), numbered(number), ['Quién lo ha detenido', by || 'alguien con el enlace de un correo nuestro']],
    more: [nothingChanged, 'Este caso no se puede reanudar, pero se puede abrir otro.'],
    ifYou: known,
    ifNotYou: 'Si te sorprende, habla con esta persona por otra vía. Si el caso no era suyo, alguien sabe su contraseña, y debe cambiarla.',
  }),
  'case-withdrawn': ({ number, who }) => ({
    subject: 'se ha retirado un caso de recuperación',
    happened: 'Quien había abierto el caso de un móvil perdido lo ha retirado.',
    facts: [of(who), numbered(number)],
    more: [nothingChanged],
    ifYou: known,
    ifNotYou: 'Si te sorprende, habla con esta persona por otra vía. Si el caso no era suyo, alguien sabe su contraseña, y debe cambiarla.',
  }),
  'case-vouched': ({ number, who, by }) => ({
    subject: 'un administrador confirma un caso de recuperación',
    happened: 'Otro administrador de la empresa ha confirmado que el caso de un móvil perdido lo ha abierto de verdad esta persona.',
    facts: [of(who), numbered(number), ['Quién lo ha confirmado', by]],
    more: ['Los documentos se tienen que comprobar igualmente; solo será más corta la espera del final.'],
    ifYou: known,
    ifNotYou: 'Si te sorprende, habla con los dos por otra vía. El caso aún se puede detener con el enlace del correo que ya tienes.',
  }),
  'case-over': ({ number, who, careUntil }, { when }) => ({
    subject: 'ha terminado un caso de recuperación',
    happened:
      'Hemos desactivado la verificación de una cuenta que tenía el móvil perdido, y le hemos enviado un enlace para poner una contraseña nueva.',
    facts: [of(who), numbered(number), ['Protección reforzada hasta', when(careUntil)]],
    more: [care],
    ifYou: known,
    ifNotYou: 'Si te sorprende, habla con esta persona por otra vía. Si no sabe nada, llama o escribe enseguida al servicio de atención.',
  }),
}
