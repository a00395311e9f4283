import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { note, nowhere } from './activity.ts'
import { mailedLink } from './links.ts'
import { newCompany, newContact } from './people.ts'
import { Problem } from './problem.ts'

/**
 * The operator's company with its first admin, who has no password, and the token of a link to set one with. Only in a house
 * without people: else `already-a-contact`, also for the second of two at once.
 */
export async function makeFirstAdmin(deps: Deps, ask: { company: string; name: string; email: string; language: Language }) {
  const now = deps.clock.now()
  if (!(await deps.store.isEmpty())) throw new Problem('already-a-contact')
  const company = newCompany(deps, { name: ask.company, operator: true })
  const facts = { companyId: company.id, name: ask.name, login: ask.email, language: ask.language, phone: '', main: true }
  const contact = await newContact(deps, { ...facts, role: 'admin', password: undefined })
  const { resetLinks, firstLinkMs } = deps.config.rules.password
  const link = mailedLink(deps, contact, 'password-reset', firstLinkMs, resetLinks, now)
  await deps.store.commit(
    deps.store.addMetaOnce('first-admin', contact.id, 'already-a-contact'),
    deps.store.addCompany(company),
    deps.store.addContact(contact),
    link.writes,
    note(deps, contact, 'role-changed', nowhere, now, { role: 'admin' }),
  )
  return { token: link.token, expiresAt: link.expiresAt }
}
