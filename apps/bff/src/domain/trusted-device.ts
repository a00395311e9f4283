import { timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { TrustedDevice, Write } from '../store/store.ts'
import { note, type Subject, tell, type Visit } from './activity.ts'
import type { SignedIn } from './signed-in.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** The name of the cookie that carries this contact's device token; several people can share a browser. */
export const deviceCookieName = (deps: Deps, contactId: string) =>
  `__Host-td-${deps.sealer.mark('device-cookie', contactId).toString('hex').slice(0, 8)}`

/** Remembers this browser: the cookie value `selector.verifier`, and the writes. Only after a code, and only when ticked. */
export function rememberDevice(deps: Deps, contact: Subject, visit: Visit, now: number): { token: string; writes: Write[] } {
  const { lifeMs, perContact } = deps.config.rules.trustedDevice
  const selector = deps.random.bytes(16).toString('base64url')
  const verifier = newToken(deps)
  const device: TrustedDevice = {
    id: newId(deps, 'dev'),
    contactId: contact.id,
    selector,
    verifierHash: hashToken(verifier),
    previousHash: null,
    rotatedAt: now,
    client: visit.client,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + lifeMs,
  }
  return {
    token: `${selector}.${verifier}`,
    writes: [
      ...deps.store.rememberDevice(device, perContact),
      note(deps, contact, 'device-remembered', visit, now),
      tell(deps, contact, { kind: 'device-remembered', expiresAt: device.expiresAt }, visit, now),
    ],
  }
}

/** What a device token is worth: nothing, or a sign-in without a code and perhaps a new token for the cookie. */
export type Trust = { writes: Write[]; token: string | undefined; expiresAt: number }

const same = (a: Buffer | null, b: Buffer) => a !== null && timingSafeEqual(a, b)

/**
 * Looks at the token that a browser shows in place of a code. The verifier changes with each use. The value before
 * is still good when the answer with the new one may have been lost, and for a few seconds as it is (two tabs at once);
 * any older value means that two browsers hold copies: the device is forgotten, the contact told once, the code asked for.
 * While trust is paused, because of a half sign-in that the person has not answered, no device is worth anything.
 */
export async function trustOf(
  deps: Deps,
  contact: Subject & { trustPausedAt: number | null },
  token: string | undefined,
  visit: Visit,
  now: number,
): Promise<Trust | undefined> {
  const [selector, verifier] = token?.split('.') ?? []
  if (!selector || !verifier || contact.trustPausedAt !== null) return undefined
  const device = await deps.store.findTrustedDevice(selector, now)
  if (!device || device.contactId !== contact.id) return undefined

  const presented = hashToken(verifier)
  const isCurrent = same(device.verifierHash, presented)
  if (!isCurrent && !same(device.previousHash, presented)) {
    await deps.store.commit(
      deps.store.forgetDevice(device.id, contact.id, 'sign-in-refused'),
      note(deps, contact, 'device-token-reused', visit, now),
      tell(deps, contact, { kind: 'device-token-reused' }, visit, now),
    )
    return undefined
  }
  const { expiresAt } = device
  if (!isCurrent && now - device.rotatedAt < deps.config.rules.trustedDevice.graceMs)
    return { writes: [deps.store.markDeviceSeen(device.id, now)], token: undefined, expiresAt }
  const next = newToken(deps)
  return { writes: [deps.store.rotateDevice(device, presented, hashToken(next), now)], token: `${selector}.${next}`, expiresAt }
}

export async function listTrustedDevices(deps: Deps, ask: { who: SignedIn; token: string | undefined }) {
  const here = ask.token?.split('.')[0]
  const rows = await deps.store.listTrustedDevices(ask.who.contact.id, deps.clock.now())
  return rows.map(({ id, client, createdAt, lastSeenAt, expiresAt, selector }) => ({
    id,
    ...client,
    firstSeenAt: createdAt,
    lastSeenAt,
    expiresAt,
    current: selector === here,
  }))
}

export async function forgetDevice(deps: Deps, ask: { who: SignedIn; deviceId: string; visit: Visit }) {
  const { contact } = ask.who
  await deps.store.commit(
    deps.store.forgetDevice(ask.deviceId, contact.id, 'not-found'),
    note(deps, contact, 'device-forgotten', ask.visit, deps.clock.now()),
  )
}

export async function forgetAllDevices(deps: Deps, ask: { who: SignedIn; visit: Visit }) {
  const { contact } = ask.who
  await deps.store.commit(deps.store.forgetDevices(contact.id), note(deps, contact, 'devices-forgotten', ask.visit, deps.clock.now()))
}
