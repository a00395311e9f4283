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
  toSignTitle: '{count, plural, one {Tienes una solicitud por firmar} other {Tienes # solicitudes por firmar}}',
  toSignList: 'Por firmar',
  toSignLeft: 'Quedan {left}',
  toSignRead: 'Leer y firmar',
  toSignReadOne: 'Leer y firmar: {subject}',
  caseTitle: 'Alguien ha dicho que has perdido el móvil',
  caseNumber: 'Caso {number}',
  caseText:
    'Ha abierto un caso para desactivar tu verificación. Si has sido tú, no hagas nada. Si no, detenlo: no cambiará nada de tu cuenta.',
  caseStop: 'Detener el caso',
  caseStopTitle: '¿Quieres detener el caso?',
  caseStopText:
    'El caso se cierra, tu cuenta queda como está y avisamos a todos los que lo sabían. Quien lo ha abierto sabe tu contraseña: si no has sido tú, cámbiala después.',
  caseStopped: 'El caso está detenido.',
  caseHelp: 'Qué significa esto',
  careTitle: 'Hasta el {until} cuidamos especialmente tu cuenta',
  careAdmin:
    'Acabas de recuperar el acceso. Hasta entonces no puedes cambiar nada de las personas de la empresa ni dar órdenes por teléfono. Verlo todo y enviar solicitudes, sí.',
  careMember: 'Acabas de recuperar el acceso. Hasta entonces no aceptamos órdenes por teléfono desde tu número. Enviar solicitudes, sí.',
  careHelp: 'Por qué',
  companyCasesTitle:
    '{count, plural, one {Una persona de la empresa dice que ha perdido el teléfono} other {# personas de la empresa dicen que han perdido el teléfono}}',
  companyCasesText: 'Habla con ella: si es verdad, puedes confirmarlo; si no, detenlo.',
  companyCasesSee: 'Ver de qué se trata',
  sessionOverTitle: 'La sesión ha terminado, pero lo que has escrito sigue aquí.',
  sessionOverText: 'Vuelve a entrar en otra pestaña y después envíalo desde esta.',
  sessionOverSignIn: 'Entra en otra pestaña',
} as const satisfies Shape<typeof ca>
