import type { Shape } from '../../shape.ts'
import type ca from '../ca/account.ts'

export default {
  intro: 'Quién eres para nosotros y cómo te hablamos.',
  detailsTitle: 'Datos de contacto',
  name: 'Nombre',
  company: 'Empresa',
  email: 'Correo electrónico',
  phone: 'Teléfono',
  noPhone: 'Ninguno',
  role: 'Rol',
  'role-admin': 'Administra la empresa',
  'role-member': 'Miembro de la empresa',
  'role-support': 'Servicio de atención',
  mainAccount: 'Cuenta principal',
  languageTitle: 'Idioma',
  languageNote: 'El de las pantallas y el de los correos que te enviamos.',
  languageLabel: 'Idioma de las pantallas y de los correos',
  save: 'Guardar',
  saved: 'Se ha guardado el idioma.',
} as const satisfies Shape<typeof ca>
