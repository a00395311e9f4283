import type { Deps } from '../deps.ts'
import type { QueueFilter, Request } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { masked } from './calls.ts'
import { proveFresh } from './fresh-code.ts'
import { inThrees } from './number.ts'
import { Problem } from './problem.ts'
import { lapseDrafts } from './request-drafts.ts'
import {
  addEntry,
  describeRecord,
  digestOf,
  isOpen,
  type KnownRequest,
  publishRequest,
  signatureOf,
  stateAt,
  takeOneOf,
  tellSigner,
  tidyWords,
} from './request-record.ts'
import type { SignedIn } from './signed-in.ts'

type Shown = Pick<
  Request,
  'id' | 'number' | 'subject' | 'service' | 'state' | 'assurance' | 'source' | 'createdAt' | 'changedAt' | 'expiresAt'
> & { company: string; by: string; assignedTo: string | null }

/** A line of the queue. As after a look-up, a name is masked as long as nobody has signed with it. */
const shown = (row: Shown, now: number) => {
  const { id, number, company, subject, service, assurance, source, assignedTo, createdAt: at, changedAt } = row
  const by = assurance === null && source === 'call' ? masked(row.by) : row.by
  return { id, number, company, by, subject, service, state: stateAt(row, now), assurance, source, assignedTo, at, changedAt }
}

/** The requests of all customers, a page of them: what is open by age, the oldest first; what is closed by its end, the newest first. */
export async function listQueue(
  deps: Deps,
  ask: { who: SignedIn; search?: string | undefined; page: number } & Pick<QueueFilter, 'state' | 'assurance'> & {
      assigned: 'me' | 'nobody' | 'anybody'
    },
) {
  const now = deps.clock.now()
  if (ask.state === 'closed') await lapseDrafts(deps)
  const limit = deps.config.rules.requests.perPage
  const me = ask.who.contact.id
  const search = ask.search?.trim()
  const filter = {
    state: ask.state,
    assurance: ask.assurance,
    assigned: ask.assigned === 'me' ? { to: me } : ask.assigned,
    ...(search ? { search: { number: search.replaceAll(/[\s-]/g, '') || search, words: search.normalize('NFC') } } : {}),
  }
  const rows = await deps.store.listQueue(filter, now, { limit, offset: (ask.page - 1) * limit })
  const counts = await deps.store.countOpenQueue(me, now)
  const isWhole = filter.state === 'open' && filter.assigned === 'anybody' && !filter.assurance && !search
  const found = isWhole ? counts.open : await deps.store.countQueue(filter, now)
  return { requests: rows.map((row) => shown(row, now)), found, pages: Math.max(1, Math.ceil(found / limit)), ...counts }
}

async function findOne(deps: Deps, requestId: string): Promise<KnownRequest> {
  const found = await deps.store.findRequest(requestId)
  if (!found) throw new Problem('not-found')
  return found
}

export async function describeDeskRequest(deps: Deps, ask: { who: SignedIn; requestId: string }) {
  const now = deps.clock.now()
  const found = await findOne(deps, ask.requestId)
  const { request, signer, company, assignedTo } = found
  return {
    ...shown({ ...request, company, by: signer.name, assignedTo }, now),
    ...(await describeRecord(deps, found, now)),
    assignedToId: request.assignedToId,
    mayRedraft: stateAt(request, now) === 'to-sign' && request.draftedById === ask.who.contact.id,
    careUntil: signer.careUntil !== null && signer.careUntil > now ? signer.careUntil : null,
  }
}

/** The people of the desk who can sign in. */
export const listStaff = (deps: Deps) => deps.store.listStaff()

/** Gives an open request to somebody of the desk, or to nobody. Who is not of the desk is refused as `invalid-input`. */
export async function assignRequest(deps: Deps, ask: { who: SignedIn; requestId: string; to: string | null; visit: Visit }) {
  const now = deps.clock.now()
  const { request, signer } = await findOne(deps, ask.requestId)
  const state = stateAt(request, now)
  if (!isOpen(state)) throw new Problem('request-closed')
  const colleague = ask.to === null ? undefined : (await listStaff(deps)).find(({ id }) => id === ask.to)
  if (ask.to !== null && !colleague) throw new Problem('invalid-input', { fields: { to: 'not-a-choice' } })
  if (ask.to === request.assignedToId) return
  const by = ask.who.contact
  await deps.store.commit(
    deps.store.assignRequest(request.id, ask.to, now),
    addEntry(deps, request.id, colleague ? 'assigned' : 'unassigned', by, now, { text: colleague?.name ?? '' }),
    note(deps, signer, 'request-assigned', ask.visit, now, { request: request.id, number: inThrees(request.number) }, by),
  )
  publishRequest(deps, request, state, now)
}

/** Writes to the customer about an open request; the mail says only that there are words. */
export async function writeToCustomer(deps: Deps, ask: { who: SignedIn; requestId: string; text: string; visit: Visit }) {
  const now = deps.clock.now()
  const { request, signer } = await findOne(deps, ask.requestId)
  const state = stateAt(request, now)
  if (!isOpen(state)) throw new Problem('request-closed')
  const by = ask.who.contact
  await takeOneOf(deps, `request-answers:${request.id}`, deps.config.rules.requests.messages, now)
  const number = inThrees(request.number)
  await deps.store.commit(
    deps.store.touchRequest(request.id, now),
    addEntry(deps, request.id, 'message', by, now, { text: tidyWords(ask.text) }),
    note(deps, signer, 'request-answered', ask.visit, now, { request: request.id, number }, by),
    tellSigner(deps, signer, { kind: 'request-message', number, subject: request.subject, by: by.name }, ask.visit, now),
  )
  publishRequest(deps, request, state, now)
}

/** From which states the desk gets a request to which. */
const before = { 'in-progress': ['sent'], done: ['sent', 'in-progress'], refused: ['sent', 'in-progress'] } as const

/**
 * Works on a request, finishes it, or refuses it with a reason; the last two with a fresh code. The desk acts on exactly what was
 * signed: `signature-void` when that is not what is kept (it can still be refused), `changed-meanwhile` when it is not what
 * `digest` says was on the screen, `request-closed` when somebody else was first.
 */
export async function changeState(
  deps: Deps,
  ask: {
    who: SignedIn
    requestId: string
    state: keyof typeof before
    reason: string
    digest: string
    code?: string | undefined
    visit: Visit
  },
) {
  const now = deps.clock.now()
  const { who, state, visit } = ask
  const reason = state === 'refused' ? tidyWords(ask.reason).trim() : ''
  if (state === 'refused' && reason === '') throw new Problem('invalid-input', { fields: { reason: 'required' } })
  const { request, signer } = await findOne(deps, ask.requestId)
  const from: readonly string[] = before[state]
  if (!from.includes(stateAt(request, now))) throw new Problem('request-closed')
  if (state !== 'refused' && signatureOf(deps, request) !== 'valid') throw new Problem('signature-void')
  if (digestOf(request) !== ask.digest) throw new Problem('changed-meanwhile')
  const proved = state === 'in-progress' ? [] : await proveFresh(deps, who, { code: ask.code }, visit, now)
  const number = inThrees(request.number)
  const assignTo = state === 'in-progress' ? who.contact.id : null
  await deps.store.commit(
    proved,
    deps.store.moveRequest(request.id, before[state], state, now, 'request-closed', assignTo),
    addEntry(deps, request.id, state, who.contact, now, { text: reason }),
    note(deps, signer, `request-${state}`, visit, now, { request: request.id, number }, who.contact),
    tellSigner(deps, signer, { kind: 'request-changed', number, subject: request.subject, state, reason }, visit, now),
  )
  publishRequest(deps, request, state, now)
}
