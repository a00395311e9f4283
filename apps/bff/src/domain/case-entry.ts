import { timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Contact, RecoveryCase, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { recognise } from './browser.ts'
import { inThrees } from './number.ts'
import { Problem, secondsUntil } from './problem.ts'
import { hashToken, newId, newMailedCode, newToken } from './tokens.ts'

const markOf = (deps: Deps, number: string, code: string) => deps.sealer.mark('case-code', `${number}|${code}`)

/** Both asking for codes and trying them is charged by address, whatever comes of it. */
async function takeOfAddress(deps: Deps, { address }: Visit, now: number) {
  const key = `case-entry:${address}`
  if (await deps.store.takeAllowance(key, deps.config.rules.recovery.perAddress, now)) return
  throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

/** Whether the page of a case is still there to be read. */
const isReadable = (deps: Deps, { endedAt }: RecoveryCase, now: number) =>
  endedAt === null || endedAt + deps.config.rules.recovery.readableForMs > now

/**
 * The writes that mail a code for a case; none when the person has had enough of them for now. A browser in which the person has signed in
 * counts for itself: the number is no secret, and who knows it must not keep the owner from their case.
 */
export async function mailCode(
  deps: Deps,
  contact: Contact,
  row: Pick<RecoveryCase, 'id' | 'number'>,
  visit: Visit,
  now: number,
): Promise<Write[]> {
  const { gap, perDay, lifeMs, tries } = deps.config.rules.recovery.code
  const browser = await recognise(deps, contact.id, visit, now)
  const whose = browser?.id ?? contact.id
  const wanted = [
    { key: `case-code-gap:${whose}`, ...gap },
    { key: `case-code:${whose}`, ...perDay },
  ]
  if ((await deps.store.takeAllowances(wanted, now)) !== undefined) return []
  const code = newMailedCode(deps)
  const expiresAt = now + lifeMs
  return [
    deps.store.setCaseCode(row.id, { mark: markOf(deps, row.number, code), expiresAt, tries }),
    tell(deps, contact, { kind: 'case-code', number: inThrees(row.number), expiresAt }, visit, now, { secret: code, expiresAt }),
  ]
}

/**
 * Mails the code that opens the page of a case, if there is such a case. Nothing is waited for and the answer is always the same;
 * only whoever asks from one address for ever is told `too-many-tries`.
 */
export async function askCaseCode(deps: Deps, ask: { number: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeOfAddress(deps, ask.visit, now)
  mailCodeOf(deps, ask.number, ask.visit, now).catch((reason: unknown) => {
    deps.log.error({ err: reason, requestId: ask.visit.requestId }, 'the code of a case was not mailed')
  })
}

async function mailCodeOf(deps: Deps, number: string, visit: Visit, now: number) {
  const row = await deps.store.findCaseByNumber(number)
  const contact = row && (await deps.store.findContact(row.contactId))
  if (!row || !contact?.active || !isReadable(deps, row, now)) return
  await deps.store.commit(await mailCode(deps, contact, row, visit, now))
}

/**
 * Opens the page of a case with its number and the mailed code; gives the token for the cookie. Refuses with `mailed-code-wrong`
 * alike: no such case, no code, a wrong one, one that was used, is too old, or was tried too often.
 */
export async function enterCase(deps: Deps, ask: { number: string; mailedCode: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeOfAddress(deps, ask.visit, now)
  const row = await takeTry(deps, ask.number, ask.visit, now)
  const mark = markOf(deps, ask.number, ask.mailedCode)
  const isRight = timingSafeEqual(row?.codeMark ?? Buffer.alloc(mark.length), mark)
  if (!row || !isRight || !isReadable(deps, row, now)) throw new Problem('mailed-code-wrong')
  const contact = await deps.store.findContact(row.contactId)
  if (!contact?.active) throw new Problem('mailed-code-wrong')
  const token = newToken(deps)
  const { sessionMs } = deps.config.rules.recovery
  await deps.store.commit(
    deps.store.useCaseCode(row.id, mark),
    deps.store.addCaseSession({
      id: newId(deps, 'cse'),
      tokenHash: hashToken(token),
      caseId: row.id,
      createdAt: now,
      expiresAt: now + sessionMs,
    }),
    note(deps, contact, 'case-entered', ask.visit, now, { number: inThrees(row.number) }),
  )
  return { token }
}

/** Spends one of a code's tries, or one of the browser's own where the person has signed in before; gives the case when there was one left. */
async function takeTry(deps: Deps, number: string, visit: Visit, now: number): Promise<RecoveryCase | undefined> {
  const row = await deps.store.findCaseByNumber(number)
  const browser = row && (await recognise(deps, row.contactId, visit, now))
  if (!browser) return await deps.store.takeCaseCodeTry(number, now)
  const isTaken = await deps.store.takeAllowance(`case-code-tries:${browser.id}`, deps.config.rules.recovery.code.perBrowser, now)
  return isTaken && (row.codeExpiresAt ?? 0) > now ? row : undefined
}

/** Closes the page of a case in this browser. */
export const leaveCase = (deps: Deps, ask: { token: string }) => deps.store.commit(deps.store.endCaseSession(hashToken(ask.token)))

/** The id of the case whose page is open with this token. Refuses with `case-not-entered`. */
export async function findEnteredCase(deps: Deps, token: string): Promise<string> {
  const session = token === '' ? undefined : await deps.store.findCaseSession(hashToken(token), deps.clock.now())
  if (!session) throw new Problem('case-not-entered')
  return session.caseId
}
