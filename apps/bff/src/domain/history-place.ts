import { eventTopics } from '@porta/shared'
import type { Event } from '../store/store.ts'
import { Problem } from './problem.ts'

/** Events of one page. */
export const perPage = 25

/** What stands for the browser of somebody of another company: where the desk works from is not for customers. */
export const noClient = { browser: '', system: '', place: '' }

/**
 * Who did it, as the people of a company may read it: null for the person, and for the desk where lost devices are concerned. Who of
 * the desk approves a case is for the house alone, so that nobody leans on them.
 */
export const nameOf = ({ actorId, contactId, actorName, kind }: Event, isByOutsider: boolean) =>
  actorId === contactId || (isByOutsider && (eventTopics.recovery as readonly string[]).includes(kind)) ? null : actorName

type Place = { at: number; id: string }

/** Where a page ends: opaque to whoever gets it, and only a place in their own list, whatever it says. */
export const cursorOf = ({ at, id }: Place) => Buffer.from(`${at}.${id}`).toString('base64url')

function placeOf(cursor: string): Place {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined) throw new Problem('invalid-input', { fields: { after: 'not-a-choice' } })
  return { at: Number(at), id }
}

/** Before which place a page begins: after the last event of the page before, or before the instant `to` (ms). Refuses a cursor that is none with `invalid-input`. */
export function startOf({ to, after }: { to?: number | undefined; after?: string | undefined }): Place {
  // No id is smaller than the empty one.
  const end = { at: to ?? Number.MAX_SAFE_INTEGER, id: '' }
  const place = after === undefined ? end : placeOf(after)
  return place.at < end.at ? place : end
}
