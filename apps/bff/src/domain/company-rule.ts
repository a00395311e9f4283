import type { Deps } from '../deps.ts'
import { note, nowhere, type Visit } from './activity.ts'
import { announce, continueAnnouncements } from './announcement.ts'
import { requireOwnVerification } from './colleagues.ts'
import { proveFresh } from './fresh-code.ts'
import type { Letter } from './letter.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

const dayMs = 86_400_000

/** The reminders, in days before the rule binds, whose time has come; the last of them is the one to be sent. */
const dueReminders = (deps: Deps, from: number, now: number) =>
  deps.config.rules.ruleReminders.filter((days) => from - days * dayMs <= now).toSorted((a, b) => b - a)

/** "Everyone needs verification" from an instant on: today (wherever that is) or later, at most a year ahead; null: no longer. Of the operator's company: `not-found`. */
export async function setCompanyRule(deps: Deps, ask: { who: SignedIn; from: number | null; code: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, from, visit } = ask
  // For the people of the operator it always binds.
  if (who.company.operator) throw new Problem('not-found')
  requireOwnVerification(who)
  if (from !== null && (from < now - dayMs || from > now + 366 * dayMs))
    throw new Problem('invalid-input', { fields: { from: 'not-a-choice' } })
  if (from === who.company.ruleFrom) return
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  const by = who.contact.name
  const letter: Letter = from === null ? { kind: 'rule-lifted', by } : { kind: 'rule-set', by, from }
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    // The letter of now stands for the reminders whose time has passed.
    deps.store.setRule(who.company.id, from, from === null ? null : (dueReminders(deps, from, now).at(-1) ?? null)),
    from === null ? note(deps, who.contact, 'rule-lifted', visit, now) : note(deps, who.contact, 'rule-set', visit, now, { from }),
    await announce(deps, who.company.id, letter, visit, now),
  )
  // Not waited for; what a stop of the server leaves over, the sweep goes on with.
  continueAnnouncements(deps).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: visit.requestId }, 'a company was not told to the end')
  })
}

/** Reminds those without verification, a week and a day before the rule of their company binds; each once, however many sweepers run. */
export async function remindOfRules(deps: Deps) {
  const now = deps.clock.now()
  for (const { id, ruleFrom, ruleReminded } of await deps.store.listComingRules(now)) {
    const days = dueReminders(deps, ruleFrom, now).at(-1)
    if (days === undefined || (ruleReminded !== null && ruleReminded <= days)) continue
    await deps.store
      .commit(
        deps.store.recordReminder(id, ruleFrom, days),
        await announce(deps, id, { kind: 'rule-reminder', from: ruleFrom, days }, nowhere, now),
      )
      .catch((reason: unknown) => {
        // Another sweeper was first.
        if (!(reason instanceof Problem)) throw reason
      })
  }
}
