import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { takeCodeInSession } from './codes.ts'
import { checkNewPassword } from './new-password.ts'
import { checkPassword, sealPassword } from './password-check.ts'
import { afterNewPassword } from './password-reset.ts'
import { Problem } from './problem.ts'
import { renewSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/**
 * Changes the password: the current one, and a fresh code where verification is on. A new password that is refused burns no code.
 * All other sessions end and devices are forgotten; this session gets a new token.
 */
export async function changePassword(
  deps: Deps,
  ask: { who: SignedIn; password: string; code: string | undefined; newPassword: string; visit: Visit },
) {
  const now = deps.clock.now()
  const { contact, company, session } = ask.who
  if (contact.factorId !== null && ask.code === undefined) throw new Problem('fresh-code-needed')
  await checkPassword(deps, contact, ask.password, ask.visit, now)
  await checkNewPassword(deps, ask.newPassword, { contact, company })
  const sealed = sealPassword(deps, contact.id, await deps.passwords.hash(ask.newPassword))
  const proved = ask.code === undefined || contact.factorId === null ? [] : await takeCodeInSession(deps, ask.who, ask.code, ask.visit, now)
  const renewed = renewSession(deps, session.id, contact.factorId === null ? 'password' : 'code')
  const endedSessions = (await deps.store.listSessions(contact.id, now)).length - 1
  await deps.store.commit(
    proved,
    deps.store.setPassword(contact.id, sealed),
    renewed.write,
    deps.store.endOtherSessions(contact.id, session.id),
    afterNewPassword(deps, contact, now),
    note(deps, contact, 'password-changed', ask.visit, now),
    tell(deps, contact, { kind: 'password-changed', by: 'change' }, ask.visit, now),
  )
  return { sessionToken: renewed.token, endedSessions }
}
