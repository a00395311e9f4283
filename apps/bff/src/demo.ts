import type { Deps } from './deps.ts'
import { addCompany, addContact } from './domain/people.ts'

const password = 'porta-demo-2026'

const companies = [
  {
    name: 'Ferreteria Soler, SL',
    operator: false,
    contacts: [
      { name: 'Montserrat Soler', login: 'montserrat@soler.example', phone: '+34972000111', role: 'admin', main: true, language: 'ca' },
      { name: 'Jordi Puig', login: 'jordi@soler.example', phone: '+34972000112', role: 'admin', language: 'es' },
      { name: 'Aina Ferrer', login: 'aina@soler.example', phone: '+34972000113', role: 'member', language: 'ca' },
      { name: 'facturacio-erp', login: 'facturacio-erp', phone: '', role: 'member', language: 'ca', kind: 'api' },
    ],
  },
  {
    name: 'Porta',
    operator: true,
    contacts: [
      { name: 'Marta Vidal', login: 'marta@porta.example', phone: '+34972000202', role: 'admin', main: true, language: 'ca' },
      { name: 'Núria Camps', login: 'nuria@porta.example', phone: '+34972000200', role: 'support', language: 'ca' },
      { name: 'Pavel Novák', login: 'pavel@porta.example', phone: '+420222000201', role: 'support', language: 'cs' },
    ],
  },
] as const

/** How to sign in to the demo, for the terminal. */
export const demoSignIns = `
Sign in with one of these and the password ${password}
${companies
  .flatMap(({ name, contacts }) =>
    contacts
      .filter((contact) => !('kind' in contact))
      .map((contact) => `  ${contact.login.padEnd(26)} ${contact.name}, ${name} (${contact.role})`),
  )
  .join('\n')}
Mails are written to the data folder, mail/*.eml
`

/** Fills an empty house with a company, its people and a program, and an operator with an admin and two staff. A house with people is left as it is. */
export async function makeDemo(deps: Deps) {
  if (!(await deps.store.isEmpty())) return
  for (const { contacts, ...company } of companies) {
    const companyId = await addCompany(deps, company)
    const { name: createdByName } = contacts[0]
    let createdById = ''
    for (const contact of contacts) {
      // A program's password is generated where it is made; nobody can use this one until then.
      const isProgram = 'kind' in contact
      const contactId = await addContact(deps, { companyId, ...contact, password: isProgram ? undefined : password })
      if (isProgram) await deps.store.commit(deps.store.addApiFacts({ contactId, createdById, createdByName, addresses: [] }))
      createdById ||= contactId
    }
  }
}
