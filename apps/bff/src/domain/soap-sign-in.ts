import type { Deps } from '../deps.ts'
import type { Company, Contact, Write } from '../store/store.ts'
import { note } from './activity.ts'
import { findApiPassword } from './api-password.ts'
import { canonicalLogin, forgiveStrangers, openPassword, takePasswordAttempt } from './password-check.ts'
import { Problem, secondsUntil } from './problem.ts'
import { isOfOperator, mustEnrol } from './signed-in.ts'
import { demandAddress, openSoapSession, type SoapVisit, takeCall } from './soap-session.ts'
import { publishCall, recordCall } from './soap-use.ts'
import { hashToken, newId, newToken } from './tokens.ts'

type Ask = { login: string; password: string; visit: SoapVisit }

/**
 * Login of an old program: a session for an API contact, or for a person without login verification. People sign in by e-mail
 * address and programs by a login without `@`, so that known and unknown logins of each kind take the same way and time.
 */
export async function signInBySoap(deps: Deps, ask: Ask): Promise<{ token: string }> {
  const now = deps.clock.now()
  const login = canonicalLogin(ask.login)
  return login.includes('@') ? await signInPerson(deps, ask, login, now) : await signInProgram(deps, ask, login, now)
}

async function signInPerson(deps: Deps, ask: Ask, login: string, now: number) {
  const contact = await deps.store.findContactByLogin(login)
  const company = await deps.store.findCompany(contact?.companyId ?? 'nobody')
  const person = contact && maySignIn(contact, company) ? contact : undefined
  const forgive = await takePersonAttempt(deps, contact, person, login, ask.visit, now)
  const isRight = await deps.passwords.verify(contact && openPassword(deps, contact), ask.password)
  if (!contact || !isRight || !person) throw refused(deps, contact, ask.visit, now)
  if (contact.factorId !== null) return await refuseVerified(deps, contact, forgive, ask.visit, now)
  if (mustEnrol(contact, company, now)) {
    await deps.store.commit(forgive, note(deps, contact, 'soap-refused', ask.visit, now, { reason: 'enrolment', operation: 'Login' }))
    throw new Problem('enrolment-needed')
  }
  // Something may have changed while the password was looked at: then it opens nothing.
  const writes = [deps.store.confirmAsSeen(contact), ...forgive, forgiveStrangers(deps, login)]
  return await open(deps, contact, contact.passwordSealed ?? '', writes, ask.visit, now)
}

/** People of a company; those of the operator work in the web only. */
const maySignIn = (contact: Contact, company: Company | undefined) =>
  contact.active && contact.kind === 'person' && !isOfOperator(contact, company)

async function signInProgram(deps: Deps, ask: Ask, login: string, now: number) {
  const forgive = await takeProgramAttempt(deps, login, ask.visit.address, now)
  const contact = (await deps.store.findApiContactByLogin(login))?.contact
  const password = await findApiPassword(deps, contact?.id, ask.password)
  if (!contact?.active || !password) throw refused(deps, contact, ask.visit, now)
  // What follows is only told to who has the password; the try stays charged, so that it cannot fill the activity.
  if (password.expiresAt <= now) {
    await deps.store.commit(note(deps, contact, 'soap-refused', ask.visit, now, { reason: 'expired', operation: 'Login' }))
    throw new Problem('password-expired')
  }
  await demandAddress(deps, contact, 'Login', ask.visit, now)
  await takeCall(deps, contact.id, now)
  return await open(deps, contact, password.id, forgive, ask.visit, now)
}

async function open(deps: Deps, contact: Contact, credential: string, writes: Write[], visit: SoapVisit, now: number) {
  const session = openSoapSession(deps, contact.id, credential, now)
  await deps.store.commit(
    writes,
    session.writes,
    recordCall(deps, contact, 'Login', visit, now),
    note(deps, contact, 'soap-sign-in', visit, now),
  )
  publishCall(deps, contact, 'Login', now)
  return { token: session.token }
}

/** Not waited for: a login that exists must not be answered later than one that does not. */
function refused(deps: Deps, contact: Contact | undefined, visit: SoapVisit, now: number) {
  if (contact)
    deps.store
      .commit(note(deps, contact, 'soap-refused', visit, now, { reason: 'password', operation: 'Login' }))
      .catch((reason: unknown) => {
        deps.log.error({ err: reason, requestId: visit.requestId }, 'a refused sign-in was not noted')
      })
  return new Problem('sign-in-refused')
}

/** The limits of the web. An address from which this person has called lately has tries of its own, which no stranger can use up. */
async function takePersonAttempt(
  deps: Deps,
  contact: Contact | undefined,
  person: Contact | undefined,
  login: string,
  visit: SoapVisit,
  now: number,
): Promise<Write[]> {
  const { signIn, soap } = deps.config.rules
  const uses = await deps.store.listSoapUses(contact?.id ?? 'nobody', now - soap.usedWithinMs)
  if (!contact || !uses.some((use) => use.address === visit.address))
    return (await takePasswordAttempt(deps, login, person, visit, now)).forgive
  const key = `soap-password:${contact.id}|${visit.address}`
  await take(deps, [{ key, ...signIn.perBrowser }], now)
  return [deps.store.clearAllowance(key)]
}

async function takeProgramAttempt(deps: Deps, login: string, address: string, now: number): Promise<Write[]> {
  const { signIn, api } = deps.config.rules
  const byLogin = `api-password:${hashToken(`${login}|${address}`).toString('base64url')}`
  const byAddress = `address:${address}`
  // A row for each login that somebody makes up may stay only while the address has tries left.
  if (await deps.store.isAllowanceSpent(byAddress, signIn.perAddress.limit, now)) throw await tooMany(deps, byAddress, now)
  await take(
    deps,
    [
      { key: byLogin, ...api.attempts },
      { key: byAddress, ...signIn.perAddress },
    ],
    now,
  )
  return [deps.store.clearAllowance(byLogin), deps.store.giveBackAllowance(byAddress)]
}

async function take(deps: Deps, wanted: { key: string; limit: number; windowMs: number }[], now: number) {
  const exhausted = await deps.store.takeAllowances(wanted, now)
  if (exhausted !== undefined) throw await tooMany(deps, exhausted, now)
}

const tooMany = async (deps: Deps, key: string, now: number) =>
  new Problem('too-many-sign-ins', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })

/**
 * A right password where login verification is on: refused, and a half sign-in of which the person is warned as of any other.
 * One row a minute and address is enough for the warning; a program that tries every second does not fill the database.
 */
async function refuseVerified(deps: Deps, contact: Contact, forgive: Write[], visit: SoapVisit, now: number): Promise<never> {
  const once = { limit: 1, windowMs: deps.config.rules.session.seenEveryMs }
  const isFirst = await deps.store.takeAllowance(`soap-half:${contact.id}|${visit.address}`, once, now)
  const id = newId(deps, 'cha')
  await deps.store.commit(
    deps.store.confirmAsSeen(contact),
    forgive,
    isFirst
      ? [
          deps.store.addHalfSignIn({
            id,
            tokenHash: hashToken(newToken(deps)),
            contactId: contact.id,
            client: { browser: 'SOAP', system: '', place: visit.client.place },
            address: visit.address,
            attemptsLeft: 0,
            createdAt: now,
            expiresAt: now,
            closedAt: now,
            outcome: 'cancelled',
            browserId: null,
            lineage: id,
            warnAt: now,
            halfAt: null,
            answeredAt: null,
          }),
          note(deps, contact, 'soap-refused', visit, now, { reason: 'verification', operation: 'Login' }),
        ]
      : [],
  )
  throw new Problem('verification-is-on')
}
