import type { Language, Role } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import { canonicalLogin, sealPassword } from './password-check.ts'
import { newId } from './tokens.ts'

/** Adds a company and gives its id. */
export async function addCompany(deps: Deps, ask: { name: string; operator: boolean }): Promise<string> {
  const id = newId(deps, 'com')
  await deps.store.commit(deps.store.addCompany({ id, name: ask.name, operator: ask.operator, createdAt: deps.clock.now() }))
  return id
}

/** Adds a contact with a password, or with none: then nobody can sign in until one is set. Gives its id. */
export async function addContact(
  deps: Deps,
  ask: {
    companyId: string
    name: string
    login: string
    phone: string
    role: Role
    language: Language
    main?: boolean
    kind?: Contact['kind']
    password: string | undefined
  },
): Promise<string> {
  const id = newId(deps, 'con')
  const { password, ...facts } = ask
  await deps.store.commit(
    deps.store.addContact({
      kind: 'person',
      main: false,
      ...facts,
      id,
      login: canonicalLogin(ask.login),
      active: true,
      passwordSealed: password === undefined ? null : sealPassword(deps, id, await deps.passwords.hash(password)),
      factorId: null,
      trustPausedAt: null,
      createdAt: deps.clock.now(),
      lastSignInAt: null,
    }),
  )
  return id
}
