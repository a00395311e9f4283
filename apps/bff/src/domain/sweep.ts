import type { Deps } from '../deps.ts'
import { continueAnnouncements } from './announcement.ts'
import { remindOfExpiry } from './api-contact.ts'
import { remindOfRules } from './company-rule.ts'

const keepChallengesMs = 40 * 86_400_000
/** Security events are kept for a year and a month. */
const keepEventsMs = 400 * 86_400_000
/** So many at once that nobody waits for it. */
const atOnce = 500

/** Removes what has died of age; run now and then. Nothing depends on it having run: dead rows are refused anyway. */
export async function sweep(deps: Deps) {
  const { store, config } = deps
  const now = deps.clock.now()
  const { mail, retiredFactorKeptMs } = config.rules
  await store.commit(
    store.removeDeadDevices(now),
    store.removeDeadBrowsers(now),
    store.removeDeadLinks(now),
    store.removeDeadFactors(now, now - retiredFactorKeptMs),
    store.removeDeadInvitations(now),
    store.removeDeadSoapSessions(now - config.rules.soap.sessionLifeMs),
    store.eraseExpiredSecrets(now),
  )
  const littleByLittle: ((most: number) => Promise<number>)[] = [
    (most) => store.takeAwayDeadSessions(now, most),
    (most) => store.takeAwayDeadAllowances(now, most),
    (most) => store.takeAwayOldMails(now - mail.keptMs, most),
    (most) => store.takeAwayOldChallenges(now - keepChallengesMs, most),
    (most) => store.takeAwayOldEvents(now - keepEventsMs, most),
  ]
  for (const takeAway of littleByLittle) while ((await takeAway(atOnce)) === atOnce);
  await remindOfRules(deps)
  await continueAnnouncements(deps)
  await remindOfExpiry(deps)
}
