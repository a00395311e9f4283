import { and, desc, eq, gt, lte } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertIfFree, upTo } from './statements.ts'

export type Invitation = Tables['invitations']['$inferSelect']

export function invitationsStore({ tables: { invitations, companies }, find }: Engine) {
  const isAlive = gt(invitations.expiresAt, given('now'))
  const isThis = and(eq(invitations.id, given('id')), eq(invitations.companyId, given('companyId')))
  const list = (db: Db) =>
    db
      .select()
      .from(invitations)
      .where(and(eq(invitations.companyId, given('companyId')), isAlive))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(upTo(500))
  const byId = (db: Db) => db.select().from(invitations).where(and(isThis, isAlive)).limit(upTo(1))
  const byEmail = (db: Db) =>
    db
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.companyId, given('companyId')), eq(invitations.email, given('email')), isAlive))
      .limit(upTo(1))
  const byToken = (db: Db) =>
    db
      .select({ invitation: invitations, company: { id: companies.id, name: companies.name, operator: companies.operator } })
      .from(invitations)
      .innerJoin(companies, eq(companies.id, invitations.companyId))
      .where(and(eq(invitations.tokenHash, given('tokenHash')), isAlive))
      .limit(upTo(1))
  const insert = insertIfFree(invitations)
  const dropDead = (db: Db) =>
    db
      .delete(invitations)
      .where(
        and(
          eq(invitations.companyId, given('companyId')),
          eq(invitations.email, given('email')),
          lte(invitations.expiresAt, given('createdAt')),
        ),
      )
  const renew = (db: Db) =>
    db
      .update(invitations)
      .set({ tokenHash: given('tokenHash') as never, expiresAt: given('expiresAt') })
      .where(and(isThis, isAlive))
  const withdraw = (db: Db) => db.delete(invitations).where(and(isThis, isAlive))
  const withdrawOf = (db: Db) =>
    db.delete(invitations).where(and(eq(invitations.companyId, given('companyId')), eq(invitations.invitedById, given('id'))))
  const accept = (db: Db) =>
    db.delete(invitations).where(and(eq(invitations.id, given('id')), eq(invitations.tokenHash, given('tokenHash')), isAlive))
  const prune = (db: Db) => db.delete(invitations).where(lte(invitations.expiresAt, given('now')))

  return {
    /** The invitations of a company that still work, newest first. */
    listInvitations: (companyId: string, now: number) => find(list, { companyId, now }),
    findInvitation: async (id: string, companyId: string, now: number) => (await find(byId, { id, companyId, now }))[0],
    isInvited: async (companyId: string, email: string, now: number) => (await find(byEmail, { companyId, email, now })).length > 0,
    findInvitationByToken: async (tokenHash: Buffer, now: number) => (await find(byToken, { tokenHash, now }))[0],
    /** Invites; refused when somebody else has just invited the same address to the same company. */
    addInvitation: (row: Invitation): Write[] => [
      { change: dropDead, values: row },
      { change: insert, values: row, rows: 1, orElse: 'already-a-contact' },
    ],
    /** A new link in place of the old one. */
    renewInvitation: (row: Pick<Invitation, 'id' | 'companyId' | 'tokenHash' | 'expiresAt'>, now: number): Write => ({
      change: renew,
      values: { ...row, now },
      rows: 1,
      orElse: 'not-found',
    }),
    withdrawInvitation: (id: string, companyId: string, now: number): Write => ({
      change: withdraw,
      values: { id, companyId, now },
      rows: 1,
      orElse: 'not-found',
    }),
    /** Those that this contact has sent. */
    withdrawInvitationsOf: ({ companyId, id }: { companyId: string; id: string }): Write => ({
      change: withdrawOf,
      values: { companyId, id },
    }),
    /** An invitation is accepted once, by the link that was mailed last, and in its time. */
    useInvitation: (id: string, tokenHash: Buffer, now: number): Write => ({
      change: accept,
      values: { id, tokenHash, now },
      rows: 1,
      orElse: 'link-over',
    }),
    removeDeadInvitations: (now: number): Write => ({ change: prune, values: { now } }),
  }
}
