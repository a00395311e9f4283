import type { Language, Role } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import { plainForm } from './findable.ts'
import { canonicalLogin, sealPassword } from './password-check.ts'
import { newId } from './tokens.ts'

/** Adds a company and gives its id. */
export async function addCompany(deps: Deps, ask: { name: string; operator: boolean }): Promise<string> {
  const id = newId(deps, 'com')
  await deps.store.commit(
    deps.store.addCompany({ id, name: ask.name, operator: ask.operator, ruleFrom: null, ruleReminded: null, createdAt: deps.clock.now() }),
  )
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
  const login = canonicalLogin(ask.login)
  await deps.store.commit(
    deps.store.addContact({
      kind: 'person',
      main: false,
      ...facts,
      id,
      login,
      sortName: plainForm(ask.name),
      active: true,
      passwordSealed: password === undefined ? null : sealPassword(deps, id, await deps.passwords.hash(password)),
      factorId: null,
      trustPausedAt: null,
      mustEnrolSince: null,
      leftAt: null,
      createdAt: deps.clock.now(),
      lastSignInAt: null,
    }),
  )
  return id
}
