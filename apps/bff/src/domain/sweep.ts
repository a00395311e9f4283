import type { Deps } from '../deps.ts'
import { continueAnnouncements } from './announcement.ts'
import { remindOfExpiry } from './api-contact.ts'
import { keepEventsMs, letOldEventsGo } from './audit.ts'
import { removeOldDocuments } from './case-documents.ts'
import { remindOfRules } from './company-rule.ts'
import { lapseDrafts } from './request-drafts.ts'

const keepChallengesMs = 40 * 86_400_000
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
    store.removeDeadCaseSessions(now),
    store.removeDeadSoapSessions(now - config.rules.soap.sessionLifeMs),
    store.eraseExpiredSecrets(now),
  )
  const littleByLittle: ((most: number) => Promise<number>)[] = [
    (most) => store.takeAwayDeadSessions(now, most),
    (most) => store.takeAwayDeadAllowances(now, most),
    (most) => store.takeAwayOldMails(now - mail.keptMs, most),
    (most) => store.takeAwayOldChallenges(now - keepChallengesMs, most),
    (most) => store.takeAwayOldCalls(now - keepEventsMs, most),
  ]
  await remindOfRules(deps)
  await continueAnnouncements(deps)
  await remindOfExpiry(deps)
  await lapseDrafts(deps)
  await removeOldDocuments(deps)
  for (const takeAway of littleByLittle) while ((await takeAway(atOnce)) === atOnce);
  // Events last: with a clock that runs years ahead the database refuses, and nothing else must wait for that.
  await letOldEventsGo(deps)
  // With the logs it leaves this machine: from there a chain that was cut off or made anew can be told.
  const head = await store.findLastLink()
  if (head) deps.log.info({ seq: head.seq, hash: head.hash.toString('hex') }, 'the head of the audit chain')
}
