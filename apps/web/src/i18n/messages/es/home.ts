import type { Shape } from '../../shape.ts'
import type ca from '../ca/home.ts'

export default {
  greeting: '{part, select, morning {Buenos días} afternoon {Buenas tardes} other {Buenas noches}}, {name}',
  intro: 'Tu cuenta, de un vistazo.',
  protected: 'Protegida',
  recommended: 'Recomendado',
  verificationOn: 'Verificación activada',
  verificationOnText: 'Después de la contraseña te pedimos un código de tu móvil.',
  verificationOff: 'Verificación desactivada',
  verificationOffText: 'Ahora solo te protege la contraseña. Con la verificación te pediremos también un código de tu móvil.',
  turnOn: 'Activarla',
  manage: 'Gestionarla',
  signIns: 'Acceso',
  firstSignIn: 'Es la primera vez que entras',
  previousSignIn: 'Último acceso',
  previousSignInText: 'Si no fuiste tú, mira qué sesiones hay abiertas.',
  firstSignInText: 'Aquí verás cuándo entraste por última vez.',
  seeSessions: 'Ver las sesiones',
  devices: 'Dispositivos',
  remembered: '{count, plural, =0 {Ningún dispositivo recordado} one {# dispositivo recordado} other {# dispositivos recordados}}',
  rememberedText: 'En un dispositivo recordado entras sin código durante 30 días.',
  seeDevices: 'Ver los dispositivos',
} as const satisfies Shape<typeof ca>
