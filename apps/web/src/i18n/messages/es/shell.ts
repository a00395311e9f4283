import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Principal',
  home: 'Inicio',
  help: 'Ayuda',
  signIn: 'Entrar',
  signOut: 'Salir',
  stillSignedIn: 'No hemos podido cerrar la sesión: sigue abierta.',
  account: 'Tu cuenta:',
  accountNav: 'Cuenta',
  details: 'Mis datos',
  twoFactor: 'Autenticación de dos factores',
  sessions: 'Dispositivos y sesiones',
  password: 'Contraseña',
  activity: 'Actividad',
} as const satisfies Shape<typeof ca>
