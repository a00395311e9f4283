import type { Shape } from '../../shape.ts'
import type ca from '../ca/notices.ts'

export default {
  halfTitle:
    '{count, plural, one {Alguien ha escrito bien tu contraseña y no ha puesto el código} other {# veces se ha escrito bien tu contraseña y no se ha puesto el código}}',
  halfList: 'Entradas a medias',
  halfMore: '{count, plural, one {y # vez más} other {y # veces más}}',
  halfText: 'Hasta que respondas, pediremos el código también en los dispositivos recordados.',
  itWasMe: 'He sido yo',
  itWasNotMe: 'No he sido yo',
  halfAnswered: 'Gracias: no volveremos a hablar de ello.',
  halfHelp: 'Qué significa esto',
  checkUpTitle: 'Comprueba que la verificación todavía te funciona',
  checkUpText:
    'Hace dos semanas que la activaste. Escribe un código de la aplicación, ahora que no tienes prisa. Solo te lo pediremos esta vez.',
  checkUpSubmit: 'Comprobar el código',
  checkUpLater: 'Ahora no',
  checkUpPassed: 'Todo bien: el código es correcto.',
  checkUpPutOff: 'De acuerdo: no te lo volveremos a pedir.',
  checkUpTrouble: '¿No te funciona?',
  checkUpWay1: 'Asegúrate de tener a mano los códigos de recuperación, o crea otros nuevos.',
  checkUpWay2: 'Si el móvil todavía da códigos que valen, muestra el código QR y escanéalo también con otro.',
  checkUpWay3: 'Si no da ninguno, desactiva la verificación con un código de recuperación (OFF) y vuelve a activarla.',
  checkUpWay: 'Ir a «Autenticación de dos factores»',
  checkUpHelp: 'Más sobre la comprobación',
  codesLow:
    '{left, plural, =0 {No te queda ningún código de recuperación} one {Te queda # código de recuperación} other {Te quedan # códigos de recuperación}}',
  codesLowText: 'Sin códigos ni móvil no podrías entrar. Crea diez nuevos y guárdalos.',
  codesLowChip: 'Conviene hacerlo',
  codesRenew: 'Crear otros nuevos',
} as const satisfies Shape<typeof ca>
