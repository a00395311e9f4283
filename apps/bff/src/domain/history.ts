import { type EventKind, type EventTopic, eventKinds, eventTopics } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { cursorOf, nameOf, noClient, perPage, startOf } from './history-place.ts'
import type { SignedIn } from './signed-in.ts'

/** What happened to this person's account, newest first: `from` on and before `to` (ms), of one topic or of all, 25 at a time. */
export async function listActivity(
  deps: Deps,
  ask: { who: SignedIn; topic?: EventTopic | undefined; from?: number | undefined; to?: number | undefined; after?: string | undefined },
) {
  const { contact } = ask.who
  const kinds: readonly EventKind[] = ask.topic ? eventTopics[ask.topic] : eventKinds
  const rows = await deps.store.listEvents(contact.id, kinds, { from: ask.from ?? 0, before: startOf(ask), limit: perPage + 1 })
  const events = rows.slice(0, perPage).map(({ event, isByOutsider }) => ({
    id: event.id,
    at: event.at,
    kind: event.kind as EventKind,
    by: nameOf(event, Boolean(isByOutsider)),
    details: event.details,
    ...(isByOutsider ? noClient : event.client),
  }))
  const last = events.at(-1)
  return { events, next: rows.length > perPage && last ? cursorOf(last) : null }
}
