import { checkItems } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Contact, RecoveryCase } from '../store/store.ts'
import { fingerprintOf } from './case-form.ts'
import { mayStep } from './case-steps.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

/** A case with the person it is about; refused with `not-found`. */
export async function findForDesk(deps: Deps, caseId: string): Promise<{ row: RecoveryCase; contact: Contact }> {
  const row = await deps.store.findCase(caseId)
  const contact = row && (await deps.store.findContact(row.contactId))
  if (!row || !contact) throw new Problem('not-found')
  return { row, contact }
}

/** The extract of the register is asked of companies only. */
export const checklistOf = ({ forCompany }: RecoveryCase) => checkItems.filter((item) => forCompany || item !== 'register-extract')

/** A page of the queue, and how many cases wait for the desk. */
export async function listDeskCases(
  deps: Deps,
  ask: { who: SignedIn; state: 'waiting' | 'mine' | 'open' | 'cooling' | 'closed'; page: number },
) {
  const { perPage } = deps.config.rules.recovery
  const { id } = ask.who.contact
  const rows = await deps.store.listCases(ask.state, id, { limit: perPage, offset: (ask.page - 1) * perPage })
  const documents = await deps.store.countDocuments(rows.map((row) => row.id))
  const companies = new Map<string, string>()
  for (const { companyId } of rows)
    if (!companies.has(companyId)) companies.set(companyId, (await deps.store.findCompany(companyId))?.name ?? '')
  const found = await deps.store.countCases(ask.state, id)
  return {
    cases: rows.map((row) => ({
      id: row.id,
      number: row.number,
      company: companies.get(row.companyId) ?? '',
      state: row.state,
      openedAt: row.openedAt,
      submittedAt: row.submittedAt,
      heldBy: row.heldByName,
      documents: documents.get(row.id) ?? 0,
      vouched: row.vouchedById !== null,
    })),
    found,
    pages: Math.max(1, Math.ceil(found / perPage)),
    waiting: ask.state === 'waiting' ? found : await deps.store.countCases('waiting', id),
  }
}

/** One case. Who it is about, the form and the documents only for who holds it; names of files may say who it is, too. */
export async function describeDeskCase(deps: Deps, ask: { who: SignedIn; caseId: string }) {
  const now = deps.clock.now()
  const me = ask.who.contact.id
  const { row, contact } = await findForDesk(deps, ask.caseId)
  const company = await deps.store.findCompany(row.companyId)
  const entries = await deps.store.listCaseEntries(row.id)
  const heldByMe = row.heldById === me
  const shows = (kind: string) => heldByMe || (kind !== 'document-added' && kind !== 'document-removed')
  const actions = ['claim', 'release', 'ask-again', 'approve', 'refuse'] as const
  return {
    id: row.id,
    number: row.number,
    company: company?.name ?? '',
    state: row.state,
    forCompany: row.forCompany,
    openedAt: row.openedAt,
    submittedAt: row.submittedAt,
    heldBy: row.heldByName,
    heldByMe,
    held: heldByMe
      ? {
          name: contact.name,
          email: contact.login,
          phone: contact.phone,
          form: { text: row.form, fingerprint: fingerprintOf(row.form) },
          documents: await deps.store.listDocuments(row.id),
        }
      : null,
    checklist: checklistOf(row),
    vouchedBy: row.vouchedByName,
    firstApproval:
      row.firstApproverId === null
        ? null
        : {
            by: row.firstApproverName ?? '',
            mine: row.firstApproverId === me,
            at: row.firstApprovedAt ?? 0,
            reason: row.firstReason ?? '',
          },
    coolingEndsAt: row.coolingEndsAt,
    entries: entries.map(({ id, at, kind, by, byName, text }) => ({
      id,
      at,
      kind,
      by,
      name: by === 'person' && !heldByMe ? '' : byName,
      text: shows(kind) ? text : '',
    })),
    may: actions.filter((action) => mayStep(row, action, { desk: me }, now)),
  }
}
