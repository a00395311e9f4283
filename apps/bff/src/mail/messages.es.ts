import { access } from './access.es.ts'
import { company } from './company.es.ts'
import { desk, endOthers, newKey, nothingToDo, open } from './phrases.es.ts'
import { pluralsOf } from './plural.ts'
import { recovery } from './recovery.es.ts'
import { requests } from './requests.es.ts'
import type { Words } from './words.ts'

const plural = pluralsOf('es')

/** The mails in Spanish. */
export const es: Words = {
  greeting: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
  labels: { when: 'Cuándo', browser: 'Navegador', place: 'Desde dónde', expires: 'Caduca' },
  browser: (browser, system) => {
    const name = browser || 'navegador desconocido'
    return system === '' ? name : `${name} en ${system}`
  },
  ifNotYou: 'Si no has sido tú:',
  once: 'Sirve una sola vez.',
  whileItLasts: 'Funciona mientras el caso se pueda detener.',
  promise: {
    bare: 'Este correo no lleva ningún enlace. Nunca te pediremos la contraseña ni ningún código, ni por correo ni por teléfono.',
    link: (host) =>
      `Este correo lleva un solo enlace, a ${host}: no abre ninguna sesión ni pide ningún código. Nunca te pediremos la contraseña ni ningún código, ni por correo ni por teléfono.`,
    code: 'Este correo no lleva ningún enlace. Escribe el código solo en el área de cliente y no se lo digas a nadie, tampoco a nosotros.',
  },
  letters: {
    ...access,
    ...company,
    ...requests,
    ...recovery,
    'verification-on': ({ endedSessions }) => ({
      subject: 'has activado la verificación de inicio de sesión',
      happened: 'Se ha activado la verificación de inicio de sesión de tu cuenta.',
      more: [
        'A partir de ahora, para entrar te pediremos la contraseña y un código de la aplicación de tu móvil.',
        ...(endedSessions > 0
          ? [
              plural(endedSessions, {
                one: 'Se ha cerrado la otra sesión que tenías abierta.',
                other: 'Se han cerrado las otras # sesiones que tenías abiertas.',
              }),
            ]
          : []),
        'Ya no aceptamos órdenes por teléfono desde tu número de contacto, y la interfaz SOAP antigua rechaza este contacto.',
        'Si has impreso una copia de la clave, guárdala en un cajón.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        'Llama o escribe enseguida al servicio de atención: sin el código ya no puedes entrar, y alguien sabe tu contraseña.',
        'Guarda este correo: el día, el navegador y el lugar ayudarán a saber qué ha pasado.',
      ],
    }),
    'verification-off': ({ by }) => ({
      subject: 'has desactivado la verificación de inicio de sesión',
      happened:
        by === 'code'
          ? 'Se ha desactivado la verificación de inicio de sesión de tu cuenta con un código de la aplicación.'
          : 'Se ha desactivado la verificación de inicio de sesión de tu cuenta con un código de recuperación.',
      more: [
        'Ahora, para entrar basta con la contraseña. Hemos cerrado las demás sesiones y hemos olvidado todos los dispositivos recordados.',
        'Ya puedes borrar la entrada antigua de la aplicación: si vuelves a activar la verificación, la clave será nueva.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, 'En «Autenticación de dos factores», vuelve a activar la verificación (ON).', desk],
    }),
    'key-shown': () => ({
      subject: 'se ha mostrado tu código QR',
      happened: 'Se ha vuelto a mostrar el código QR de tu verificación de inicio de sesión.',
      more: ['Quien lo vea puede añadir tu clave a otro móvil.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'key-copied': ({ copy, serial }) => ({
      subject: copy === 'print' ? 'se ha impreso una copia de tu clave' : 'se ha descargado una copia de tu clave',
      happened:
        copy === 'print'
          ? 'Se ha hecho una copia para imprimir de la clave de tu verificación de inicio de sesión.'
          : `Se ha descargado una copia de la clave de tu verificación de inicio de sesión (archivo ${copy.toUpperCase()}).`,
      facts: [['Número de serie de la copia', serial]],
      more: [
        copy === 'print'
          ? 'Guarda la hoja en un cajón, no encima de la mesa.'
          : 'Guarda el archivo donde solo lo veas tú, y no se lo envíes a nadie.',
      ],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
    'device-remembered': ({ expiresAt }, { when }) => ({
      subject: 'recordamos un dispositivo nuevo',
      happened: 'Un navegador ha pedido que recordemos en él la verificación.',
      facts: [['Caduca', when(expiresAt)]],
      more: ['Hasta entonces, en ese navegador se puede entrar con la contraseña, sin código.'],
      ifYou: nothingToDo,
      ifNotYou: [open, 'En tu cuenta, en «Dispositivos y sesiones», olvida ese dispositivo y cierra las demás sesiones.', newKey, desk],
    }),
    'device-token-reused': () => ({
      subject: 'hemos olvidado un dispositivo recordado',
      happened: 'Hemos olvidado uno de tus dispositivos recordados: se ha presentado una copia antigua de él.',
      more: [
        'Puede pasar cuando se restaura un navegador desde una copia de seguridad. También puede significar que alguien ha copiado sus datos.',
        'La próxima vez, ese dispositivo volverá a pedirte el código.',
      ],
      ifYou: 'Si has restaurado o copiado un navegador, no tienes que hacer nada.',
      ifNotYou: [
        open,
        'En tu cuenta, en «Dispositivos y sesiones», cierra las demás sesiones y olvida todos los dispositivos recordados.',
        'Mira que en tu ordenador no haya programas ni extensiones que no conozcas.',
        desk,
      ],
    }),
    'recovery-code-used': ({ left }) => ({
      subject: 'se ha usado un código de recuperación',
      happened: 'Se ha usado uno de tus códigos de recuperación. Ese código ya no sirve.',
      more: [
        left === 0 ? 'No te queda ninguno.' : plural(left, { one: 'Te queda # código.', other: 'Te quedan # códigos.' }),
        ...(left <= 2
          ? ['Crea otros pronto, en «Autenticación de dos factores», «Códigos de recuperación». Necesitarás un código de la aplicación.']
          : []),
      ],
      ifYou: nothingToDo,
      ifNotYou: [
        open,
        endOthers,
        'En «Autenticación de dos factores», crea códigos de recuperación nuevos: los que alguien pueda tener dejarán de funcionar.',
        desk,
      ],
    }),
    'recovery-codes-renewed': () => ({
      subject: 'tienes códigos de recuperación nuevos',
      happened: 'Se han creado diez códigos de recuperación nuevos. Los de antes ya no funcionan.',
      more: ['Tira las copias antiguas y guarda las nuevas lejos del móvil.'],
      ifYou: nothingToDo,
      ifNotYou: [open, endOthers, newKey, desk],
    }),
  },
}
