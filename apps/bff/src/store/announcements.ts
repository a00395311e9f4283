import { and, eq, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, wholeRow } from './statements.ts'

export type Announcement = Tables['announcements']['$inferSelect']

export function announcementsStore({ tables: { announcements }, find }: Engine) {
  const all = (db: Db) => db.select().from(announcements)
  const begin = (db: Db) =>
    db
      .insert(announcements)
      .values(wholeRow(announcements))
      .onConflictDoUpdate({
        target: announcements.companyId,
        set: {
          id: sql`excluded.id`,
          letter: sql`excluded.letter`,
          client: sql`excluded.client`,
          at: sql`excluded.at`,
          toldTo: sql`excluded.told_to`,
          parts: sql`excluded.parts`,
        },
      })
  const isAt = and(eq(announcements.id, given('id')), eq(announcements.toldTo, given('from')))
  const advance = (db: Db) =>
    db
      .update(announcements)
      .set({ toldTo: given('to'), parts: sql`${announcements.parts} + 1` })
      .where(isAt)
  const end = (db: Db) => db.delete(announcements).where(isAt)
  const drop = (db: Db) => db.delete(announcements).where(eq(announcements.companyId, given('companyId')))

  return {
    /** The letters that are not mailed to everybody yet. */
    listAnnouncements: () => find(all, {}),
    /** The rest of the company is told from here on; a letter of before that was under way goes no further. */
    beginAnnouncement: (row: Announcement): Write => ({ change: begin, values: row }),
    /** A part is mailed once: refused with `busy` when somebody else has mailed it, or another letter took its place. */
    advanceAnnouncement: ({ id, toldTo }: Announcement, to: string): Write => ({
      change: advance,
      values: { id, from: toldTo, to },
      rows: 1,
      orElse: 'busy',
    }),
    /** With the last part it is over; refused like the others. */
    endAnnouncement: ({ id, toldTo }: Announcement): Write => ({ change: end, values: { id, from: toldTo }, rows: 1, orElse: 'busy' }),
    /** What was under way in a company goes no further. */
    dropAnnouncement: (companyId: string): Write => ({ change: drop, values: { companyId } }),
  }
}
