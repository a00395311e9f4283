import type { CheckItem } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { checklistOf, findForDesk } from './case-queue.ts'
import { step } from './case-steps.ts'
import { enterInHistory, listConcerned, showDesk, tellWithStopLinks } from './case-told.ts'
import { proveFresh } from './fresh-code.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

type Ask = { who: SignedIn; caseId: string; visit: Visit }

/** Holds a case: one at a time looks at it, and nobody else as long as the holder acts now and then. */
export async function claimCase(deps: Deps, ask: Ask) {
  const now = deps.clock.now()
  const { contact: staff } = ask.who
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const to = step(row, 'claim', { desk: staff.id }, now)
  await deps.store.commit(
    deps.store.claimCase(row, staff, now + deps.config.rules.recovery.heldForMs, now),
    enterInHistory(deps, row.id, 'claimed', 'desk', now, { name: staff.name }),
    note(deps, contact, 'case-claimed', ask.visit, now, { number: inThrees(row.number) }, staff),
  )
  showDesk(deps, row.id, to, now)
}

/** Lets a case go. */
export async function releaseCase(deps: Deps, ask: Ask) {
  const now = deps.clock.now()
  const { contact: staff } = ask.who
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const to = step(row, 'release', { desk: staff.id }, now)
  await deps.store.commit(
    deps.store.releaseCase(row, staff.id),
    enterInHistory(deps, row.id, 'released', 'desk', now, { name: staff.name }),
    note(deps, contact, 'case-released', ask.visit, now, { number: inThrees(row.number) }, staff),
  )
  showDesk(deps, row.id, to, now)
}

/** Sends a case back with what is missing; an approval that was given is gone, and the person has time anew. */
export async function askAgain(deps: Deps, ask: Ask & { message: string }) {
  const now = deps.clock.now()
  const { contact: staff } = ask.who
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const to = step(row, 'ask-again', { desk: staff.id }, now)
  const { openForMs, stopLinkMs } = deps.config.rules.recovery
  const [expiresAt, number, message] = [now + openForMs, inThrees(row.number), ask.message.trim()]
  await deps.store.commit(
    deps.store.reopenCase(row, staff.id, message, expiresAt),
    deps.store.prolongStopLinks(row.id, now + stopLinkMs, now),
    enterInHistory(deps, row.id, 'asked-again', 'desk', now, { name: staff.name, text: message }),
    note(deps, contact, 'case-asked-again', ask.visit, now, { number }, staff),
    tell(deps, contact, { kind: 'case-asked-again', number, message, expiresAt }, ask.visit, now),
  )
  showDesk(deps, row.id, to, now)
}

/**
 * Approves, with the whole checklist, a reason and a fresh code. The first approval lets the case go, for another person of the desk;
 * the second begins the cooling-off, of which everybody concerned is told.
 */
export async function approveCase(deps: Deps, ask: Ask & { checked: readonly CheckItem[]; reason: string; code: string }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const staff = who.contact
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const to = step(row, 'approve', { desk: staff.id }, now)
  if (!checklistOf(row).every((item) => ask.checked.includes(item))) throw new Problem('checklist-incomplete')
  const [number, reason, isFirst] = [inThrees(row.number), ask.reason.trim(), row.state === 'review']
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  const { coolingMs, vouchedCoolingMs } = deps.config.recovery
  const until = now + (row.vouchedById === null ? coolingMs : vouchedCoolingMs)
  const company = await deps.store.findCompany(row.companyId)
  const letter = { kind: 'case-approved', number, who: contact.name, company: company?.name ?? '', until } as const
  await deps.store.commit(
    proved,
    isFirst ? deps.store.approveCaseFirst(row, staff, reason, now) : deps.store.approveCaseSecond(row, staff.id, until, now),
    enterInHistory(deps, row.id, isFirst ? 'approved' : 'approved-again', 'desk', now, { name: staff.name, text: reason }),
    note(deps, contact, 'case-approved', visit, now, { number, approval: isFirst ? 1 : 2 }, staff),
    isFirst ? [] : tellWithStopLinks(deps, row, await listConcerned(deps, contact), letter, visit, now),
  )
  showDesk(deps, row.id, to, now)
  return { state: to }
}

/** Refuses, with a reason that the person is told and a fresh code; during the cooling-off anybody of the desk may. */
export async function refuseCase(deps: Deps, ask: Ask & { reason: string; code: string }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const staff = who.contact
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const to = step(row, 'refuse', { desk: staff.id }, now)
  const [number, reason] = [inThrees(row.number), ask.reason.trim()]
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  await deps.store.commit(
    proved,
    row.state === 'cooling' ? deps.store.endCase(row, 'refused', now, reason) : deps.store.refuseHeldCase(row, staff.id, reason, now),
    deps.store.removeStopLinks(row.id),
    enterInHistory(deps, row.id, 'refused', 'desk', now, { name: staff.name, text: reason }),
    note(deps, contact, 'case-refused', visit, now, { number }, staff),
    contact.active ? tell(deps, contact, { kind: 'case-refused', number, reason }, visit, now) : [],
  )
  showDesk(deps, row.id, to, now)
}
