import type { Deps } from '../deps.ts'
import { isCheckUpDue } from './check-up.ts'
import type { SignedIn } from './signed-in.ts'

/** What the person should look at after signing in. */
export async function listNotices(deps: Deps, { contact }: SignedIn) {
  const now = deps.clock.now()
  const half = await deps.store.findHalfSignIns(contact.id, 5)
  const factor = contact.factorId === null ? undefined : await deps.store.findFactor(contact.factorId)
  const ownCase = await deps.store.findOpenCase(contact.id)
  const change = await deps.store.findNewestLink(contact.id, 'email-change', now)
  return {
    halfSignIns: half.newest.map(({ at, client }) => ({ at, ...client })),
    halfSignInCount: half.all,
    checkUp: factor !== undefined && isCheckUpDue(deps, factor, now),
    recoveryCodesLeft: factor === undefined ? null : await deps.store.countRecoveryCodes(contact.id),
    emailChange: change?.email ? { email: change.email, expiresAt: change.expiresAt } : null,
    toSign: await deps.store.listToSign(contact.id, now),
    recoveryCase: ownCase ? { number: ownCase.number, openedAt: ownCase.openedAt } : null,
    companyCases: contact.role === 'admin' ? await deps.store.countCasesOfOthers(contact.companyId, contact.id) : 0,
  }
}
