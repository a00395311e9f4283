import type { Deps } from '../deps.ts'
import type { Event } from '../store/store.ts'
import { Problem } from './problem.ts'

/** Links of one commit. */
const atOnce = 200
/** Security events are kept for a year and a month; the database refuses to remove younger ones. */
export const keepEventsMs = 400 * 86_400_000

type Head = { seq: number; hash: Buffer }
const beginning: Head = { seq: 0, hash: Buffer.alloc(32) }

/** What a link vouches for, to the letter, whichever database has kept it: keys in the order of the alphabet. */
function canonical({ id, at, contactId, companyId, actorId, actorName, kind, details, client, requestId }: Event): string {
  const sorted = (facts: object) => Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([id, at, contactId, companyId, actorId, actorName, kind, sorted(details), sorted(client), requestId])
}

/** HMAC-SHA-256 over the link before and the event: without the key file nobody can make a chain that fits changed events. */
const nextHash = ({ sealer }: Pick<Deps, 'sealer'>, before: Buffer, event: Event) =>
  sealer.mark('audit', `${before.toString('hex')}\n${canonical(event)}`)

const beginningKey = 'audit-beginning'
const beginningMark = ({ sealer }: Pick<Deps, 'sealer'>, seq: number, hash: string) =>
  sealer.mark('audit', `beginning ${seq}:${hash}`).toString('hex')

/** The link before the first that is kept; undefined when somebody else than `letOldEventsGo` has written it down. */
async function findBeginning(deps: Pick<Deps, 'store' | 'sealer'>): Promise<Head | undefined> {
  const written = await deps.store.findMeta(beginningKey)
  if (written === undefined) return beginning
  const [seq = '', hash = '', mark] = written.split(':')
  return mark === beginningMark(deps, Number(seq), hash) ? { seq: Number(seq), hash: Buffer.from(hash, 'hex') } : undefined
}

/** Puts all events that wait into the chain. Run every second; several processes may, each event is chained once. */
export async function chainEvents(deps: Pick<Deps, 'store' | 'sealer'>) {
  for (;;) {
    const waiting = await deps.store.listWaitingEvents(atOnce)
    if (waiting.length === 0) return
    let head: Head = (await deps.store.findLastLink()) ?? (await findBeginning(deps)) ?? beginning
    const links = waiting.map((event) => {
      head = { seq: head.seq + 1, hash: nextHash(deps, head.hash, event) }
      return deps.store.appendLink({ ...head, eventId: event.id, at: event.at })
    })
    try {
      await deps.store.commit(...links)
    } catch (reason) {
      // Another process was quicker; it goes on with the rest, and so do we at the next turn.
      if (reason instanceof Problem) return
      throw reason
    }
  }
}

/**
 * Removes what is older than it has to be kept, a little at a time, from the beginning of the chain, and only as long as it holds: the
 * link before the first that stays is written down under the key, so that nobody else can cut a beginning off.
 */
export async function letOldEventsGo(deps: Pick<Deps, 'store' | 'sealer' | 'clock' | 'log'>) {
  const before = deps.clock.now() - keepEventsMs
  await chainEvents(deps)
  for (;;) {
    let head = await findBeginning(deps)
    let old = 0
    for (const { link, event } of head ? await deps.store.listLinks(head.seq, atOnce) : []) {
      if (!head || !event || link.seq !== head.seq + 1 || !nextHash(deps, head.hash, event).equals(link.hash)) {
        head = undefined
        break
      }
      if (event.at > before) break
      head = { seq: link.seq, hash: link.hash }
      old++
    }
    if (!head) deps.log.error({}, 'the audit chain does not hold: no old events are removed')
    if (!head || old === 0) return
    const hash = head.hash.toString('hex')
    try {
      await deps.store.commit(
        deps.store.removeEventsUntil(head.seq),
        deps.store.removeLinksUntil(head.seq, old),
        deps.store.setMeta(beginningKey, `${head.seq}:${hash}:${beginningMark(deps, head.seq, hash)}`),
      )
    } catch (reason) {
      // Another sweeper was quicker.
      if (reason instanceof Problem) return
      throw reason
    }
  }
}

export type ChainReport = {
  chained: number
  waiting: number
  head: Head | undefined
  /** The number of the first link that is still there: those of removed events are gone. */
  first: number | undefined
  /** The first thing that is wrong; undefined when all is well. */
  broken?: Broken
  /** Whether the head that was kept elsewhere is in this chain; undefined when none was given, or one from before its beginning. */
  hasKeptHead?: boolean
}
type Broken = {
  seq: number | undefined
  eventId: string
  what: 'changed' | 'event removed' | 'link removed' | 'added' | 'beginning changed'
  at: number
}

/** Walks over the whole chain and names the first link that does not hold. `kept` is a head that was noted down before. */
export async function checkChain(deps: Pick<Deps, 'store' | 'sealer'>, kept?: Head): Promise<ChainReport> {
  const start = await findBeginning(deps)
  const report: ChainReport = { chained: 0, waiting: await deps.store.countWaitingEvents(), head: undefined, first: undefined }
  if (!start) return { ...report, broken: { seq: undefined, eventId: '', what: 'beginning changed', at: 0 } }
  if (kept && kept.seq >= start.seq) report.hasKeptHead = kept.seq === start.seq && kept.hash.equals(start.hash)
  let before = start
  for (;;) {
    const page = await deps.store.listLinks(before.seq, 1000)
    for (const { link, event } of page) {
      const broken = (what: Broken['what']) => ({ ...report, broken: { seq: link.seq, eventId: link.eventId, what, at: link.at } })
      if (link.seq !== before.seq + 1) {
        // A sweep may have let old ones go meanwhile.
        const isSwept = ((await findBeginning(deps))?.seq ?? 0) > start.seq
        return isSwept ? checkChain(deps, kept) : broken('link removed')
      }
      if (!event) return broken('event removed')
      if (!nextHash(deps, before.hash, event).equals(link.hash)) return broken('changed')
      before = { seq: link.seq, hash: link.hash }
      report.first ??= link.seq
      report.head = before
      report.chained++
      if (kept?.seq === link.seq) report.hasKeptHead = kept.hash.equals(link.hash)
    }
    if (page.length === 0) break
  }
  const lost = await deps.store.findLostEvent()
  if (lost !== undefined) return { ...report, broken: { seq: undefined, eventId: lost, what: 'event removed', at: 0 } }
  const outside = await deps.store.findEventOutside()
  if (outside) return { ...report, broken: { seq: undefined, eventId: outside.id, what: 'added', at: outside.at } }
  return report
}
