import type { ProblemCode } from '@porta/shared'
import { and, desc, eq, gt, lte, notInArray } from 'drizzle-orm'
import type { Db, Engine, Tables, Write } from './engine.ts'
import { given, insertInto, upTo } from './statements.ts'

export type TrustedDevice = Tables['trustedDevices']['$inferSelect']

export function trustedDevicesStore({ tables: { trustedDevices: devices }, find }: Engine) {
  const bySelector = (db: Db) =>
    db
      .select()
      .from(devices)
      .where(and(eq(devices.selector, given('selector')), gt(devices.expiresAt, given('now'))))
      .limit(upTo(1))
  const list = (db: Db) =>
    db
      .select()
      .from(devices)
      .where(and(eq(devices.contactId, given('contactId')), gt(devices.expiresAt, given('now'))))
      .orderBy(desc(devices.lastSeenAt))
  const insert = insertInto(devices)
  const trim = (db: Db) =>
    db.delete(devices).where(
      and(
        eq(devices.contactId, given('contactId')),
        notInArray(
          devices.id,
          db
            .select({ id: devices.id })
            .from(devices)
            .where(eq(devices.contactId, given('contactId')))
            .orderBy(desc(devices.lastSeenAt), desc(devices.createdAt))
            .limit(upTo(given('keep'))),
        ),
      ),
    )
  const rotate = (db: Db) =>
    db
      .update(devices)
      .set({ verifierHash: given('to'), previousHash: given('presented'), rotatedAt: given('now'), lastSeenAt: given('now') })
      .where(and(eq(devices.id, given('id')), eq(devices.verifierHash, given('current'))))
  const see = (db: Db) =>
    db
      .update(devices)
      .set({ lastSeenAt: given('now') })
      .where(eq(devices.id, given('id')))
  const forget = (db: Db) => db.delete(devices).where(and(eq(devices.id, given('id')), eq(devices.contactId, given('contactId'))))
  const forgetAll = (db: Db) => db.delete(devices).where(eq(devices.contactId, given('contactId')))
  const prune = (db: Db) => db.delete(devices).where(lte(devices.expiresAt, given('now')))

  return {
    findTrustedDevice: async (selector: string, now: number) => (await find(bySelector, { selector, now }))[0],
    listTrustedDevices: (contactId: string, now: number) => find(list, { contactId, now }),
    /** Remembers a device; beyond `keep` of one contact the longest unseen are forgotten. */
    rememberDevice: (row: TrustedDevice, keep: number): Write[] => [
      { change: insert, values: row },
      { change: trim, values: { contactId: row.contactId, keep } },
    ],
    /** Gives the device a new verifier; refused when another request rotated or forgot it meanwhile. */
    rotateDevice: (device: TrustedDevice, presented: Buffer, to: Buffer, now: number): Write => ({
      change: rotate,
      values: { id: device.id, current: device.verifierHash, presented, to, now },
      rows: 1,
      orElse: 'sign-in-refused',
    }),
    /** The device was used without a rotation; refused when it was forgotten meanwhile. */
    markDeviceSeen: (id: string, now: number): Write => ({ change: see, values: { id, now }, rows: 1, orElse: 'sign-in-refused' }),
    /** Forgets one device of this contact; refused with `orElse` when there is none such (any more). */
    forgetDevice: (id: string, contactId: string, orElse: ProblemCode): Write => ({
      change: forget,
      values: { id, contactId },
      rows: 1,
      orElse,
    }),
    forgetDevices: (contactId: string): Write => ({ change: forgetAll, values: { contactId } }),
    removeDeadDevices: (now: number): Write => ({ change: prune, values: { now } }),
  }
}
