import type { Deps } from '../deps.ts'
import type { Contact, RecoveryCase, Write } from '../store/store.ts'
import { note, nowhere, tell } from './activity.ts'
import { step } from './case-steps.ts'
import { enterInHistory, listTold, showDesk } from './case-told.ts'
import { endEveryWayIn, tellEach } from './colleagues.ts'
import { mailedLink } from './links.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'

/** So many at once that nobody waits for it; the rest a look later. */
const atOnce = 50

/** What only time does: cases whose cooling-off is over are completed, those that nobody submitted close. Each once, however many servers look. */
export async function endDueCases(deps: Deps) {
  await endCooling(deps)
  await expireCases(deps)
}

export async function endCooling(deps: Deps) {
  const now = deps.clock.now()
  for (const row of await deps.store.listCooledCases(now, atOnce)) await orElsewhere(deps, row, completeCase(deps, row, now))
}

export async function expireCases(deps: Deps) {
  const now = deps.clock.now()
  for (const row of await deps.store.listLateCases(now, atOnce)) await orElsewhere(deps, row, expireCase(deps, row, now))
}

/** Another server was first, or somebody stopped it in this moment; whatever else goes wrong with one case keeps none of the others. */
async function orElsewhere(deps: Deps, row: RecoveryCase, work: Promise<void>) {
  await work.catch((reason: unknown) => {
    if (!(reason instanceof Problem)) deps.log.error({ err: reason, caseId: row.id }, 'a case was not brought to its end')
  })
}

/**
 * The case has gone its way: verification off, the password worth nothing, and everything ends that could let somebody in but
 * one link to set a new password, by mail.
 */
async function completeCase(deps: Deps, row: RecoveryCase, now: number) {
  const to = step(row, 'complete', 'time', now)
  const contact = await deps.store.findContact(row.contactId)
  if (!contact?.active) throw new Problem('out-of-order')
  const number = inThrees(row.number)
  const careUntil = now + deps.config.recovery.careMs
  const told = await listTold(deps, row)
  const { resetLinks } = deps.config.rules.password
  const link = mailedLink(deps, contact, 'password-reset', deps.config.rules.recovery.passwordLinkMs, resetLinks, now)
  const { expiresAt } = link
  await deps.store.commit(
    deps.store.completeCase(row, now),
    turnVerificationOff(deps, contact, now),
    deps.store.burnPassword(contact.id),
    endEveryWayIn(deps, contact.id, now),
    deps.store.answerHalfSignIns(contact.id, now),
    deps.store.takeCareOf(contact.id, careUntil),
    deps.store.removeStopLinks(row.id),
    // After all links of before are gone.
    link.writes,
    enterInHistory(deps, row.id, 'completed', 'time', now),
    note(deps, contact, 'case-completed', nowhere, now, { number }),
    tell(deps, contact, { kind: 'case-completed', number, expiresAt, careUntil }, nowhere, now, { secret: link.token, expiresAt }),
    tellEach(deps, told, { kind: 'case-over', number, who: contact.name, careUntil }, nowhere, now),
  )
  showDesk(deps, row.id, to, now)
}

const turnVerificationOff = (deps: Deps, contact: Contact, now: number): Write[] => [
  ...(contact.factorId === null
    ? []
    : [deps.store.pointToNoFactor(contact.id, contact.factorId), deps.store.retireFactor(contact.factorId, now)]),
  deps.store.removeRecoveryCodes(contact.id),
]

/** Nobody submitted it in time. */
export async function expireCase(deps: Deps, row: RecoveryCase, now: number) {
  const to = step(row, 'expire', 'time', now)
  const contact = await deps.store.findContact(row.contactId)
  const number = inThrees(row.number)
  await deps.store.commit(
    deps.store.expireCase(row, now),
    deps.store.removeStopLinks(row.id),
    enterInHistory(deps, row.id, 'expired', 'time', now),
    contact ? note(deps, contact, 'case-expired', nowhere, now, { number }) : [],
    contact?.active ? tell(deps, contact, { kind: 'case-expired', number }, nowhere, now) : [],
  )
  showDesk(deps, row.id, to, now)
}
