// Sentences that several letters share, in Catalan.
export const open = "Obre l'àrea de client escrivint-ne l'adreça al navegador, com fas sempre."
export const endOthers = 'Al teu compte, a «Dispositius i sessions», tanca les altres sessions.'
export const newKey = 'A «Autenticació de dos factors», desactiva la verificació (OFF) i torna-la a activar (ON): tindràs una clau nova.'
export const desk = "Truca o escriu al servei d'atenció i explica-ho: potser algú sap la teva contrasenya."
export const nothingToDo = 'Si has estat tu, no cal que facis res.'
export const newPassword = 'Al teu compte, canvia la contrasenya.'
export const forgot = "A la pàgina d'entrada, tria «Has oblidat la contrasenya?» i posa'n una de nova."
export const clock = "Si has estat tu, mira que el mòbil tingui l'hora automàtica: si va malament, els codis no serveixen."
