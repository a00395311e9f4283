import type { Deps } from '../deps.ts'
import { mustEnrol, type SignedIn } from './signed-in.ts'

export type WayBack = 'recovery-codes' | 'another-admin' | 'certified-form'

/** How a person with verification on gets in again without the phone; `adminsOn` are the active admins who have it on. */
export function wayBackOf(person: { codesLeft: number; isAdmin: boolean }, adminsOn: number): WayBack {
  if (person.codesLeft > 0) return 'recovery-codes'
  const helpers = person.isAdmin ? adminsOn - 1 : adminsOn
  return helpers > 0 ? 'another-admin' : 'certified-form'
}

/** Who of the active people has verification, and what the way back would be if a phone were lost. Counted by the database. */
export async function describeBoard(deps: Deps, ask: { who: SignedIn }) {
  const now = deps.clock.now()
  const { company, contact } = ask.who
  const counts = await deps.store.countForBoard(company.id)
  const { people, on, asked, adminsOn, withoutCodes, adminsWithoutCodes } = counts ?? {
    people: 0,
    on: 0,
    asked: 0,
    adminsOn: 0,
    withoutCodes: 0,
    adminsWithoutCodes: 0,
  }
  // The same question as in wayBackOf, for all admins and for all others at once.
  const stuckAdmins = adminsOn > 1 ? 0 : adminsWithoutCodes
  const stuckOthers = adminsOn > 0 ? 0 : withoutCodes - adminsWithoutCodes
  const isStuck = stuckAdmins + stuckOthers
  const stuck = isStuck === 0 ? [] : await deps.store.listWithoutCodes(company.id, adminsOn > 0 ? 'admin' : 'any', 50)
  const isBound = mustEnrol({ role: 'member', factorId: null, mustEnrolSince: null }, company, now)
  return {
    people,
    on,
    off: people - on,
    required: isBound ? people - on : asked,
    adminsOn,
    ruleFrom: company.ruleFrom,
    ownVerification: contact.factorId !== null,
    byWayBack: { 'recovery-codes': on - withoutCodes, 'another-admin': withoutCodes - isStuck, 'certified-form': isStuck },
    stuck: stuck.map(({ id, name, login }) => ({ id, name, email: login, recoveryCodesLeft: 0 })),
  }
}
