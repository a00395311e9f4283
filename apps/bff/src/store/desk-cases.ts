import { asc, count, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import type { Db, Engine } from './engine.ts'
import { given, upTo } from './statements.ts'

export type CaseQueue = 'waiting' | 'mine' | 'open' | 'cooling' | 'closed'

/** The queue of the desk. */
export function deskCasesStore({ tables: { recoveryCases }, find }: Engine) {
  const waiting = inArray(recoveryCases.state, ['review', 'second-review'])
  const which: Record<CaseQueue, SQL | undefined> = {
    waiting,
    mine: eq(recoveryCases.heldById, given('staffId')),
    open: eq(recoveryCases.state, 'open'),
    cooling: eq(recoveryCases.state, 'cooling'),
    closed: isNotNull(recoveryCases.endedAt),
  }
  const oldestFirst = [asc(recoveryCases.submittedAt), asc(recoveryCases.openedAt), asc(recoveryCases.id)]
  const newestFirst = [desc(recoveryCases.endedAt), desc(recoveryCases.id)]
  const pageOf = (queue: CaseQueue) => (db: Db) =>
    db
      .select()
      .from(recoveryCases)
      .where(which[queue])
      .orderBy(...(queue === 'closed' ? newestFirst : oldestFirst))
      .limit(upTo(given('limit')))
      .offset(upTo(given('offset')))
  const numberOf = (queue: CaseQueue) => (db: Db) => db.select({ found: count() }).from(recoveryCases).where(which[queue])
  const queues = ['waiting', 'mine', 'open', 'cooling', 'closed'] as const
  const each = <T>(build: (queue: CaseQueue) => T) =>
    Object.fromEntries(queues.map((queue) => [queue, build(queue)])) as Record<CaseQueue, T>
  const pages = each(pageOf)
  const numbers = each(numberOf)

  return {
    /** A part of the queue, the one that has waited longest first; of the closed ones the newest. */
    listCases: (queue: CaseQueue, staffId: string, place: { limit: number; offset: number }) => find(pages[queue], { staffId, ...place }),
    countCases: async (queue: CaseQueue, staffId: string) => (await find(numbers[queue], { staffId }))[0]?.found ?? 0,
  }
}
