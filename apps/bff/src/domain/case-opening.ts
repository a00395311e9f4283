import type { Deps } from '../deps.ts'
import type { Contact, RecoveryCase } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { expireCase } from './case-end.ts'
import { mailCode } from './case-entry.ts'
import { formOf } from './case-form.ts'
import { enterInHistory, listConcerned, showDesk, tellWithStopLinks } from './case-told.ts'
import { inThrees, newNumber } from './number.ts'
import { Problem, secondsUntil } from './problem.ts'
import { hashToken, newId } from './tokens.ts'

/**
 * The device is lost: opens a case for whoever has given the right password and is asked for a code. Everybody concerned is told at
 * once, nothing changes for the account, nobody is signed in. An open case is answered with its number, and its code is mailed anew.
 * Refuses with `challenge-over`, `out-of-order` (the operator's people help each other) or `too-many-tries`.
 */
export async function openCase(deps: Deps, ask: { token: string; forCompany: boolean; visit: Visit }) {
  const now = deps.clock.now()
  const challenge = await deps.store.findChallenge(hashToken(ask.token), now)
  const contact = challenge && (await deps.store.findContact(challenge.contactId))
  if (!contact?.active || contact.factorId === null) throw new Problem('challenge-over')
  const company = await deps.store.findCompany(contact.companyId)
  if (!company || company.operator || contact.role === 'support') throw new Problem('out-of-order')
  const known = await findOpen(deps, contact, now)
  if (known) return mailAndAnswer(deps, contact, known, ask.visit, now)

  await takeOne(deps, contact.id, now)
  for (;;) {
    const row = newCase(deps, contact, company.name, ask.forCompany, now)
    const facts = { number: inThrees(row.number), who: contact.name, company: company.name }
    try {
      await deps.store.commit(
        // The password may have been set anew meanwhile: then it opens nothing.
        { ...deps.store.confirmAsSeen(contact), orElse: 'challenge-over' },
        deps.store.addCase(row),
        enterInHistory(deps, row.id, 'opened', 'person', now, { name: contact.name }),
        note(deps, contact, 'case-opened', ask.visit, now, { number: facts.number }),
        tellWithStopLinks(deps, row, await listConcerned(deps, contact), { kind: 'case-opened', ...facts }, ask.visit, now),
      )
      showDesk(deps, row.id, 'open', now)
      return mailAndAnswer(deps, contact, row, ask.visit, now)
    } catch (reason) {
      if (!(reason instanceof Problem) || reason.code !== 'case-open-already') throw reason
      // Opened twice at once; or the number belongs to another case, and the next one will not.
      const other = await deps.store.findOpenCase(contact.id)
      if (!other) continue
      await deps.store.commit(deps.store.giveBackAllowance(allowanceOf(contact.id)))
      return mailAndAnswer(deps, contact, other, ask.visit, now)
    }
  }
}

/** One that is too old and not yet closed is closed first. */
async function findOpen(deps: Deps, contact: Contact, now: number) {
  const known = await deps.store.findOpenCase(contact.id)
  if (known?.state !== 'open' || known.expiresAt > now) return known
  await expireCase(deps, known, now)
  return undefined
}

/** Its code is no part of the opening: of two at once, the one that opens nothing may have taken the allowance. */
async function mailAndAnswer(deps: Deps, contact: Contact, row: RecoveryCase, visit: Visit, now: number) {
  await deps.store.commit(await mailCode(deps, contact, row, visit, now))
  return { number: row.number, expiresAt: row.expiresAt }
}

const allowanceOf = (contactId: string) => `cases:${contactId}`

async function takeOne(deps: Deps, contactId: string, now: number) {
  const key = allowanceOf(contactId)
  if (await deps.store.takeAllowance(key, deps.config.rules.recovery.perContact, now)) return
  throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}

function newCase(deps: Deps, contact: Contact, company: string, forCompany: boolean, now: number): RecoveryCase {
  const number = newNumber(deps)
  return {
    id: newId(deps, 'cas'),
    number,
    contactId: contact.id,
    companyId: contact.companyId,
    state: 'open',
    forCompany,
    form: formOf(deps, contact, { number, company, forCompany }, now),
    openedAt: now,
    expiresAt: now + deps.config.rules.recovery.openForMs,
    submittedAt: null,
    heldById: null,
    heldByName: null,
    heldUntil: null,
    firstApproverId: null,
    firstApproverName: null,
    firstApprovedAt: null,
    firstReason: null,
    secondApproverId: null,
    secondApprovedAt: null,
    coolingEndsAt: null,
    vouchedById: null,
    vouchedByName: null,
    askedFor: '',
    reason: '',
    endedAt: null,
    codeMark: null,
    codeExpiresAt: null,
    codeTriesLeft: 0,
  }
}
