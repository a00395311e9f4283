import type { Deps } from '../deps.ts'
import type { Company, Contact } from '../store/store.ts'
import { plainForm } from './findable.ts'
import { canonicalLogin, sealPassword } from './password-check.ts'
import { newId } from './tokens.ts'

type CompanyFacts = { name: string; operator: boolean }
type ContactFacts = Pick<Contact, 'companyId' | 'name' | 'login' | 'phone' | 'role' | 'language'> &
  Partial<Pick<Contact, 'main' | 'kind'>> & { password: string | undefined }

/** A new company as a row. */
export const newCompany = (deps: Deps, { name, operator }: CompanyFacts): Company => ({
  id: newId(deps, 'com'),
  name,
  operator,
  ruleFrom: null,
  ruleReminded: null,
  createdAt: deps.clock.now(),
})

/** A new contact as a row. Without a password nobody can sign in until one is set. */
export async function newContact(deps: Deps, { password, ...facts }: ContactFacts): Promise<Contact> {
  const id = newId(deps, 'con')
  return {
    kind: 'person',
    main: false,
    ...facts,
    id,
    login: canonicalLogin(facts.login),
    sortName: plainForm(facts.name),
    active: true,
    passwordSealed: password === undefined ? null : sealPassword(deps, id, await deps.passwords.hash(password)),
    factorId: null,
    trustPausedAt: null,
    mustEnrolSince: null,
    leftAt: null,
    careUntil: null,
    createdAt: deps.clock.now(),
    lastSignInAt: null,
  }
}

/** Adds a company and gives its id. */
export async function addCompany(deps: Deps, ask: CompanyFacts): Promise<string> {
  const company = newCompany(deps, ask)
  await deps.store.commit(deps.store.addCompany(company))
  return company.id
}

/** Adds a contact and gives its id. */
export async function addContact(deps: Deps, ask: ContactFacts): Promise<string> {
  const contact = await newContact(deps, ask)
  await deps.store.commit(deps.store.addContact(contact))
  return contact.id
}
