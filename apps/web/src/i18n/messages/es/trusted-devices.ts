import type { Shape } from '../../shape.ts'
import type ca from '../ca/trusted-devices.ts'

export default {
  title: 'Dispositivos recordados',
  note: 'Puedes entrar en ellos sin código hasta que caduquen.',
  device: 'Dispositivo',
  firstSeen: 'Recordado desde',
  lastSeen: 'Último acceso',
  expires: 'Caduca',
  actions: 'Acciones',
  thisDevice: 'Este dispositivo',
  forget: 'Olvidar',
  forgetNamed: 'Olvidar {device}',
  forgotten: 'Se ha olvidado el dispositivo. La próxima vez te pediremos el código.',
  forgetAll: 'Olvidarlos todos',
  forgetAllTitle: '¿Quieres olvidar todos los dispositivos?',
  forgetAllText: `{count, plural,
    one {Se olvidará # dispositivo, y la próxima vez que entres en él te pediremos el código.}
    other {Se olvidarán # dispositivos, y la próxima vez que entres en ellos te pediremos el código.}} Las sesiones abiertas siguen abiertas.`,
  forgottenAll: 'Se han olvidado todos los dispositivos.',
  empty: 'No hay ningún dispositivo recordado.',
  emptyNext: 'Para recordar uno, marca la casilla «Recordar la verificación» cuando escribas el código en él.',
} as const satisfies Shape<typeof ca>
