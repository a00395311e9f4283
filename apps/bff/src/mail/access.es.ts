import { clock, desk, endOthers, forgot, newPassword, nothingToDo, open } from './phrases.es.ts'
import { pluralsOf } from './plural.ts'
import type { AccessLetters } from './words.ts'

const plural = pluralsOf('es')
const setPassword = 'Pon una contraseña nueva:'
const closed = 'Hemos cerrado las demás sesiones y hemos olvidado los dispositivos recordados.'

/** The letters in Spanish about getting in, and about what somebody signs in with. */
export const access: AccessLetters = {
  'half-sign-in': ({ count, signIns }) => ({
    subject: 'un inicio de sesión con tu contraseña se ha quedado a medias',
    happened: plural(count, {
      one: 'Alguien ha escrito bien tu contraseña, pero no ha llegado a entrar: no lo ha confirmado con ningún código.',
      other: 'Alguien ha escrito bien tu contraseña # veces, pero no ha llegado a entrar: no lo ha confirmado con ningún código.',
    }),
    more: [
      ...(count > signIns.length
        ? [plural(signIns.length, { one: 'Aquí solo está la última vez.', other: 'Aquí están las # últimas veces.' })]
        : []),
      'Así no ha entrado nadie. Y hasta que entres con un código o nos respondas, también lo pediremos en los dispositivos recordados.',
    ],
    ifYou: 'Si has sido tú, no tienes que hacer nada.',
    ifNotYou: [
      'Alguien sabe tu contraseña: abre el enlace de abajo y confírmalo en la página.',
      'La contraseña dejará de servir, cerraremos todas las sesiones, olvidaremos los dispositivos y te enviaremos un correo para poner otra. Si lo haces sin querer, solo te costará eso: una contraseña nueva.',
      'Si usas la misma contraseña en otros sitios, cámbiala también allí.',
      'Si no haces nada, seguirá sin poder entrar sin el código, pero podrá volver a intentarlo.',
    ],
    label: 'No he sido yo:',
  }),
  'reset-required': () => ({
    subject: 'demasiados códigos incorrectos: hace falta una contraseña nueva',
    happened: 'Se ha escrito bien tu contraseña y, después, demasiados códigos incorrectos, desde navegadores que no conocemos.',
    more: [
      'En esos navegadores ya no miramos ningún código más, aunque sea bueno, hasta que haya una contraseña nueva. También hemos olvidado los dispositivos recordados.',
      'En los navegadores donde ya habías entrado puedes seguir entrando con la contraseña y un código.',
    ],
    ifYou: `${clock} Después, pon una contraseña nueva.`,
    ifNotYou: [open, forgot, 'No desactives la verificación: es lo que te ha protegido.', desk],
  }),
  'codes-blocked': () => ({
    subject: 'hemos cerrado una sesión por demasiados códigos incorrectos',
    happened: 'En una sesión abierta de tu cuenta se han escrito demasiados códigos incorrectos, y la hemos cerrado.',
    more: ['Lo que se quería hacer con esos códigos no se ha hecho.'],
    ifYou: `${clock} Después, vuelve a entrar.`,
    ifNotYou: [open, newPassword, 'No desactives la verificación: es lo que te protege.', desk],
  }),
  'browser-approval': () => ({
    subject: 'intento de entrar desde un navegador que no conocemos',
    happened: 'Alguien ha intentado entrar en tu cuenta desde un navegador que no conocemos.',
    more: [
      'Antes se han escrito muchas contraseñas incorrectas. Por eso, en navegadores desconocidos ya no miramos ninguna más, aunque sea buena, si antes no se abre en ellos este enlace.',
      'Los navegadores donde ya habías entrado funcionan como siempre.',
    ],
    ifYou: 'Si has sido tú, abre el enlace en el navegador desde el que quieres entrar y vuelve a escribir en él la contraseña.',
    label: 'Aprobar este navegador:',
    ifNotYou:
      'Si no has sido tú, no abras el enlace ni se lo envíes a nadie. No tienes que hacer nada más: no ha entrado nadie y no ha cambiado nada.',
  }),
  'new-browser': () => ({
    subject: 'se ha entrado en tu cuenta desde un navegador nuevo',
    happened: 'Se ha entrado en tu cuenta desde un navegador donde no habías entrado nunca.',
    more: ['Los navegadores privados y los que borran las cookies también nos parecen nuevos.'],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
  'password-reset': () => ({
    subject: 'se ha pedido una contraseña nueva',
    happened: 'Se ha pedido un enlace para poner una contraseña nueva en tu cuenta.',
    more: ['Todavía no ha cambiado nada: la contraseña de ahora sigue sirviendo.'],
    ifYou:
      'Si has sido tú, abre el enlace y pon ahí la contraseña nueva. Después entra como siempre: la verificación de inicio de sesión no cambia.',
    label: setPassword,
    ifNotYou: 'Si no has sido tú, no tienes que hacer nada: sin el enlace de este correo no puede cambiar nada. No se lo envíes a nadie.',
  }),
  'password-burned': () => ({
    subject: 'tu contraseña ya no sirve',
    happened: 'Se ha respondido «No he sido yo» a un aviso nuestro. Por eso tu contraseña ya no sirve.',
    more: [
      'También hemos cerrado todas las sesiones y hemos olvidado los dispositivos recordados. La verificación de inicio de sesión no ha cambiado.',
      'Si el enlace caduca, pide otro en la página de entrada, con «¿Has olvidado la contraseña?».',
    ],
    ifYou: 'Si has sido tú, para volver a entrar pon una contraseña nueva que no uses en ningún otro sitio.',
    label: setPassword,
    ifNotYou: [
      'Alguien puede leer tu correo: cambia ahora mismo su contraseña.',
      'Abre el enlace de arriba y pon una contraseña nueva también aquí.',
      'Llama o escribe al servicio de atención y cuéntalo.',
    ],
  }),
  'password-changed': ({ by }) => ({
    subject: 'se ha cambiado tu contraseña',
    happened:
      by === 'reset'
        ? 'Se ha puesto una contraseña nueva en tu cuenta con un enlace que te habíamos enviado por correo.'
        : 'Se ha cambiado la contraseña de tu cuenta.',
    more: [by === 'reset' ? 'Hemos cerrado todas las sesiones y hemos olvidado los dispositivos recordados.' : closed],
    ifYou: nothingToDo,
    ifNotYou: [
      ...(by === 'reset' ? ['Alguien puede leer tu correo: cambia ahora mismo su contraseña.'] : []),
      open,
      forgot,
      'Llama o escribe al servicio de atención y cuéntalo.',
    ],
  }),
  'email-code': () => ({
    subject: 'el código para confirmar esta dirección',
    happened: 'Se ha pedido usar esta dirección para entrar en el área de cliente.',
    more: ['Todavía no ha cambiado nada: antes hay que escribir este código.'],
    ifYou: 'Si has sido tú, escribe el código en la página donde has pedido el cambio.',
    label: 'Código:',
    ifNotYou: 'Si no has sido tú, no tienes que hacer nada: alguien habrá escrito tu dirección por error, y sin el código no cambia nada.',
  }),
  'email-change-asked': ({ email }) => ({
    subject: 'se ha pedido cambiar tu dirección de correo',
    happened: 'Se ha pedido cambiar la dirección de correo con la que entras.',
    facts: [['Dirección nueva', email]],
    more: [
      'Todavía no ha cambiado nada. Hemos enviado un código a la dirección nueva, y el cambio se hará cuando se escriba en tu cuenta. Hasta entonces, entra con la dirección de ahora.',
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, 'En tu cuenta, renuncia al cambio de dirección y cambia la contraseña.', endOthers, desk],
  }),
  'email-in-use': () => ({
    subject: 'alguien ha querido usar tu dirección de correo',
    happened: 'En otra cuenta se ha pedido usar esta dirección, que ya es la de la tuya.',
    more: ['No ha cambiado nada, y no hemos dicho a nadie que esta dirección ya tiene cuenta.'],
    ifYou: 'Si has sido tú, usa otra dirección para aquella cuenta.',
    ifNotYou: 'Si no has sido tú, no tienes que hacer nada: alguien habrá escrito tu dirección por error.',
  }),
  'email-changed': ({ from, to }) => ({
    subject: 'se ha cambiado tu dirección de correo',
    happened: 'Se ha cambiado la dirección de correo con la que entras.',
    facts: [
      ['Antes', from],
      ['Ahora', to],
    ],
    more: ['Entra con la dirección nueva y la misma contraseña. Nuestros correos también irán a la dirección nueva.', closed],
    ifYou: nothingToDo,
    ifNotYou: [
      'Llama o escribe enseguida al servicio de atención: con la dirección de antes ya no puedes entrar.',
      'Guarda este correo: el día, el navegador y el lugar ayudarán a saber qué ha pasado.',
    ],
  }),
  'phone-changed': ({ from, to }) => ({
    subject: 'se ha cambiado tu número de teléfono',
    happened: to === '' ? 'Se ha quitado el número de teléfono de tu cuenta.' : 'Se ha cambiado el número de teléfono de tu cuenta.',
    facts: [
      ['Antes', from || 'ninguno'],
      ['Ahora', to || 'ninguno'],
    ],
    more: [
      'Hemos cerrado las demás sesiones.',
      ...(to === ''
        ? []
        : ['Si no tienes activada la verificación de inicio de sesión, desde este número aceptamos órdenes por teléfono.']),
    ],
    ifYou: nothingToDo,
    ifNotYou: [open, endOthers, newPassword, desk],
  }),
}
