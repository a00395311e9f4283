import { type EventKind, type EventTopic, eventTopics } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { cursorOf, nameOf, noClient, perPage, startOf } from './history-place.ts'
import type { SignedIn } from './signed-in.ts'

/** What happened to the people of the admin's company, or to one of them, newest first: as the own activity, 25 at a time. */
export async function listCompanyActivity(
  deps: Deps,
  ask: {
    who: SignedIn
    contactId?: string | undefined
    topic?: EventTopic | undefined
    from?: number | undefined
    to?: number | undefined
    after?: string | undefined
  },
) {
  const kinds = ask.topic && eventTopics[ask.topic]
  const place = { from: ask.from ?? 0, before: startOf(ask), limit: perPage + 1 }
  const rows = await deps.store.listCompanyEvents(ask.who.company.id, ask.contactId, kinds, place)
  const events = rows.slice(0, perPage).map(({ event, contactName, isByOutsider }) => ({
    id: event.id,
    at: event.at,
    kind: event.kind as EventKind,
    contact: { id: event.contactId, name: contactName },
    by: nameOf(event, Boolean(isByOutsider)),
    details: event.details,
    ...(isByOutsider ? noClient : event.client),
  }))
  const last = events.at(-1)
  return { events, next: rows.length > perPage && last ? cursorOf(last) : null }
}
