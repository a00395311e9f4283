import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { mayStep, step } from './case-steps.ts'
import { findCompanyCase } from './case-stop.ts'
import { enterInHistory, listTold, showDesk } from './case-told.ts'
import { requireOwnVerification } from './colleagues.ts'
import { proveFresh } from './fresh-code.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import { nextBy } from './recovery-case.ts'
import type { SignedIn } from './signed-in.ts'

/** The open cases of the company's people, newest first, and whether this admin may vouch for them. */
export async function listCompanyCases(deps: Deps, who: SignedIn) {
  const now = deps.clock.now()
  const mayVouch = who.contact.factorId !== null && (who.contact.careUntil ?? 0) <= now
  const rows = await deps.store.listCasesOfCompany(who.company.id)
  return rows.map(({ row, name }) => ({
    id: row.id,
    number: row.number,
    contact: { id: row.contactId, name },
    state: row.state,
    openedAt: row.openedAt,
    nextBy: nextBy(deps, row),
    vouchedBy: row.vouchedByName,
    mayVouch: mayVouch && row.contactId !== who.contact.id && mayStep(row, 'vouch', 'admin', now),
  }))
}

/** Another admin of the company knows that the device is really lost: once, with verification of their own and a fresh code. */
export async function vouch(deps: Deps, ask: { who: SignedIn; caseId: string; code: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const row = await findCompanyCase(deps, who, ask.caseId)
  const contact = await deps.store.findContact(row.contactId)
  if (!contact) throw new Problem('not-found')
  if (contact.id === who.contact.id) throw new Problem('not-yourself')
  requireOwnVerification(who)
  const to = step(row, 'vouch', 'admin', now)
  const proved = await proveFresh(deps, who, { code: ask.code }, visit, now)
  const [number, by] = [inThrees(row.number), who.contact.name]
  const people = [contact, ...(await listTold(deps, row))]
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.vouchForCase(row, who.contact, deps.config.recovery.vouchedCoolingMs),
    enterInHistory(deps, row.id, 'vouched', 'admin', now, { name: by }),
    note(deps, contact, 'case-vouched', visit, now, { number }, who.contact),
    people.map((person) => tell(deps, person, { kind: 'case-vouched', number, who: contact.name, by }, visit, now)),
  )
  showDesk(deps, row.id, to, now)
}
