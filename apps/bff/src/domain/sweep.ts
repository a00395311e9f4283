import type { Deps } from '../deps.ts'

const keepChallengesMs = 40 * 86_400_000

/** Removes what has died of age; run now and then. Nothing depends on it having run: dead rows are refused anyway. */
export async function sweep(deps: Deps) {
  const now = deps.clock.now()
  await deps.store.commit(
    deps.store.removeDeadSessions(now),
    deps.store.removeDeadDevices(now),
    deps.store.removeDeadAllowances(now),
    deps.store.removeOldChallenges(now - keepChallengesMs),
    deps.store.removeDeadFactors(now, now - deps.config.rules.retiredFactorKeptMs),
  )
}
