import { and, asc, count, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type CaseDocument = Tables['documents']['$inferSelect']

/** Scans. A row whose file is gone stays, with the hash and without the key. */
export function documentsStore({ tables: { documents, recoveryCases }, find }: Engine) {
  const isKept = isNull(documents.removedAt)
  const keptOf = and(eq(documents.caseId, given('caseId')), isKept)
  const list = (db: Db) => db.select().from(documents).where(keptOf).orderBy(asc(documents.at), asc(documents.id)).limit(upTo(100))
  const countOf = (db: Db) => db.select({ kept: count() }).from(documents).where(keptOf)
  const sum = (db: Db) =>
    db
      .select({ bytes: sql<number>`coalesce(sum(${documents.bytes}), 0)` })
      .from(documents)
      .where(isKept)
  const byFile = (db: Db) =>
    db
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.file, given('file')), isKept))
      .limit(upTo(1))
  const insert = insertInto(documents)
  // The row that was just added is among those that count: with it there may be no more than so many.
  const fits = (db: Db) =>
    db
      .update(documents)
      .set({ name: sql`${documents.name}` })
      .where(
        and(
          eq(documents.id, given('id')),
          lte(
            sql`(select count(*) from documents kept where kept.case_id = ${given('caseId')} and kept.removed_at is null)`,
            given('most'),
          ),
        ),
      )
  const remove = (db: Db) =>
    db
      .update(documents)
      .set({ removedAt: given('now'), keySealed: '' })
      .where(and(eq(documents.id, given('id')), isKept))
  // Not a join: that may begin with all cases that ever ended, and few of them have anything left.
  const endedAt = sql`(select ${recoveryCases.endedAt} from ${recoveryCases} where ${recoveryCases.id} = ${documents.caseId})`
  const old = (db: Db) =>
    db
      .select({ id: documents.id, file: documents.file })
      .from(documents)
      .where(and(isKept, lte(endedAt, given('before'))))
      .limit(upTo(given('most')))

  return {
    /** What is there of a case, in the order in which it came. */
    listDocuments: (caseId: string) => find(list, { caseId }),
    /** How many each of these cases has. */
    countDocuments: async (caseIds: readonly string[]) => {
      const counted = caseIds.map(async (caseId) => [caseId, (await find(countOf, { caseId }))[0]?.kept ?? 0] as const)
      return new Map(await Promise.all(counted))
    },
    /** Bytes of all documents that are kept. */
    sumDocuments: async () => (await find(sum, {}))[0]?.bytes ?? 0,
    isFileKept: async (file: string) => (await find(byFile, { file })).length > 0,
    /** A case has at most so many, however many come at once. */
    addDocument: (row: CaseDocument, most: number): Write[] => [
      { change: insert, values: row },
      { change: fits, values: { id: row.id, caseId: row.caseId, most }, rows: 1, orElse: 'too-many-documents' },
    ],
    /** Once; the key of the file goes with it, so that nothing opens what may be left of it on a disk. */
    removeDocument: (id: string, now: number): Write => ({ change: remove, values: { id, now }, rows: 1, orElse: 'not-found' }),
    /** The same by time itself, which may come twice. */
    dropDocument: (id: string, now: number): Write => ({ change: remove, values: { id, now } }),
    /** At most so many whose case ended before that instant. */
    listOldDocuments: (before: number, most: number) => find(old, { before, most }),
  }
}
