import type { Deps } from '../deps.ts'
import type { Announcement, Write } from '../store/store.ts'
import { tell, type Visit } from './activity.ts'
import { tellEach } from './colleagues.ts'
import type { Letter } from './letter.ts'
import { Problem } from './problem.ts'
import { newId } from './tokens.ts'

/**
 * A letter to all people of a company without verification. The writes hold the first of them, and where the others begin: a large
 * company is told a part at a time by `continueAnnouncements`, so that neither requests nor other mails wait for it.
 */
export async function announce(deps: Deps, companyId: string, letter: Letter, visit: Pick<Visit, 'client'>, now: number): Promise<Write[]> {
  const { atOnce } = deps.config.rules.announcement
  const people = await deps.store.listUnverified(companyId, '', atOnce)
  const toldTo = people[atOnce - 1]?.id
  return [
    toldTo === undefined
      ? deps.store.dropAnnouncement(companyId)
      : deps.store.beginAnnouncement({ companyId, id: newId(deps, 'ann'), letter, client: visit.client, at: now, toldTo, parts: 1 }),
    ...tellEach(deps, people, letter, visit, now),
  ]
}

/** Goes on with all letters that are under way, to the end; nobody is told twice, however many do, nor left out by a restart. */
export async function continueAnnouncements(deps: Deps) {
  for (const begun of await deps.store.listAnnouncements()) {
    let next: Announcement | undefined = begun
    while (next) next = await tellSome(deps, next)
  }
}

/** Mails the next part, and gives what is left; nothing when that was the last, or when somebody else goes on with it. */
async function tellSome(deps: Deps, announcement: Announcement): Promise<Announcement | undefined> {
  const { companyId, letter, at, parts } = announcement
  const { atOnce, everyMs } = deps.config.rules.announcement
  const notBefore = at + parts * everyMs
  const people = await deps.store.listUnverified(companyId, announcement.toldTo, atOnce)
  const toldTo = people[atOnce - 1]?.id
  const step = toldTo === undefined ? deps.store.endAnnouncement(announcement) : deps.store.advanceAnnouncement(announcement, toldTo)
  try {
    await deps.store.commit(
      step,
      people.map((person) => tell(deps, person, letter, announcement, at, { notBefore })),
    )
    return toldTo === undefined ? undefined : { ...announcement, toldTo, parts: parts + 1 }
  } catch (reason) {
    // Another process has mailed this part, or another letter has taken its place.
    if (reason instanceof Problem) return undefined
    throw reason
  }
}
