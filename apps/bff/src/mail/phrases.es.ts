// Sentences that several letters share, in Spanish.
export const open = 'Abre el área de cliente escribiendo su dirección en el navegador, como haces siempre.'
export const endOthers = 'En tu cuenta, en «Dispositivos y sesiones», cierra las demás sesiones.'
export const newKey =
  'En «Autenticación de dos factores», desactiva la verificación (OFF) y vuelve a activarla (ON): tendrás una clave nueva.'
export const desk = 'Llama o escribe al servicio de atención y cuéntalo: quizá alguien sabe tu contraseña.'
export const nothingToDo = 'Si has sido tú, no tienes que hacer nada.'
export const newPassword = 'En tu cuenta, cambia la contraseña.'
export const forgot = 'En la página de entrada, elige «¿Has olvidado la contraseña?» y pon una nueva.'
export const clock = 'Si has sido tú, mira que el móvil tenga la hora automática: si va mal, los códigos no sirven.'
