import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { note, type Visit } from './activity.ts'
import { isStaff, mustEnrol, type SignedIn } from './signed-in.ts'

/** Who is signed in, as the screens need it. */
export function describeMe(deps: Deps, who: SignedIn) {
  const { contact, company, session } = who
  const now = deps.clock.now()
  const { id, name, login, phone, language, role, main } = contact
  return {
    contact: { id, name, email: login, phone, language, role, main },
    company: { id: company.id, name: company.name, operator: company.operator },
    staff: isStaff(who),
    careUntil: (contact.careUntil ?? 0) > now ? contact.careUntil : null,
    verification: contact.factorId === null ? ('off' as const) : ('on' as const),
    mustEnrol: mustEnrol(contact, company, now),
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
