import type { Deps } from '../deps.ts'
import type { Contact } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import {
  addEntry,
  type Content,
  digestOf,
  freeNumber,
  type KnownRequest,
  publishRequest,
  stateAt,
  takeOneOf,
  tellSigner,
  tidyContent,
} from './request-record.ts'
import type { SignedIn } from './signed-in.ts'
import { newId } from './tokens.ts'

/**
 * Writes a change down in a caller's words; it waits for their signature for `rules.requests.draftLifeMs`. Whether this
 * contact may be drafted for in that call is for the caller of this to know. Refuses with `too-many-tries` (`rules.calls.drafts`).
 */
export async function draftRequest(deps: Deps, ask: Content & { staff: SignedIn; contact: Contact; callId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { staff, contact, callId, visit } = ask
  await takeOneOf(deps, `drafts:${staff.contact.id}`, deps.config.rules.calls.drafts, now)
  const content = tidyContent(ask)
  const id = newId(deps, 'req')
  const number = await freeNumber(deps)
  const expiresAt = now + deps.config.rules.requests.draftLifeMs
  const row = {
    id,
    number,
    companyId: contact.companyId,
    contactId: contact.id,
    ...content,
    state: 'to-sign' as const,
    source: 'call' as const,
    assurance: null,
    statement: null,
    signature: null,
    keyId: null,
    signedAt: null,
    draftedById: staff.contact.id,
    callId,
    expiresAt,
    assignedToId: null,
    createdAt: now,
    changedAt: now,
  }
  await deps.store.commit(
    deps.store.addRequest(row),
    addEntry(deps, id, 'drafted', staff.contact, now),
    note(deps, contact, 'request-drafted', visit, now, { request: id, number: inThrees(number) }, staff.contact),
    tellSigner(
      deps,
      contact,
      { kind: 'request-to-sign', number: inThrees(number), subject: content.subject, by: staff.contact.name, expiresAt },
      visit,
      now,
    ),
  )
  publishRequest(deps, row, 'to-sign', now)
  return { requestId: id, expiresAt, digest: digestOf(row) }
}

/** Other words, by who wrote the first ones (`not-held` for others); whoever has those on the screen cannot sign them any more. The time to sign begins anew. */
export async function redraft(deps: Deps, ask: Content & { who: SignedIn; requestId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const { request, signer } = await findDraft(deps, ask.requestId, now)
  if (request.draftedById !== who.contact.id) throw new Problem('not-held')
  await takeOneOf(deps, `drafts:${who.contact.id}`, deps.config.rules.calls.drafts, now)
  const content = tidyContent(ask)
  const expiresAt = now + deps.config.rules.requests.draftLifeMs
  await deps.store.commit(
    deps.store.changeDraft(request.id, content, expiresAt, now),
    addEntry(deps, request.id, 'redrafted', who.contact, now),
    note(deps, signer, 'request-redrafted', visit, now, { request: request.id, number: inThrees(request.number) }, who.contact),
  )
  publishRequest(deps, request, 'to-sign', now)
  return { expiresAt, digest: digestOf({ ...request, ...content }) }
}

/** Takes back what was written down and nobody has signed; anybody of the desk may. */
export async function cancelDraft(deps: Deps, ask: { who: SignedIn; requestId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const { request, signer } = await findDraft(deps, ask.requestId, now)
  const number = inThrees(request.number)
  await deps.store.commit(
    deps.store.moveRequest(request.id, ['to-sign'], 'withdrawn', now, 'draft-over'),
    addEntry(deps, request.id, 'withdrawn', who.contact, now),
    note(deps, signer, 'request-withdrawn', visit, now, { request: request.id, number }, who.contact),
    tellSigner(deps, signer, { kind: 'request-changed', number, subject: request.subject, state: 'withdrawn', reason: '' }, visit, now),
  )
  publishRequest(deps, request, 'withdrawn', now)
}

async function findDraft(deps: Deps, requestId: string, now: number): Promise<KnownRequest> {
  const found = await deps.store.findRequest(requestId)
  if (!found) throw new Problem('not-found')
  if (stateAt(found.request, now) !== 'to-sign') throw new Problem('draft-over')
  return found
}

/** Writes down which drafts nobody has signed in time: lists of what is over are read after that, and they are refused anyway. */
export async function lapseDrafts(deps: Deps) {
  const now = deps.clock.now()
  for (const { id, companyId, contactId } of await deps.store.listLapsedDrafts(now)) {
    const isDone = await deps.store
      .commit(deps.store.lapseDraft(id, now), addEntry(deps, id, 'lapsed', { id: '', name: '' }, now))
      .then(() => true)
      .catch((reason: unknown) => {
        // Somebody else has written it, which is as good.
        if (!(reason instanceof Problem)) throw reason
        return false
      })
    if (isDone) publishRequest(deps, { id, companyId, contactId }, 'lapsed', now)
  }
}
