import type { Deps } from '../deps.ts'
import type { Factor } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { takeCodeInSession } from './codes.ts'
import { activeFactor } from './key.ts'
import type { SignedIn } from './signed-in.ts'

/** Two weeks after switching on, once, unless a code was accepted since: does the phone still have the key? */
export function isCheckUpDue(deps: Deps, factor: Factor, now: number) {
  const dueAt = (factor.activatedAt ?? now) + deps.config.rules.checkUpAfterMs
  return factor.checkedUpAt === null && now >= dueAt && (factor.lastCodeAt ?? 0) < dueAt
}

/** A code passes the check-up; without one it is put off for good. */
export async function checkUp(deps: Deps, ask: { who: SignedIn; code: string | undefined; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  const factor = await activeFactor(deps, ask.who)
  const proved = ask.code === undefined ? [] : await takeCodeInSession(deps, ask.who, ask.code, ask.visit, now)
  await deps.store.commit(
    proved,
    deps.store.markCheckedUp(factor.id, now),
    note(deps, contact, ask.code === undefined ? 'check-up-put-off' : 'check-up-passed', ask.visit, now),
  )
}
