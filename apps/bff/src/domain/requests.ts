import type { Deps } from '../deps.ts'
import type { Request } from '../store/store.ts'
import type { Visit } from './activity.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { Problem } from './problem.ts'
import { receiptOf } from './receipt.ts'
import { type Content, describeRecord, isOpen, type KnownRequest, signatureOf, stateAt, takeOneOf } from './request-record.ts'
import { assuranceOf, keepSigned, signerOf } from './request-signing.ts'
import type { SignedIn } from './signed-in.ts'

/** Sends an authorised request, with a fresh code, or the password where verification is off. Refuses with `too-many-tries` beyond so many a day. */
export async function sendRequest(deps: Deps, ask: Content & { who: SignedIn; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  await takeOneOf(deps, `requests:${who.contact.id}`, deps.config.rules.requests.perDay, now, proved)
  return await keepSigned(deps, {
    signer: signerOf(who),
    content: ask,
    source: 'web',
    assurance: assuranceOf(who),
    proved,
    visit,
    now,
  })
}

/** A request that this person may see: the own ones, and as an admin all of the company. Refuses with `not-found`. */
export async function findVisible(deps: Deps, { contact, company }: SignedIn, requestId: string): Promise<KnownRequest> {
  const found = await deps.store.findRequest(requestId)
  const isVisible = found?.request.companyId === company.id && (found.request.contactId === contact.id || contact.role === 'admin')
  if (!found || !isVisible) throw new Problem('not-found')
  return found
}

const summaryOf = (request: Request, by: string, { contact }: SignedIn, now: number) => {
  const { id, number, subject, service, assurance, createdAt: at, changedAt } = request
  return {
    id,
    number,
    subject,
    service,
    state: stateAt(request, now),
    assurance,
    by,
    mine: request.contactId === contact.id,
    at,
    changedAt,
  }
}

/** The requests that this person may see, newest first. */
export async function listRequests(deps: Deps, ask: { who: SignedIn; state?: 'open' | 'closed' | undefined; page: number }) {
  const now = deps.clock.now()
  const { contact, company } = ask.who
  const limit = deps.config.rules.requests.perPage
  const filter = { companyId: company.id, contactId: contact.role === 'admin' ? undefined : contact.id, state: ask.state }
  const rows = await deps.store.listRequests(filter, now, { limit, offset: (ask.page - 1) * limit })
  const found = await deps.store.countRequests(filter, now)
  return {
    requests: rows.map(({ request, by }) => summaryOf(request, by, ask.who, now)),
    found,
    pages: Math.max(1, Math.ceil(found / limit)),
  }
}

export async function describeRequest(deps: Deps, ask: { who: SignedIn; requestId: string }) {
  const now = deps.clock.now()
  const found = await findVisible(deps, ask.who, ask.requestId)
  const summary = summaryOf(found.request, found.signer.name, ask.who, now)
  return {
    ...summary,
    ...(await describeRecord(deps, found, now)),
    maySign: summary.mine && summary.state === 'to-sign',
    mayWithdraw: summary.state === 'sent' || summary.state === 'in-progress',
    mayWrite: isOpen(summary.state),
  }
}

/** The receipt of a signed request. Refuses with `not-found` when nobody has signed, with `signature-void` when it would not check. */
export async function describeReceipt(deps: Deps, ask: { who: SignedIn; requestId: string }) {
  const { request } = await findVisible(deps, ask.who, ask.requestId)
  const { statement, signature, keyId, number } = request
  const holds = signatureOf(deps, request)
  if (holds === null) throw new Problem('not-found')
  if (holds === 'void' || statement === null || signature === null || keyId === null) throw new Problem('signature-void')
  return { number, receipt: receiptOf({ statement, signature, keyId }) }
}
