import type { Shape } from '../../shape.ts'
import type ca from '../ca/sessions.ts'

export default {
  intro: 'Dónde tienes la sesión abierta y dónde te recordamos.',
  introSessionsOnly: 'Dónde tienes la sesión abierta.',
  title: 'Sesiones abiertas',
  note: 'Si ves alguna que no reconoces, ciérrala.',
  browser: 'Navegador',
  signedIn: 'Entrada',
  lastSeen: 'Última actividad',
  proof: 'Cómo entraste',
  actions: 'Acciones',
  'proof-code': 'Con código',
  'proof-trusted-device': 'Dispositivo recordado',
  'proof-password': 'Con contraseña',
  thisSession: 'Esta sesión',
  end: 'Cerrar',
  endNamed: 'Cerrar la sesión de {browser}',
  ended: 'Se ha cerrado la sesión.',
  endOthers: 'Cerrar todas las demás',
  endOthersTitle: '¿Quieres cerrar todas las demás sesiones?',
  endOthersText: 'Se cerrarán enseguida en todos los demás navegadores. Esta seguirá abierta.',
  endedOthers:
    '{count, plural, =0 {No había ninguna otra sesión abierta.} one {Se ha cerrado # sesión.} other {Se han cerrado # sesiones.}}',
} as const satisfies Shape<typeof ca>
