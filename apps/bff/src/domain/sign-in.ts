import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { openChallenge } from './challenge.ts'
import { type Entry, enter, mayRemember } from './entry.ts'
import { canonicalLogin, openPassword, type PasswordAttempt, sealPassword, takePasswordAttempt } from './password-check.ts'
import { Problem } from './problem.ts'
import { mustEnrol } from './signed-in.ts'
import { deviceCookieName, trustOf } from './trusted-device.ts'

export type PasswordAnswer = ({ next: 'home' | 'enrol' } & Entry) | { next: 'code'; challengeToken: string }

type PasswordAsk = {
  email: string
  password: string
  /** The token of the challenge that is open in this browser, if one is. */
  challengeToken: string | undefined
  /** The token that the browser holds for a contact. */
  deviceToken: (cookieName: string) => string | undefined
  visit: Visit
}

/**
 * Password first. With verification off, or on a remembered device, it opens a session; otherwise only a challenge,
 * and no session exists.
 */
export async function signInWithPassword(deps: Deps, ask: PasswordAsk): Promise<PasswordAnswer> {
  const now = deps.clock.now()
  const login = canonicalLogin(ask.email)
  const contact = await deps.store.findContactByLogin(login)
  const person = contact && mayUseTheWeb(contact) ? contact : undefined
  const attempt = await takePasswordAttempt(deps, login, person, ask.visit, now)
  const phc = contact && openPassword(deps, contact)
  const isRight = await deps.passwords.verify(phc, ask.password)
  if (!person || !isRight) {
    if (contact) noteRefusal(deps, contact, ask.visit, now)
    throw new Problem('sign-in-refused')
  }
  const answer = await whatNext(deps, person, ask, attempt, now).catch(async (reason) => {
    // Something changed between reading and writing (a second tab, the switch): look once more, if the password is still right.
    const again = await deps.store.findContact(person.id)
    const mayRetry = reason instanceof Problem && reason.code === 'sign-in-refused'
    if (!mayRetry || !again || !mayUseTheWeb(again)) throw reason
    const isSameHash = again.passwordSealed === person.passwordSealed
    if (!isSameHash && !(await deps.passwords.verify(openPassword(deps, again), ask.password))) throw reason
    return whatNext(deps, again, ask, attempt, now)
  })
  if (phc && deps.passwords.isDated(phc)) await rehash(deps, person, ask.password)
  return answer
}

/** Not waited for: a login that exists must not be answered later than one that does not. */
function noteRefusal(deps: Deps, contact: Contact, visit: Visit, now: number) {
  deps.store.commit(note(deps, contact, 'sign-in-refused', visit, now)).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: visit.requestId }, 'a refused sign-in was not noted')
  })
}

/** API contacts speak SOAP only. */
const mayUseTheWeb = (contact: Contact) => contact.active && contact.kind === 'person'

async function whatNext(deps: Deps, contact: Contact, ask: PasswordAsk, attempt: PasswordAttempt, now: number): Promise<PasswordAnswer> {
  const company = await deps.store.findCompany(contact.companyId)
  const who = { contact, company }
  if (contact.factorId === null) {
    const entry = await enter(deps, who, 'password', attempt.browser, ask.visit, now)
    await deps.store.commit(attempt.forgive, entry.writes)
    return { next: mustEnrol(contact, company, now) ? 'enrol' : 'home', ...entry.cookies }
  }

  const cookie = deviceCookieName(deps, contact.id)
  const trust = mayRemember(who) ? await trustOf(deps, contact, ask.deviceToken(cookie), ask.visit, now) : undefined
  if (trust) {
    const device = trust.token === undefined ? undefined : { name: cookie, token: trust.token, expiresAt: trust.expiresAt }
    const entry = await enter(deps, who, 'trusted-device', attempt.browser, ask.visit, now, device)
    await deps.store.commit(attempt.forgive, trust.writes, entry.writes)
    return { next: 'home', ...entry.cookies }
  }

  const { token, writes } = await openChallenge(
    deps,
    contact,
    { browser: attempt.browser, tokenBefore: ask.challengeToken, visit: ask.visit },
    now,
  )
  await deps.store.commit(attempt.forgive, writes, note(deps, contact, 'code-awaited', ask.visit, now))
  return { next: 'code', challengeToken: token }
}

async function rehash(deps: Deps, contact: Contact, password: string) {
  const sealed = sealPassword(deps, contact.id, await deps.passwords.hash(password))
  await deps.store.commit(deps.store.resealPassword(contact.id, contact.passwordSealed ?? '', sealed))
}
