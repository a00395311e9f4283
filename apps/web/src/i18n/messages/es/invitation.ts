import type { Shape } from '../../shape.ts'
import type ca from '../ca/invitation.ts'

export default {
  title: 'Te han invitado a Porta',
  checking: 'Estamos comprobando la invitación…',
  hello: 'Hola, {name}. {by} te ha añadido como contacto de <b>{company}</b>.',
  signInAs: 'Entrarás con <b>{email}</b>. Solo falta que pongas una contraseña.',
  submit: 'Aceptar y guardar la contraseña',
  notYours: 'Si no esperabas esta invitación, cierra la página: no cambiará nada.',
  deadTitle: 'Esta invitación ya no sirve',
  deadText: 'Ha caducado, se ha retirado o ya se ha usado. Pide a quien te la envió que te la vuelva a enviar.',
  toSignIn: 'Ir a la página de entrada',
  tryAgain: 'Volver a intentarlo',
} as const satisfies Shape<typeof ca>
