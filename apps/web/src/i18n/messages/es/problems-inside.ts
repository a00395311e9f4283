import type { Shape } from '../../shape.ts'
import type ca from '../ca/problems-inside.ts'

export default {
  'too-many-api-contacts': 'La empresa ya tiene todos los contactos de API que puede tener. Antes elimina alguno que no uses.',
  'staff-only': 'Esto solo lo puede hacer el servicio de atención.',
  'request-closed': 'Esta solicitud ya está cerrada. Si aún hay que hacer algo, envía otra.',
  'draft-over':
    'Esto ya no se puede firmar: ha pasado el tiempo, se ha retirado o ya está firmado. Si aún lo quieres, envía una solicitud o vuelve a llamar.',
  'changed-meanwhile': 'Ha cambiado mientras lo mirabas. Léelo otra vez y vuelve a probarlo.',
  'signature-void':
    'La firma ya no corresponde a lo que dice. No hagas nada con ella: avisa a los responsables del sistema y pide al cliente que vuelva a enviar la solicitud.',
  'case-not-entered': 'La página del caso se ha cerrado. Escribe su número y pide un código nuevo; lo que habías enviado sigue ahí.',
  'case-open-already': 'Ya hay un caso abierto. Mira el correo: ahí tienes el número, y con un código puedes abrir su página.',
  'out-of-order': 'Tal como está ahora el caso, esto no se puede hacer. Vuelve a cargar la página para ver qué toca.',
  'another-person-needed': 'Esto lo tiene que hacer otra persona: la primera aprobación es tuya.',
  'not-held': 'Esto solo lo puede hacer quien tiene el caso. Cógelo, si está libre.',
  'checklist-incomplete':
    'Falta marcar algún punto de la lista. Compruébalos todos; si alguno no se cumple, pide lo que falta o rechaza el caso.',
  'documents-missing': 'Aún no hay ningún documento. Añade el formulario firmado y vuelve a probarlo.',
  'document-refused': 'No podemos aceptar este documento. Vuelve a escanearlo como PDF, JPEG o PNG.',
  'too-many-documents': 'Hay demasiados documentos. Quita alguno que no haga falta, o vuelve a probarlo mañana.',
  'under-care':
    'Después de un móvil perdido, esta cuenta tiene protección reforzada y durante unos días no puede cambiar nada de los contactos. Pídeselo a otro administrador o espera.',
  'field-not-a-document': 'No es un PDF, JPEG ni PNG. Guárdalo en uno de estos formatos.',
  'field-file-too-large': 'Es demasiado grande: como máximo, 10 MB. Vuelve a escanearlo con menos resolución.',
  'field-damaged': 'No se puede abrir: el archivo está dañado. Vuelve a guardarlo o a escanearlo.',
  'field-encrypted': 'Está protegido con contraseña. Guárdalo sin ella y vuelve a enviarlo.',
  'field-active-content':
    'Contiene elementos activos, como formularios, scripts o archivos adjuntos. Imprímelo y escanéalo, o guárdalo como imagen.',
  'field-too-many-pages': 'Tiene demasiadas páginas: como máximo, 50. Envía solo las que hacen falta.',
  'field-too-many-pixels': 'La imagen es demasiado grande. Vuelve a escanearla con menos resolución.',
  'field-infected': 'Hemos encontrado un virus y no lo hemos guardado. Escanea el papel desde otro ordenador.',
} as const satisfies Shape<typeof ca>
