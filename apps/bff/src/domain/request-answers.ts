import type { Deps } from '../deps.ts'
import { note, type Visit } from './activity.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import { addEntry, digestOf, isOpen, publishRequest, stateAt, takeOneOf, tellSigner, tidyWords } from './request-record.ts'
import { assuranceOf, signed, signerOf, tellOfSigned } from './request-signing.ts'
import { findVisible } from './requests.ts'
import type { SignedIn } from './signed-in.ts'

/** A draft of the desk that this person is asked to sign; `not-found` for others, `draft-over` when it is not to be signed any more. */
async function findToSign(deps: Deps, who: SignedIn, requestId: string, now: number) {
  const { request } = await findVisible(deps, who, requestId)
  if (request.contactId !== who.contact.id) throw new Problem('not-found')
  if (stateAt(request, now) !== 'to-sign') throw new Problem('draft-over')
  return request
}

/** Signs what the desk has written down; refused with `changed-meanwhile` when it is not what `digest` says was on the screen. */
export async function signRequest(deps: Deps, ask: { who: SignedIn; requestId: string; digest: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const request = await findToSign(deps, who, ask.requestId, now)
  if (digestOf(request) !== ask.digest) throw new Problem('changed-meanwhile')
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  const assurance = assuranceOf(who)
  const signer = signerOf(who)
  await deps.store.commit(
    proved,
    deps.store.signDraft(request.id, request, signed(deps, signer, request, assurance, now), now),
    tellOfSigned(deps, signer, request, { assurance, visit, now }),
  )
  publishRequest(deps, request, 'sent', now)
}

/** Does not sign what the desk has written down. */
export async function declineRequest(deps: Deps, ask: { who: SignedIn; requestId: string; visit: Visit }) {
  const now = deps.clock.now()
  const request = await findToSign(deps, ask.who, ask.requestId, now)
  const { contact, session } = ask.who
  const number = inThrees(request.number)
  await deps.store.commit(
    deps.store.moveRequest(request.id, ['to-sign'], 'withdrawn', now, 'draft-over'),
    addEntry(deps, request.id, 'declined', contact, now, { assurance: session.assurance }),
    note(deps, contact, 'request-declined', ask.visit, now, { request: request.id, number }),
    tellSigner(
      deps,
      { ...contact, kind: 'person' },
      { kind: 'request-changed', number, subject: request.subject, state: 'withdrawn', reason: '' },
      ask.visit,
      now,
    ),
  )
  publishRequest(deps, request, 'withdrawn', now)
}

/** Takes a signed request back that is not over; refused with `request-closed` when the desk was first. */
export async function withdrawRequest(deps: Deps, ask: { who: SignedIn; requestId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { request, signer } = await findVisible(deps, ask.who, ask.requestId)
  const { contact, session } = ask.who
  const number = inThrees(request.number)
  await deps.store.commit(
    deps.store.moveRequest(request.id, ['sent', 'in-progress'], 'withdrawn', now, 'request-closed'),
    addEntry(deps, request.id, 'withdrawn', contact, now, { assurance: session.assurance }),
    note(deps, signer, 'request-withdrawn', ask.visit, now, { request: request.id, number }, contact),
    tellSigner(deps, signer, { kind: 'request-changed', number, subject: request.subject, state: 'withdrawn', reason: '' }, ask.visit, now),
  )
  publishRequest(deps, request, 'withdrawn', now)
}

/** Writes to the desk about an open request; it changes nothing of what was signed. */
export async function writeToDesk(deps: Deps, ask: { who: SignedIn; requestId: string; text: string }) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  const { request } = await findVisible(deps, ask.who, ask.requestId)
  const state = stateAt(request, now)
  if (!isOpen(state)) throw new Problem('request-closed')
  await takeOneOf(deps, `request-messages:${contact.id}`, deps.config.rules.requests.messages, now)
  await deps.store.commit(
    deps.store.touchRequest(request.id, now),
    addEntry(deps, request.id, 'message', contact, now, { text: tidyWords(ask.text), assurance: session.assurance }),
  )
  publishRequest(deps, request, state, now)
}
