import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { note, type Visit } from './activity.ts'
import { mustEnrol, type SignedIn } from './signed-in.ts'

/** Who is signed in, as the screens need it. */
export function describeMe(deps: Deps, { contact, company, session }: SignedIn) {
  const { id, name, login, phone, language, role, main } = contact
  return {
    contact: { id, name, email: login, phone, language, role, main },
    company: { id: company.id, name: company.name },
    verification: contact.factorId === null ? ('off' as const) : ('on' as const),
    mustEnrol: mustEnrol(contact, company, deps.clock.now()),
    assurance: session.assurance,
    signedInAt: session.signedInAt,
    previousSignInAt: session.previousSignInAt,
  }
}

export async function changeLanguage(deps: Deps, ask: { who: SignedIn; language: Language; visit: Visit }) {
  const { contact } = ask.who
  await deps.store.commit(
    deps.store.changeLanguage(contact.id, ask.language),
    note(deps, contact, 'language-changed', ask.visit, deps.clock.now(), { language: ask.language }),
  )
}
