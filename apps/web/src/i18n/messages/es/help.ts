import type { Shape } from '../../shape.ts'
import type ca from '../ca/help.ts'

export default {
  title: 'Ayuda',
  intro: 'Cómo se entra, cómo se protege tu cuenta y qué hacer cuando algo falla.',
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
    'En «Dispositivos y sesiones» ves los dispositivos recordados y puedes olvidarlos cuando quieras. Se olvidan todos si desactivas la verificación o si cambias la contraseña o el correo.',
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
  recoveryCodes1:
    'Al activar la verificación te damos diez códigos de recuperación. Solo se muestran esa vez: cópialos, descárgalos o imprímelos.',
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
    '¿Hay alguien más que administre la empresa y tenga la verificación activada? Puede reiniciar la tuya en tu ficha de «Contactos»: es cuestión de minutos.',
  lostDeviceStep5:
    '¿No tienes nada de eso? En la pantalla del código elige «He perdido el teléfono» y abre un caso: comprobaremos quién eres con una solicitud verificada oficialmente. Son días. Por teléfono no desactivamos nunca nada.',
  lostDevice2: 'Cuando hayas vuelto a entrar con los códigos de otro móvil, cambia la clave: así el móvil perdido dejará de servir.',
  lostDevice3:
    'Para no verte así: guarda los códigos de recuperación lejos del móvil, añade un segundo móvil o imprime la hoja, y procura que la empresa tenga al menos dos administradores con verificación.',

  certifiedTitle: 'El caso de recuperación, paso a paso',
  certified1: 'Cuando no hay otro camino, comprobamos quién eres con un papel verificado oficialmente:',
  certifiedStep1:
    'Entra con el correo y la contraseña, elige «He perdido el teléfono» y abre un caso. Te enviamos un código de 8 cifras que abre su página. Con el número del caso puedes pedir otro cuando quieras.',
  certifiedStep2:
    'Imprime el formulario. Lleva el número del caso, un código QR con la dirección de la página y la huella del texto, que cambiaría si alguien tocara una sola letra.',
  certifiedStep3:
    'Fírmalo ante notario o ante quien pueda legitimar oficialmente tu firma: certifica que eres tú quien firma ese texto. Para una empresa, pide también un extracto del registro donde conste quién la representa.',
  certifiedStep4: 'Escanea todas las páginas, súbelas a la página del caso (PDF, JPEG o PNG) y pulsa «Enviar el caso».',
  certifiedStep5:
    'Dos personas del servicio de atención lo comprueban, una después de la otra. Si falta algo, te lo piden y puedes añadir documentos.',
  certifiedStep6:
    'Cuando las dos lo han aprobado, esperamos todavía un plazo, normalmente de un día, por si alguien se opone. Si otro administrador ha confirmado que eres tú, es más corto.',
  certifiedStep7:
    'Desactivamos la verificación, cerramos todas las sesiones y te enviamos un enlace para poner una contraseña nueva. Sirve una vez, durante 24 horas.',
  certified2:
    'Cuánto se tarda: lo que tardes en tener la firma, para la que tienes 30 días, hasta dos días de comprobación y el plazo final.',
  certified3:
    'Te escribimos en cada paso. El servicio de atención no ve ni escribe nunca tu contraseña, ni ninguna clave ni código QR. Los documentos se guardan cifrados, solo los ve quien comprueba el caso y se borran un tiempo después.',
  certified4:
    'Unos días después, normalmente tres, la cuenta sigue marcada: no puedes cambiar los contactos de la empresa y no aceptamos nada por teléfono.',
  certified5:
    'Si mientras tanto encuentras el teléfono, pulsa «He encontrado el teléfono» en la página del caso, o entra como siempre y detenlo.',

  caseOpenedTitle: 'Alguien ha abierto un caso para mí',
  caseOpened1:
    'Si te decimos que has perdido el móvil y no es verdad, alguien sabe tu contraseña e intenta entrar sin los códigos. Haz esto:',
  caseOpenedStep1:
    'Detén el caso: abre el enlace del correo y pulsa «Detener el caso», o entra como siempre y púlsalo arriba en la página.',
  caseOpenedStep2: 'Cambia la contraseña.',
  caseOpenedStep3: 'Mira en «Actividad» y en «Dispositivos y sesiones» si hay algo que no sea tuyo.',
  caseOpened2:
    'Abrir un caso no cambia nada por sí solo: sin una firma certificada y dos aprobaciones no va más allá. El enlace sirve hasta que el caso termina, también durante el plazo final.',

  caseOfAnotherTitle: 'Un compañero ha perdido el teléfono',
  caseOfAnother1:
    'Cuando alguien de la empresa abre un caso, avisamos a sus contactos por correo. Quien administra lo ve también en la página «Verificación» de la empresa.',
  caseOfAnotherStep1: 'Habla de viva voz con esa persona, con un número que ya conozcas. No respondas al correo.',
  caseOfAnotherStep2:
    'Si es verdad, lo más rápido es que quien administra reinicie su verificación en su ficha. También puede pulsar «Es verdad: lo confirmo», con un código suyo: entonces la espera final es más corta.',
  caseOfAnotherStep3:
    'Si no es verdad, o no tienes la certeza, detén el caso: con el enlace del correo puede hacerlo cualquiera de las personas avisadas.',

  codesRefusedTitle: 'Por qué se rechaza un código',
  codesRefused1:
    'Ya se ha usado. Cada código vale una sola vez: espera a que salga otro. Pasa también con el código que activó la verificación.',
  codesRefused2:
    'El reloj del móvil no va en hora. La pantalla dice cuántos minutos va adelantado o atrasado: pon la hora automática, en los ajustes de fecha y hora.',
  codesRefused3: 'Es de una entrada antigua de la aplicación, de antes de desactivar y volver a activar la verificación. Bórrala.',
  codesRefused4: 'Has probado demasiados. Espera el tiempo que dice la pantalla; después de diez, hay que poner una contraseña nueva.',

  forgottenTitle: 'Si has olvidado la contraseña',
  forgotten1:
    'En la página de entrada, elige «¿Has olvidado la contraseña?» y escribe tu correo. Te enviaremos un enlace que sirve una vez, durante una hora.',
  forgotten2:
    'La página dice lo mismo tanto si hay una cuenta con ese correo como si no: así nadie puede averiguar quién es cliente nuestro.',
  forgotten3:
    'El enlace solo sirve para poner una contraseña nueva. No te hace entrar ni toca la verificación: si la tienes activada, después te pediremos el código, como siempre.',
  forgotten4:
    'La contraseña debe tener 15 caracteres o más. Lo más fácil son unas cuantas palabras seguidas que no tengan nada que ver. Te diremos si es demasiado fácil de adivinar, y por qué.',
  forgotten5:
    'Si el correo no llega, mira la carpeta de correo no deseado y comprueba la dirección. Si has pedido varios seguidos, espera un poco: solo funcionan los dos enlaces más nuevos.',

  limitsTitle: 'Demasiados intentos, y cómo se aprueba un navegador',
  limits1:
    'Contamos los intentos para que nadie pueda ir probando contraseñas o códigos. Un navegador con el que ya hayas entrado tiene su propia cuenta: lo que hagan los demás no te lo puede bloquear.',
  limits2:
    'Si hay demasiados intentos desde navegadores que no conocemos, los detenemos todos y te enviamos un enlace. Ábrelo en el navegador con el que quieras entrar y pulsa «Aprobar este navegador»: podrás volver a probar la contraseña. Sirve durante 24 horas.',
  limits3: 'Aprobar un navegador no hace entrar a nadie. Hazlo solo si eras tú quien quería entrar.',
  limits4:
    'Con los códigos: después de cinco incorrectos hay que esperar, cada vez más. Después de diez, hay que poner una contraseña nueva, porque quien los probaba sabía la que tienes. En «¿Has olvidado la contraseña?» te enviamos el enlace.',

  warningTitle: 'El correo de aviso y «No he sido yo»',
  warning1:
    'Cuando alguien escribe bien tu contraseña pero no pone el código, te enviamos un correo: cuándo ha sido, desde dónde y con qué navegador. La próxima vez que entres, también lo verás arriba en la página.',
  warning2:
    'Si has sido tú, que quizá lo has dejado a medias, no hace falta que hagas nada. En la página, pulsa «He sido yo» y el aviso se va.',
  warning3:
    'Si no has sido tú, alguien sabe tu contraseña. Abre el enlace del correo y pulsa «No he sido yo». La contraseña deja de servir, se cierran todas las sesiones, se olvidan los dispositivos recordados y te enviamos un enlace para poner una nueva.',
  warning4: 'Abrir el enlace no cambia nada: solo lo hace el botón. El enlace sirve durante siete días.',
  warning5:
    'Hasta que respondas, te pediremos el código también en los dispositivos recordados. Un código correcto ya vale como respuesta para eso.',
  warning6: 'Si pasa muchas veces, no te llenaremos el buzón: enviamos tres al día como mucho, y cada uno dice todo lo que ha pasado.',

  checkUpTitle: 'La comprobación al cabo de dos semanas',
  checkUp1:
    'Dos semanas después de activar la verificación te pedimos, una sola vez, que escribas un código. Si solo entras en dispositivos recordados, podrías no darte cuenta de que el móvil ya no los da.',
  checkUp2:
    'Si no funciona, aún estás a tiempo: ten a mano los códigos de recuperación; muestra el código QR y escanéalo con otro móvil; o desactiva la verificación con un código de recuperación y vuelve a activarla. Si ahora no te va bien, pulsa «Ahora no» y no te lo volveremos a pedir.',

  changesTitle: 'Cambiar la contraseña, el correo o el teléfono',
  changes1: 'Lo encontrarás en tu cuenta, en «Contraseña» y en «Mis datos».',
  changes2:
    'Siempre pedimos algo que solo sabes o tienes tú: un código de la aplicación, o la contraseña si no tienes la verificación activada. Para la contraseña, también la actual.',
  changes3:
    'El correo cambia en dos pasos: enviamos un código de 8 cifras a la dirección nueva, y no cambia nada hasta que lo escribes en la misma página. Avisamos a las dos direcciones.',
  changes4:
    'Después de cada cambio se cierran las demás sesiones. Con la contraseña y el correo, además, se olvidan los dispositivos recordados. Siempre te avisamos por correo.',

  activityTitle: 'La página de actividad',
  activity1:
    'En «Actividad» está todo lo que ha pasado con tu cuenta: entradas, códigos, dispositivos y cambios, con la hora de tu reloj, el navegador y el lugar de la red.',
  activity2: 'Puedes elegir un tema y unos días. Lo que lleva «Atención» vale la pena mirarlo dos veces.',
  activity3: 'Si ves algo que no has hecho tú, cambia la contraseña y mira en «Dispositivos y sesiones» qué hay abierto.',

  mailsTitle: 'Qué correos te enviamos, y cómo se reconoce uno falso',
  mails1:
    'Te escribimos cuando pasa algo importante en tu cuenta: entradas desde un navegador nuevo o a medias, cambios de contraseña, correo o teléfono, verificación, claves, códigos y dispositivos.',
  mails2:
    'La mayoría no llevan ningún enlace. Solo lo llevan estos: poner una contraseña nueva, «No he sido yo», aprobar un navegador, aceptar una invitación y detener un caso de recuperación. Ningún enlace nuestro te hace entrar.',
  mails3: 'No te pediremos nunca la contraseña ni un código, ni por correo ni por teléfono.',
  mails4:
    'Si tienes dudas, no hagas clic: escribe la dirección del área de cliente en el navegador, como siempre, y mira si el aviso también sale en «Actividad». Si no está, el correo es falso.',

  contactsTitle: 'Contactos y roles',
  contacts1:
    'Un contacto es una persona que puede entrar en la cuenta de la empresa. Los hay de dos clases: quien usa los servicios y quien, además, administra la empresa.',
  contacts2:
    'Quien administra añade contactos con una invitación por correo. El enlace sirve durante 24 horas; si caduca, se puede volver a enviar.',
  contacts3:
    'La cuenta principal representa a la empresa: siempre administra y siempre está activa. Se puede pasar a otra persona que administre, pero no puede quedarse sin nadie.',
  contacts4: 'Los cambios de rol piden una confirmación tuya y se avisa a todos los administradores. Valen desde el clic siguiente.',

  contactVerificationTitle: 'Activar la verificación de un contacto',
  contactVerification1:
    'En «Contactos», haz clic en el interruptor de la persona. Antes tienes que tener activada tu verificación. Hay dos maneras:',
  contactVerification2:
    'En la próxima entrada: la persona la activa ella misma al entrar, antes que nada. Nadie más ve la clave. Es la mejor si no está contigo.',
  contactVerification3:
    'Aquí y ahora: la persona está contigo y escanea el código QR de tu pantalla. Como tú también lo ves, queda anotado y le pedimos que renueve la clave.',
  contactVerification4:
    'Para desactivarla o reiniciarla, haz clic en el interruptor ON. Hace falta un código tuyo y un motivo, que la persona recibirá por correo. Antes asegúrate de que es ella quien te lo pide.',

  companyRuleTitle: 'La norma de la empresa',
  companyRule1:
    'Quien administra puede hacer obligatoria la verificación para todos, a partir de una fecha. Lo encontrarás en «Contactos», en la página «Verificación».',
  companyRule2:
    'Avisamos a quien todavía no la tiene al guardar la norma, y se lo recordamos 7 días y 1 día antes. A partir de la fecha, tendrá que activarla al entrar, antes que nada.',
  companyRule3: 'Elige la fecha con tiempo: que todos puedan instalar la aplicación y los programas SOAP tengan su contacto de API.',

  boardTitle: 'La página «Verificación» de la empresa',
  board1: 'Dice cuántos contactos tienen la verificación y cuántos no, y cómo volvería a entrar cada uno si perdiera el móvil.',
  board2:
    'Con un código de recuperación o con la ayuda de otro administrador son minutos. Si no hay ni lo uno ni lo otro, hace falta una solicitud certificada, y son días. Para evitarlo: códigos de recuperación guardados y al menos dos administradores con verificación.',
  board3: 'La lista se puede descargar como archivo CSV, para abrirla con una hoja de cálculo.',

  leaversTitle: 'Cuando alguien se va de la empresa',
  leavers1:
    'Abre la ficha de la persona y elige «Dar de baja». En una sola acción se cierran las sesiones, se olvidan los dispositivos y dejan de servir la contraseña, la clave y el teléfono. No se puede deshacer.',
  leavers2:
    'El informe queda en «Bajas». Mira si la persona creó contactos de API, que siguen funcionando, o si vio la clave de alguien: hay que cambiarlas.',
  leavers3: 'Si es solo por un tiempo, «Desactivar» es mejor: no podrá entrar, pero todo queda como está.',

  programsTitle: 'Contactos de API y programas SOAP',
  programs1:
    'Un programa antiguo que se conecta por SOAP no puede escribir códigos. Por eso la interfaz SOAP rechaza a las personas que tienen la verificación activada. Un contacto de API es el contacto propio del programa, con una contraseña larga que generamos nosotros.',
  programsStep1: 'En «Contactos», pulsa «Crear un contacto de API». Tú y la cuenta principal tenéis que tener activada la verificación.',
  programsStep2:
    'Copia el usuario, la contraseña y la dirección del WSDL en la configuración del programa. La contraseña solo se ve una vez.',
  programsStep3: 'Haz que el programa se conecte. En la pantalla verás llegar la primera llamada.',
  programsStep4: 'Ahora ya puedes activar la verificación (ON) de la persona que usaba el programa.',
  programs2:
    'La contraseña caduca al cabo de un año; te avisamos 30, 7 y 1 días antes. Si la cambias, la anterior sirve 24 horas más. También puedes decir desde qué direcciones se puede conectar.',
  programs3: 'Un contacto de API no puede entrar nunca en esta web, ni administrar, ni recuperar la contraseña por correo.',

  whatAdminsSeeTitle: 'Qué puede ver y hacer quien administra',
  whatAdminsSee1:
    'Ve el nombre, el correo, el teléfono, la última entrada, si hay verificación y cuántos códigos de recuperación, sesiones y dispositivos quedan. También ve la actividad de seguridad.',
  whatAdminsSee2:
    'No ve nunca contraseñas ni códigos de recuperación. La clave solo la ve si activa la verificación contigo «aquí y ahora», y entonces queda anotado y te pedimos que la renueves.',
  whatAdminsSee3:
    'No puede entrar como si fuera tú ni cambiarte el correo o la contraseña. De todo lo que haga en tu cuenta te avisamos por correo.',

  requestsTitle: 'Solicitudes autorizadas',
  requests1:
    'Es la manera de pedir un cambio de tus servicios sin llamar: en «Solicitudes», escribe qué quieres y fírmalo con un código de la aplicación, o con la contraseña si no tienes la verificación activada.',
  requests2:
    'El texto queda congelado y firmado por el servidor, con tu nombre y la hora. El servicio de atención hace exactamente lo que dice: si alguien cambiara una sola letra, la firma dejaría de valer y no podrían hacer nada con él.',
  requests3: 'La etiqueta dice cómo nos consta que lo querías tú:',
  requestsPoint1: '«Firmada con un código»: con un código nuevo de tu aplicación. Es la más segura.',
  requestsPoint2: '«Sin verificación»: solo con la contraseña, porque no tenías la verificación activada.',
  requestsPoint3: '«Desde un dispositivo recordado»: para los mensajes y para retirarla, que no piden ningún código.',
  requestsPoint4: '«Enviada por un programa»: por la interfaz SOAP, con la contraseña de un programa.',
  requests4:
    'Mientras no esté hecha puedes retirarla, y puedes escribir mensajes. Un mensaje no cambia lo que firmaste: para pedir otra cosa, haz una nueva.',

  receiptsTitle: 'El recibo, y cómo se comprueba',
  receipts1: 'De cada solicitud firmada puedes descargar un recibo: un archivo de texto con lo que pediste y la firma.',
  receipts2:
    'Para comprobarlo, abre la dirección que figura en el mismo recibo y pega el texto entero, o elige el archivo. La página dice si es auténtico y qué se firmó. Puede hacerlo cualquiera que tenga el recibo, sin entrar.',
  receipts3: 'Si alguien ha cambiado un solo carácter, no es auténtico. Si es tuyo, vuelve a descargarlo de su solicitud.',
  receipts4: 'Quien sepa puede comprobarlo sin nosotros: la firma es Ed25519 y publicamos las claves en /api/signing-keys.',

  phoneTitle: 'Llamadas al servicio de atención',
  phone1:
    'Con la verificación activada no hacemos ningún cambio en una llamada, aunque llames desde tu número: un número se puede falsificar, el código de tu móvil no.',
  phone2:
    'Si nos llamas, quien te atiende puede escribir lo que quieres con tus palabras. Sale enseguida en tu área de cliente: léelo, fírmalo con un código y ya es una solicitud autorizada, aún con la llamada en marcha.',
  phone3:
    'Si no dice exactamente lo que quieres, no lo firmes: pide que lo cambien, o pulsa «No lo firmo». Sin tu firma no se hace nada, y al cabo de media hora caduca.',
  phone4:
    'Quien te atiende no te pedirá nunca la contraseña ni un código: el código se escribe en tu pantalla y no se dice a nadie. Cada vez que alguien del servicio busca tu número, queda anotado en «Actividad».',
  phone5: 'Sin verificación, aceptamos tu número de contacto. Es una buena razón para activarla.',
} as const satisfies Shape<typeof ca>
