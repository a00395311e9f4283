import type { Shape } from '../../shape.ts'
import type ca from '../ca/sign-in.ts'

export default {
  title: 'Entra en el área de cliente',
  intro: 'Gestiona tus servicios y quién tiene acceso a ellos.',
  email: 'Correo electrónico',
  submit: 'Entrar',
  forgotPassword: '¿Has olvidado la contraseña?',
  passwordSet: 'Se ha cambiado la contraseña. Entra con la nueva.',
  codeTitle: 'Código de verificación',
  codeIntro: 'Abre la aplicación de autenticación de tu móvil y escribe el código de 6 cifras para <b>Porta</b>.',
  remember: 'Recordar la verificación en este dispositivo durante 30 días',
  rememberHint: 'No lo hagas en un ordenador compartido.',
  codeSubmit: 'Verificar y entrar',
  useRecoveryCode: 'Usar un código de recuperación',
  lostDevice: 'He perdido el teléfono',
  recoveryTitle: 'Código de recuperación',
  recoveryIntro: 'Escribe uno de los códigos que guardaste al activar la verificación. Cada código sirve una sola vez.',
  recoveryCode: 'Código de recuperación',
  recoveryHint: 'Diez letras y cifras, con guion o sin él.',
  useApp: 'Usar el código de la aplicación',
  codesLeft: `{left, plural,
    =0 {Has usado el último código de recuperación. Crea otros nuevos.}
    one {Te queda # código de recuperación.}
    other {Te quedan # códigos de recuperación.}}`,
} as const satisfies Shape<typeof ca>
