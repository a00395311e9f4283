import type { Shape } from '../../shape.ts'
import type ca from '../ca/common.ts'

export default {
  skip: 'Saltar al contenido',
  language: 'Idioma',
  close: 'Cerrar',
  cancel: 'Cancelar',
  wait: 'Podrás volver a intentarlo dentro de {wait}.',
  waitOver: 'Ya puedes volver a intentarlo.',
  reference: 'Si nos lo cuentas, dinos esta referencia: {id}',
  howToFix: 'Cómo se arregla',
  newPassword: 'Poner una contraseña nueva',
  code: 'Código de 6 cifras',
  password: 'Contraseña',
  show: 'Mostrar',
  hide: 'Ocultar',
  thePassword: 'la contraseña',
  browserOnSystem: '{browser} en {system}',
  unknownBrowser: 'Navegador desconocido',
  newTab: 'se abre en una pestaña nueva',
  notFoundTitle: 'Esta página no existe',
  notFoundText: 'Puede que la dirección esté mal escrita o que la página haya cambiado de sitio.',
  goHome: 'Ir al inicio',
  brokenTitle: 'Algo ha fallado',
  brokenText: 'No hemos podido mostrar esta página. Vuelve a cargarla; si sigue fallando, inténtalo dentro de un rato.',
  reload: 'Volver a cargar la página',
} as const satisfies Shape<typeof ca>
