import type { Shape } from '../../shape.ts'
import type ca from '../ca/mailed-links.ts'

export default {
  notMeTitle: 'Si no has sido tú',
  notMeIntro: 'Alguien ha escrito bien tu contraseña pero no ha puesto el código. Si no has sido tú, dilo aquí y enseguida:',
  notMe1: 'la contraseña dejará de servir,',
  notMe2: 'se cerrarán todas las sesiones abiertas,',
  notMe3: 'se olvidarán todos los dispositivos recordados,',
  notMe4: 'te enviaremos un correo con un enlace para poner una contraseña nueva.',
  notMeStays: 'La verificación se queda como está.',
  notMeSubmit: 'No he sido yo',
  itWasMe: 'Si has sido tú, cierra esta página: no cambiará nada.',
  notMeDoneTitle: 'Hecho: nadie más puede entrar con la contraseña',
  notMeDone1: 'Hemos anulado la contraseña, hemos cerrado todas las sesiones y hemos olvidado los dispositivos recordados.',
  notMeDone2: 'Mira el correo: te hemos enviado un enlace para poner una contraseña nueva. Sirve durante una hora.',
  notMeMore: 'Qué significa este aviso',
  approveTitle: 'Aprueba este navegador',
  approveIntro:
    'Ha habido muchos intentos de entrar en tu cuenta desde navegadores que no conocemos y los hemos detenido. Si eras tú quien quería entrar, aprueba este navegador y podrás volver a probar la contraseña.',
  approveNote: 'Aprobarlo no te hace entrar: necesitarás la contraseña y, si tienes la verificación activada, el código.',
  approveSubmit: 'Aprobar este navegador',
  approveNot: 'Si no eras tú, cierra esta página: los intentos seguirán detenidos.',
  approvedTitle: 'Navegador aprobado',
  approvedText: 'Ahora ya puedes entrar con la contraseña desde este navegador.',
  signIn: 'Entrar',
  deadTitle: 'Este enlace ya no sirve',
  deadText: 'Ha caducado o ya se ha usado. Si todavía te preocupa algo, pon una contraseña nueva.',
  deadApproveText: 'Ha caducado o ya se ha usado. Vuelve a intentar entrar: si todavía hace falta, te enviaremos un enlace nuevo.',
  newPassword: 'Poner una contraseña nueva',
} as const satisfies Shape<typeof ca>
