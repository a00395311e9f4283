import type { Deps } from '../deps.ts'
import type { RecoveryCase } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { fingerprintOf } from './case-form.ts'
import { step } from './case-steps.ts'
import { enterInHistory, listTold, showDesk } from './case-told.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'

/** A case with the person it is about; refused with `case-not-entered` when there is none any more. */
export async function findEntered(deps: Deps, caseId: string) {
  const row = await deps.store.findCase(caseId)
  const contact = row && (await deps.store.findContact(row.contactId))
  if (!row || !contact) throw new Problem('case-not-entered')
  return { row, contact }
}

/** When the next step happens or is due, in ms; null at the end. */
export const nextBy = (deps: Deps, row: RecoveryCase): number | null => {
  if (row.state === 'open') return row.expiresAt
  if (row.state === 'cooling') return row.coolingEndsAt
  return row.endedAt === null && row.submittedAt !== null ? row.submittedAt + deps.config.rules.recovery.answerWithinMs : null
}

/** What the person sees: the names of the desk, its reasons for approving and who looks at it stay in the house. */
export async function describeCase(deps: Deps, ask: { caseId: string }) {
  const { row, contact } = await findEntered(deps, ask.caseId)
  const company = await deps.store.findCompany(row.companyId)
  const entries = await deps.store.listCaseEntries(row.id)
  const { documents } = deps.config.rules
  return {
    number: row.number,
    state: row.state,
    openedAt: row.openedAt,
    name: contact.name,
    company: company?.name ?? '',
    forCompany: row.forCompany,
    form: { text: row.form, fingerprint: fingerprintOf(row.form) },
    documents: await deps.store.listDocuments(row.id),
    vouchedBy: row.vouchedByName,
    nextBy: nextBy(deps, row),
    askedFor: row.askedFor,
    reason: row.reason,
    entries: entries
      .filter(({ kind }) => kind !== 'claimed' && kind !== 'released')
      .map(({ id, at, kind, by, byName, text }) => ({
        id,
        at,
        kind,
        by,
        name: by === 'desk' ? '' : byName,
        text: kind === 'approved' || kind === 'approved-again' ? '' : text,
      })),
    limits: { bytes: documents.bytes, documents: documents.perCase, pages: documents.pages },
  }
}

/** Everything is there: the desk may look at it. Refuses with `documents-missing` without a scan. */
export async function submitCase(deps: Deps, ask: { caseId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { row, contact } = await findEntered(deps, ask.caseId)
  const to = step(row, 'submit', 'person', now)
  if ((await deps.store.listDocuments(row.id)).length === 0) throw new Problem('documents-missing')
  const answerBy = now + deps.config.rules.recovery.answerWithinMs
  await deps.store.commit(
    deps.store.submitCase(row, now),
    deps.store.prolongStopLinks(row.id, now + deps.config.rules.recovery.stopLinkMs, now),
    enterInHistory(deps, row.id, 'submitted', 'person', now, { name: contact.name }),
    note(deps, contact, 'case-submitted', ask.visit, now, { number: inThrees(row.number) }),
    tell(deps, contact, { kind: 'case-submitted', number: inThrees(row.number), answerBy }, ask.visit, now),
  )
  showDesk(deps, row.id, to, now)
}

/** The device was found: the person gives the case up, and all who were told are told that, too. */
export async function withdrawCase(deps: Deps, ask: { caseId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { row, contact } = await findEntered(deps, ask.caseId)
  const to = step(row, 'withdraw', 'person', now)
  const number = inThrees(row.number)
  const people = [contact, ...(await listTold(deps, row))]
  await deps.store.commit(
    deps.store.endCase(row, 'withdrawn', now),
    deps.store.removeStopLinks(row.id),
    enterInHistory(deps, row.id, 'withdrawn', 'person', now, { name: contact.name }),
    note(deps, contact, 'case-withdrawn', ask.visit, now, { number }),
    people.map((person) => tell(deps, person, { kind: 'case-withdrawn', number, who: contact.name }, ask.visit, now)),
  )
  showDesk(deps, row.id, to, now)
}
