import type { Shape } from '../../shape.ts'
import type ca from '../ca/shell.ts'

export default {
  mainNav: 'Principal',
  home: 'Inicio',
  contacts: 'Contactos',
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
  companyNav: 'Empresa',
  board: 'Verificación',
  companyActivity: 'Actividad',
  leavers: 'Bajas',
  adminsOnlyTitle: 'Solo para quien administra',
  adminsOnly: 'Esta parte es para las personas que administran la empresa. Si necesitas algo de aquí, pídeselo a una de ellas.',
  ownFirst: 'Para gestionar la verificación de los demás, antes tienes que tener activada la tuya.',
  ownFirstGo: 'Activar la mía',
} as const satisfies Shape<typeof ca>
