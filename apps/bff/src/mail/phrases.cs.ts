// Sentences that several letters share, in Czech.
export const open = 'Otevřete klientskou zónu tak, že její adresu napíšete do prohlížeče jako vždy.'
export const endOthers = 'Ve svém účtu v části „Zařízení a relace“ ukončete ostatní relace.'
export const newKey = 'V části „Dvoufaktorové ověření“ ověření vypněte (OFF) a znovu zapněte (ON): tak získáte nový klíč.'
export const desk = 'Zavolejte nebo napište podpoře a řekněte jí o tom: vaše heslo možná zná někdo cizí.'
// "Were it you" has a gender in Czech; knowing of it has none.
export const nothingToDo = 'Pokud o tom víte, nemusíte nic dělat.'
export const newPassword = 'Ve svém účtu si změňte heslo.'
export const forgot = 'Na přihlašovací stránce zvolte „Zapomněli jste heslo?“ a nastavte si nové.'
export const clock = 'Pokud o tom víte, zkontrolujte, že má telefon automatický čas: když jdou hodiny špatně, kódy neplatí.'
