import { timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Contact, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { canonicalLogin } from './password-check.ts'
import { Problem, secondsUntil } from './problem.ts'
import { renewSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'
import { newId, newMailedCode } from './tokens.ts'

const codeHash = (deps: Deps, contactId: string, code: string) => deps.sealer.mark('mailed-code', `${contactId}|${code}`)

/**
 * Asks to change the e-mail address: a code goes to the new one, a notice to the old one, and nothing changes yet. An address
 * that somebody else has is answered and listed alike, with a code that nobody gets; only its owner is told.
 */
export async function askEmailChange(deps: Deps, ask: { who: SignedIn; email: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { contact } = ask.who
  const { codeMs } = deps.config.rules.emailChange
  const email = canonicalLogin(ask.email)
  if (email === contact.login) throw new Problem('invalid-input', { fields: { email: 'same-as-now' } })
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await takePerDay(deps, contact.id, proved, now)

  const other = await deps.store.findContactByLogin(email)
  const code = newMailedCode(deps)
  const expiresAt = now + codeMs
  const link = {
    id: newId(deps, 'lin'),
    tokenHash: other ? deps.random.bytes(32) : codeHash(deps, contact.id, code),
    contactId: contact.id,
    purpose: 'email-change' as const,
    email,
    caseId: null,
    createdAt: now,
    expiresAt,
    usedAt: null,
  }
  await deps.store.commit(
    proved,
    deps.store.addLink(link, 1),
    note(deps, contact, 'email-change-asked', ask.visit, now, { to: email }),
    tell(deps, contact, { kind: 'email-change-asked', email }, ask.visit, now),
    other
      ? tellOwner(deps, other, ask.visit, now)
      : [tell(deps, contact, { kind: 'email-code', expiresAt }, ask.visit, now, { secret: code, expiresAt, to: email })],
  )
  return { email, expiresAt }
}

/** Nobody reads the mail of a program, or of somebody who has left. */
const tellOwner = (deps: Deps, other: Contact, visit: Visit, now: number): Write[] =>
  other.active && other.kind === 'person' ? [tell(deps, other, { kind: 'email-in-use' }, visit, now)] : []

async function takePerDay(deps: Deps, contactId: string, proved: Write[], now: number) {
  const key = `email-change:${contactId}`
  if (await deps.store.takeAllowance(key, deps.config.rules.emailChange.perDay, now)) return
  // The code was right: it is used up and does not count as a guess.
  await deps.store.commit(proved)
  throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

/** Changes the address with the code that was mailed to it. Other sessions and all trust end, this session gets a new token. */
export async function confirmEmailChange(deps: Deps, ask: { who: SignedIn; mailedCode: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  const tries = `email-code:${contact.id}`
  if (!(await deps.store.takeAllowance(tries, deps.config.rules.emailChange.attempts, now)))
    throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(tries, now), now) })
  const link = await deps.store.findNewestLink(contact.id, 'email-change', now)
  if (!link || link.email === null) throw new Problem('link-over')
  if (!timingSafeEqual(link.tokenHash, codeHash(deps, contact.id, ask.mailedCode))) throw new Problem('mailed-code-wrong')

  const [from, to] = [contact.login, link.email]
  const renewed = renewSession(deps, session.id, session.assurance)
  const endedSessions = (await deps.store.listSessions(contact.id, now)).length - 1
  const letter = { kind: 'email-changed' as const, from, to }
  await deps.store.commit(
    deps.store.useLink(link.id, now),
    deps.store.setLogin(contact.id, from, to),
    renewed.write,
    deps.store.endOtherSessions(contact.id, session.id),
    deps.store.endSoapSessions(contact.id),
    deps.store.cancelChallenges(contact.id, now),
    deps.store.forgetDevices(contact.id),
    // Whoever reads the mailbox of before is told, and has nothing to use.
    deps.store.removeLinks(contact.id, 'password-reset'),
    deps.store.removeLinks(contact.id, 'browser-approval'),
    deps.store.clearAllowance(tries),
    note(deps, contact, 'email-changed', ask.visit, now, { from, to }),
    tell(deps, contact, letter, ask.visit, now),
    tell(deps, { ...contact, login: to }, letter, ask.visit, now),
  )
  return { email: to, endedSessions, sessionToken: renewed.token }
}

/** Gives up a change that is not confirmed; nothing happens when there is none. */
export const giveUpEmailChange = (deps: Deps, { who }: { who: SignedIn }) =>
  deps.store.commit(deps.store.removeLinks(who.contact.id, 'email-change'))
