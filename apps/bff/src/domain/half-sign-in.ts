import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { stopCaseOf } from './case-stop.ts'
import { findMailedLink, mailedLink, takeLinkCheck } from './links.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

const day = 86_400_000

/**
 * Warns of half sign-ins: challenges that died without a code. Run every few seconds; all it knows is in rows, so that nothing
 * is lost in a restart and nothing said twice by two processes. Works in batches until nothing is due.
 */
export async function warnOfHalfSignIns(deps: Deps) {
  const { batch } = deps.config.rules.halfSignIn
  for (;;) {
    const now = deps.clock.now()
    const due = await deps.store.listContactsToWarn(now, batch)
    const done = await Promise.all(
      due.map((contactId) =>
        warn(deps, contactId, now).catch((reason: unknown) => {
          deps.log.error({ err: reason, contactId }, 'a half sign-in was not warned of')
          return false
        }),
      ),
    )
    if (!done.includes(true)) return
  }
}

/** Whether these were recorded here; another process may have been quicker. */
async function warn(deps: Deps, contactId: string, now: number): Promise<boolean> {
  const contact = await deps.store.findContact(contactId)
  const { all, found, newest } = await deps.store.findDueHalfSignIns(contactId, now, 5)
  const [last] = newest
  if (!contact || !last) return false
  const visit: Visit = { client: last.client, address: '', requestId: '' }
  const mayMailAt = await nextMailAt(deps, contactId, now)
  const isMailed = contact.active && mayMailAt <= now
  try {
    await deps.store.commit(
      // Those that are not mailed now are all mailed then: it depends on the mails before alone, so that repeats postpone nothing.
      deps.store.recordHalfSignIns(contactId, now, all, contact.active && !isMailed ? mayMailAt : null),
      found > 0 ? [deps.store.pauseTrust(contactId, now), note(deps, contact, 'half-sign-in', visit, now, { count: found })] : [],
      isMailed ? mail(deps, contact, { count: all, signIns: newest }, visit, now) : [],
    )
    return true
  } catch (reason) {
    if (reason instanceof Problem && reason.code === 'challenge-over') return false
    throw reason
  }
}

/** The first at once, then no sooner than some hours after the last, and only so many in any 24 hours. */
async function nextMailAt(deps: Deps, contactId: string, now: number): Promise<number> {
  const { digestEveryMs, perDay } = deps.config.rules.halfSignIn
  const times = await deps.store.listMailTimes(contactId, 'half-sign-in', now - day)
  const [last] = times
  const firstOfFull = times[perDay - 1]
  return Math.max(now, last === undefined ? 0 : last + digestEveryMs, firstOfFull === undefined ? 0 : firstOfFull + day)
}

function mail(
  deps: Deps,
  contact: Contact,
  facts: { count: number; signIns: { at: number; client: Visit['client'] }[] },
  visit: Visit,
  now: number,
): Write[] {
  const { linkMs, links } = deps.config.rules.halfSignIn
  const { token, expiresAt, writes } = mailedLink(deps, contact, 'not-me', linkMs, links, now)
  return [...writes, tell(deps, contact, { kind: 'half-sign-in', ...facts, expiresAt }, visit, now, { secret: token, expiresAt })]
}

/** The banner's "it was me": remembered devices are believed again. */
export async function answerHalfSignIns(deps: Deps, ask: { who: SignedIn; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  await deps.store.commit(
    deps.store.answerSeenHalfSignIns(contact.id, now),
    deps.store.resumeTrust(contact.id),
    note(deps, contact, 'half-sign-ins-answered', ask.visit, now),
  )
}

/**
 * The mail's "this was not me": whoever knows the password has nothing of it any more. Everything of the contact ends, and a
 * link to set a new password is mailed; login verification stays as it is. Refuses with `link-over`.
 */
export async function burnPassword(deps: Deps, ask: { token: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { link, contact } = await findMailedLink(deps, 'not-me', ask.token, now)
  const { resetLinkMs, resetLinks } = deps.config.rules.password
  const reset = mailedLink(deps, contact, 'password-reset', resetLinkMs, resetLinks, now)
  const { expiresAt } = reset
  await deps.store.commit(
    deps.store.useLink(link.id, now),
    deps.store.burnPassword(contact.id),
    deps.store.endSessions(contact.id),
    deps.store.cancelChallenges(contact.id, now),
    deps.store.forgetDevices(contact.id),
    deps.store.forgetBrowsers(contact.id),
    deps.store.answerHalfSignIns(contact.id, now),
    deps.store.resumeTrust(contact.id),
    (['not-me', 'password-reset', 'browser-approval', 'email-change'] as const).map((purpose) =>
      deps.store.removeLinks(contact.id, purpose),
    ),
    // Whoever had the password may have said with it that the device is lost.
    await stopCaseOf(deps, contact.id, { as: 'link', holder: contact }, ask.visit, now),
    reset.writes,
    note(deps, contact, 'not-me', ask.visit, now),
    tell(deps, contact, { kind: 'password-burned', expiresAt }, ask.visit, now, { secret: reset.token, expiresAt }),
  )
}
