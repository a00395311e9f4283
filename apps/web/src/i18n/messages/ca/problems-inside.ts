import type { FieldProblem, ProblemCode } from '@porta/shared'

// What nobody can be refused on the way in: these sentences follow the first screen, which they would make heavier.
export default {
  'too-many-api-contacts': "L'empresa ja té tots els contactes d'API que pot tenir. Abans elimina'n algun que no facis servir.",
  'staff-only': "Això només ho pot fer el servei d'atenció.",
  'request-closed': "Aquesta sol·licitud ja està tancada. Si encara cal fer-hi alguna cosa, envia'n una de nova.",
  'draft-over':
    "Això ja no es pot signar: ha passat el temps, s'ha retirat o ja està signat. Si encara ho vols, envia una sol·licitud o torna a trucar.",
  'changed-meanwhile': 'Ha canviat mentre ho miraves. Llegeix-ho altra vegada i torna-ho a provar.',
  'signature-void':
    'La signatura ja no correspon al que hi diu. No en facis res: avisa els responsables del sistema i demana al client que torni a enviar la sol·licitud.',
  'case-not-entered': "La pàgina del cas s'ha tancat. Escriu-ne el número i demana un codi nou; el que havies enviat hi continua.",
  'case-open-already': 'Ja hi ha un cas obert. Mira el correu: hi tens el número, i amb un codi en pots obrir la pàgina.',
  'out-of-order': 'Tal com està ara el cas, això no es pot fer. Torna a carregar la pàgina per veure què toca.',
  'another-person-needed': 'Això ho ha de fer una altra persona: la primera aprovació és teva.',
  'not-held': "Això només ho pot fer qui té el cas. Agafa'l, si és lliure.",
  'checklist-incomplete':
    "Falta marcar algun punt de la llista. Comprova'ls tots; si algun no es compleix, demana què falta o rebutja el cas.",
  'documents-missing': 'Encara no hi ha cap document. Afegeix-hi el formulari signat i torna-ho a provar.',
  'document-refused': "No podem acceptar aquest document. Torna'l a escanejar com a PDF, JPEG o PNG.",
  'too-many-documents': 'Hi ha massa documents. Treu-ne algun que no calgui, o torna-ho a provar demà.',
  'under-care':
    "Després d'un mòbil perdut, aquest compte té protecció reforçada i durant uns dies no pot canviar res dels contactes. Demana-ho a un altre administrador o espera.",
  'field-not-a-document': "No és cap PDF, JPEG ni PNG. Desa-ho en un d'aquests formats.",
  'field-file-too-large': "És massa gros: com a màxim, 10 MB. Torna'l a escanejar amb menys resolució.",
  'field-damaged': "No es pot obrir: el fitxer està malmès. Torna'l a desar o a escanejar.",
  'field-encrypted': 'Està protegit amb contrasenya. Desa-ho sense i torna-ho a enviar.',
  'field-active-content':
    "Conté elements actius, com ara formularis, scripts o fitxers adjunts. Imprimeix-lo i escaneja'l, o desa'l com a imatge.",
  'field-too-many-pages': 'Té massa pàgines: com a màxim, 50. Envia només les que calen.',
  'field-too-many-pixels': 'La imatge és massa gran. Torna-la a escanejar amb menys resolució.',
  'field-infected': "Hi hem trobat un virus i no l'hem desat. Escaneja el paper des d'un altre ordinador.",
} as const satisfies Partial<Record<ProblemCode | `field-${FieldProblem}`, string>>
