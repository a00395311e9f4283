import type { Language, RequestAssurance } from '@porta/shared'

type StatementWords = Record<
  'number' | 'company' | 'by' | 'login' | 'at' | 'assurance' | 'origin' | 'subject' | 'service' | 'check' | 'reference',
  string
> & { assurances: Record<RequestAssurance, string>; origins: Record<'web' | 'call' | 'program', string> }

/**
 * The words of signed statements. They are for ever: each statement is compared with what its row says in these words, so that
 * changing one makes void what was signed with it.
 */
export const statementWords: Record<Language, StatementWords> = {
  ca: {
    number: 'Sol·licitud autoritzada',
    company: 'Empresa',
    by: 'Signada per',
    login: 'Usuari',
    at: 'Data i hora (UTC)',
    assurance: "Com s'ha signat",
    origin: 'Com ha arribat',
    subject: 'Assumpte',
    service: 'Servei',
    check: 'Es pot comprovar a',
    reference: 'Referència',
    assurances: {
      code: "amb un codi de l'aplicació d'autenticació",
      'trusted-device': "des d'un dispositiu recordat",
      password: "amb la contrasenya, sense verificació d'inici de sessió",
      program: 'per un programa, amb la seva contrasenya',
    },
    origins: {
      web: "escrita a l'àrea de client",
      call: "anotada pel servei d'atenció durant una trucada i signada a l'àrea de client",
      program: 'enviada per un programa',
    },
  },
  es: {
    number: 'Solicitud autorizada',
    company: 'Empresa',
    by: 'Firmada por',
    login: 'Usuario',
    at: 'Fecha y hora (UTC)',
    assurance: 'Cómo se ha firmado',
    origin: 'Cómo ha llegado',
    subject: 'Asunto',
    service: 'Servicio',
    check: 'Se puede comprobar en',
    reference: 'Referencia',
    assurances: {
      code: 'con un código de la aplicación de autenticación',
      'trusted-device': 'desde un dispositivo recordado',
      password: 'con la contraseña, sin verificación de inicio de sesión',
      program: 'por un programa, con su contraseña',
    },
    origins: {
      web: 'escrita en el área de cliente',
      call: 'anotada por el servicio de atención durante una llamada y firmada en el área de cliente',
      program: 'enviada por un programa',
    },
  },
  en: {
    number: 'Authorised request',
    company: 'Company',
    by: 'Signed by',
    login: 'User',
    at: 'Date and time (UTC)',
    assurance: 'How it was signed',
    origin: 'How it came',
    subject: 'Subject',
    service: 'Service',
    check: 'Can be checked at',
    reference: 'Reference',
    assurances: {
      code: 'with a code of the authenticator app',
      'trusted-device': 'from a remembered device',
      password: 'with the password, without login verification',
      program: 'by a program, with its password',
    },
    origins: {
      web: 'written in the client area',
      call: 'written down by the support desk during a call and signed in the client area',
      program: 'sent by a program',
    },
  },
  cs: {
    number: 'Autorizovaná žádost',
    company: 'Firma',
    by: 'Podpis',
    login: 'Uživatel',
    at: 'Datum a čas (UTC)',
    assurance: 'Jak byla podepsána',
    origin: 'Jak přišla',
    subject: 'Předmět',
    service: 'Služba',
    check: 'Lze ověřit na',
    reference: 'Označení',
    assurances: {
      code: 'kódem z ověřovací aplikace',
      'trusted-device': 'ze zapamatovaného zařízení',
      password: 'heslem, bez ověření přihlášení',
      program: 'programem, jeho heslem',
    },
    origins: {
      web: 'napsána v klientské zóně',
      call: 'zapsána podporou během hovoru a podepsána v klientské zóně',
      program: 'odeslána programem',
    },
  },
}
