import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Ayuda',
  intro: 'Cómo funciona la verificación de inicio de sesión, paso a paso.',
  contents: 'En esta página',

  whatTitle: 'Qué es la verificación de inicio de sesión',
  what1:
    'Es una segunda cerradura. Después de la contraseña te pedimos un código de 6 cifras que sale en la aplicación de autenticación de tu móvil y que cambia cada 30 segundos.',
  what2: 'Si alguien llega a saber tu contraseña, no le bastará para entrar: le faltará tu móvil. Por eso te aconsejamos que la actives.',
  what3: 'También se llama autenticación de dos factores: algo que sabes, la contraseña, y algo que tienes, el móvil.',

  onTitle: 'Cómo se activa',
  on1: 'Solo necesitas el móvil y cinco minutos.',
  onStep1: 'Instala una aplicación de autenticación en el móvil, si aún no tienes ninguna.',
  onStep2: 'Entra en Porta, abre tu cuenta con tu nombre, arriba a la derecha, y elige «Autenticación de dos factores».',
  onStep3: 'Haz clic en el interruptor OFF. Te diremos qué cambiará y, si hace rato que has entrado, volveremos a pedirte la contraseña.',
  onStep4:
    'Escanea el código QR con la aplicación. Si estás en el mismo móvil, toca el botón que abre la aplicación, o copia en ella la clave.',
  onStep5: 'Escribe el código de 6 cifras que sale en la aplicación y pulsa «Activar: ON». Hasta entonces no cambia nada.',
  onStep6: 'Guarda una copia del código QR y los códigos de recuperación.',
  on2: 'Puedes usar Google Authenticator, Microsoft Authenticator, LastPass Authenticator o Authy, que existen para Android y para iPhone, o cualquier otra aplicación TOTP.',
  on3: 'La clave nueva espera 10 minutos. Si se te hace tarde, vuelve a empezar y listo.',
  on4: 'Al activarla se cierran las demás sesiones que tengas abiertas.',

  rememberTitle: 'Recordar un dispositivo',
  remember1:
    'En la pantalla del código puedes marcar «Recordar la verificación en este dispositivo durante 30 días». En ese navegador te pediremos solo la contraseña. Para los cambios delicados te seguiremos pidiendo un código.',
  remember2: 'No lo hagas en un ordenador compartido, ni en ninguno que no sea tuyo.',
  remember3:
    'En «Dispositivos y sesiones» ves los dispositivos recordados y puedes olvidarlos cuando quieras. Si desactivas la verificación, se olvidan todos.',
  remember4: 'Si borras las cookies del navegador, volverá a pedirte el código.',

  secondPhoneTitle: 'Añadir un segundo móvil',
  secondPhone1: 'Dos móviles con el mismo código QR dan los mismos códigos. Así no dependes de uno solo.',
  secondPhoneStep1: 'En «Autenticación de dos factores», pulsa «Mostrar el código QR».',
  secondPhoneStep2: 'Escribe la contraseña y un código nuevo de la aplicación.',
  secondPhoneStep3: 'Escanea el código QR con el segundo móvil. Se ve durante un minuto.',
  secondPhone2: 'También puedes escanearlo de la hoja impresa.',
  secondPhone3:
    'Cada vez que el código QR se muestra, se descarga o se imprime, queda anotado en esa misma página y te enviamos un correo.',

  newKeyTitle: 'Cambiar la clave',
  newKey1: 'Un código QR y una clave nuevos solo se consiguen de una manera: desactiva la verificación (OFF) y vuelve a activarla (ON).',
  newKey2: 'Hazlo si has perdido un móvil o si alguien puede haber visto el código QR.',
  newKey3: 'Después borra la entrada antigua de la aplicación y tira las copias viejas: ya no sirven.',

  offTitle: 'Cómo se desactiva',
  off1: 'Cuando quieras: en «Autenticación de dos factores», haz clic en el interruptor ON y escribe un código de la aplicación o un código de recuperación.',
  off2: 'Al desactivarla se olvidan todos los dispositivos recordados y se cierran las demás sesiones.',
  off3: 'Si más adelante vuelves a activarla, tendrás una clave y unos códigos de recuperación nuevos.',

  recoveryCodesTitle: 'Códigos de recuperación',
  recoveryCodes1: 'Al activar la verificación te damos diez códigos de recuperación. Solo se muestran esa vez: guárdalos o imprímelos.',
  recoveryCodes2: 'Cada código sirve una sola vez, en lugar del código de la aplicación: para entrar o para desactivar la verificación.',
  recoveryCodes3:
    'Guárdalos lejos del móvil. En «Autenticación de dos factores» ves cuántos te quedan y puedes crear otros. Entonces los antiguos dejan de servir.',

  lostDeviceTitle: 'Si pierdes el móvil',
  lostDevice1: 'Prueba en este orden:',
  lostDeviceStep1: '¿Tienes un código de recuperación? En la pantalla del código, elige «Usar un código de recuperación».',
  lostDeviceStep2:
    '¿Tienes un segundo móvil con la misma clave? Usa sus códigos. ¿Tienes la hoja impresa? Escanéala con otro móvil: dará los mismos códigos.',
  lostDeviceStep3:
    '¿Tienes un navegador recordado? En él puedes entrar con la contraseña. Pero para desactivar la verificación también hace falta un código de la aplicación o un código de recuperación.',
  lostDeviceStep4:
    '¿No tienes nada de eso? Llama o escribe al servicio de atención. Comprobarán quién eres con una solicitud certificada oficialmente. Por teléfono nunca desactivan nada.',
  lostDevice2: 'Cuando hayas vuelto a entrar con los códigos de otro móvil, cambia la clave: así el móvil perdido dejará de servir.',

  codesRefusedTitle: 'Por qué se rechaza un código',
  codesRefused1:
    'Ya se ha usado. Cada código vale una sola vez: espera a que salga otro. Pasa también con el código que activó la verificación.',
  codesRefused2: 'El reloj del móvil no va en hora. Pon la hora automática.',
  codesRefused3: 'Es de una entrada antigua de la aplicación, de antes de desactivar y volver a activar la verificación. Bórrala.',
  codesRefused4: 'Has probado demasiados. Espera el tiempo que dice la pantalla.',

  phoneAndSoapTitle: 'Llamadas y programas SOAP',
  phoneAndSoap1:
    'Con la verificación activada no aceptamos órdenes por teléfono desde tu número de contacto: un número se puede falsificar, el código de tu móvil no.',
  phoneAndSoap2:
    'La interfaz SOAP antigua rechaza a los contactos que tienen la verificación activada. Si un programa tuyo entra en ella con tu cuenta, habla con el servicio de atención antes de activarla.',
} as const satisfies Shape<typeof ca>
