import type { Deps } from '../deps.ts'
import type { Call, Caller, Request } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { phoneNumberOf, readable } from './phone.ts'
import { Problem } from './problem.ts'
import { draftRequest } from './request-drafts.ts'
import { type Content, digestOf, stateAt, takeOneOf } from './request-record.ts'
import type { SignedIn } from './signed-in.ts'
import { newId } from './tokens.ts'

/** Enough to hear whether a caller says the right name, too little to be told it: `M•••••••••t S•••r`. */
export const masked = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [first = '', ...rest] = [...word]
      const last = rest.length > 1 ? rest.at(-1) : ''
      return first + '•'.repeat(Math.max(1, rest.length - (last ? 1 : 0))) + last
    })
    .join(' ')

/**
 * Who has this number, in any spelling of it, and whether it may give orders. Charged before anything is looked at (`too-many-tries`),
 * and kept with its reason; whoever is found sees that they were looked up, and when nobody is, it stands with the one who looked.
 */
export async function lookUpCaller(deps: Deps, ask: { who: SignedIn; phone: string; reason: string; visit: Visit }) {
  const now = deps.clock.now()
  const { contact: staff } = ask.who
  const { lookUps, found: most } = deps.config.rules.calls
  const phone = phoneNumberOf(ask.phone.trim(), deps.config.country)
  if (phone === undefined) throw new Problem('invalid-input', { fields: { phone: 'not-a-phone-number' } })
  await takeOneOf(deps, `look-ups:${staff.id}`, lookUps, now)
  const callers = await deps.store.listCallers(phone, most)
  const call = { id: newId(deps, 'cal'), staffId: staff.id, phone, reason: ask.reason.trim(), at: now, found: callers.map(({ id }) => id) }
  const seen = callers.length > 0 ? callers : [staff]
  await deps.store.commit(
    deps.store.addCall(call),
    seen.map((person) => note(deps, person, 'caller-looked-up', ask.visit, now, {}, staff)),
  )
  return shown(call, callers, [], now)
}

/** The newest look-ups of this member of the desk, with what holds of those people now. Whoever has left or was deactivated is not there. */
export async function listCalls(deps: Deps, ask: { who: SignedIn }) {
  const now = deps.clock.now()
  const calls = await deps.store.listCalls(ask.who.contact.id, deps.config.rules.calls.listed)
  const requests = await deps.store.listRequestsOfCall(calls.map(({ id }) => id))
  const find = async (contactId: string) => (await deps.store.findCaller(contactId)) ?? []
  return {
    calls: await Promise.all(calls.map(async (call) => shown(call, (await Promise.all(call.found.map(find))).flat(), requests, now))),
  }
}

/** `requests`: those of these calls, of each call the newest first. */
function shown(call: Call, callers: readonly Caller[], requests: readonly Request[], now: number) {
  const contacts = callers.map((caller) => {
    const isCaredFor = (caller.careUntil ?? 0) > now
    return {
      contactId: caller.id,
      maskedName: masked(caller.name),
      company: caller.company,
      role: caller.role,
      main: caller.main,
      verification: caller.factorId === null ? ('off' as const) : ('on' as const),
      accepted: caller.factorId === null && !isCaredFor && caller.phone === call.phone,
      careUntil: isCaredFor ? caller.careUntil : null,
      request: draftOf(
        requests.find(({ callId, contactId }) => callId === call.id && contactId === caller.id),
        now,
      ),
    }
  })
  return { id: call.id, at: call.at, phone: readable(call.phone), reason: call.reason, contacts }
}

function draftOf(request: Request | undefined, now: number) {
  if (!request) return null
  const state = stateAt(request, now)
  return { id: request.id, state, expiresAt: state === 'to-sign' ? request.expiresAt : null, digest: digestOf(request) }
}

/**
 * Writes a change down in the words of somebody who was found in this call, for them to sign. Another's call, and a contact who was not
 * found in it, are `not-found`; an hour after the look-up it is over (`draft-over`): look the number up again.
 */
export async function draftForCaller(deps: Deps, ask: Content & { who: SignedIn; callId: string; contactId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, callId, contactId, visit, ...content } = ask
  const call = await deps.store.findCall(callId, who.contact.id)
  const isFound = call?.found.includes(contactId) && (await deps.store.findCaller(contactId))
  const contact = isFound ? await deps.store.findContact(contactId) : undefined
  if (!call || !contact) throw new Problem('not-found')
  if (call.at + deps.config.rules.calls.draftWithinMs <= now) throw new Problem('draft-over')
  return draftRequest(deps, { ...content, staff: who, contact, callId, visit })
}
