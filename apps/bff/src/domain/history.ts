import { type EventKind, type EventTopic, eventKinds, eventTopics } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

const perPage = 25

/** Where a page ends: opaque to whoever gets it, and only a place in their own list, whatever it says. */
const cursorOf = ({ at, id }: { at: number; id: string }) => Buffer.from(`${at}.${id}`).toString('base64url')

function placeOf(cursor: string): { at: number; id: string } {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined) throw new Problem('invalid-input', { fields: { after: 'not-a-choice' } })
  return { at: Number(at), id }
}

/** What happened to this person's account, newest first: `from` on and before `to` (ms), of one topic or of all, 25 at a time. */
export async function listActivity(
  deps: Deps,
  ask: { who: SignedIn; topic?: EventTopic | undefined; from?: number | undefined; to?: number | undefined; after?: string | undefined },
) {
  const { contact } = ask.who
  const kinds: readonly EventKind[] = ask.topic ? eventTopics[ask.topic] : eventKinds
  // No id is smaller than the empty one: before `to` itself, or before the last event of the page before.
  const end = { at: ask.to ?? Number.MAX_SAFE_INTEGER, id: '' }
  const place = ask.after === undefined ? end : placeOf(ask.after)
  const before = place.at < end.at ? place : end
  const rows = await deps.store.listEvents(contact.id, kinds, { from: ask.from ?? 0, before, limit: perPage + 1 })
  const events = rows.slice(0, perPage).map(({ id, at, kind, actorId, actorName, details, client }) => ({
    id,
    at,
    kind: kind as EventKind,
    by: actorId === contact.id ? null : actorName,
    details,
    ...client,
  }))
  const last = events.at(-1)
  return { events, next: rows.length > perPage && last ? cursorOf(last) : null }
}
