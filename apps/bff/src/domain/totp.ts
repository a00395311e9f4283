import { timingSafeEqual } from 'node:crypto'
import { NodeCryptoPlugin } from '@otplib/plugin-crypto-node'
import { generateSync, generateURI, ScureBase32Plugin } from 'otplib'

const crypto = new NodeCryptoPlugin()
const base32 = new ScureBase32Plugin()

/** How long a time step is. */
type Steps = { stepMs: number }

/** The time step of an instant in ms: T of RFC 6238 section 4.2 with T0 = 0. */
export const stepAt = (now: number, rule: Steps) => Math.floor(now / rule.stepMs)

/** When a step begins, in ms. */
export const stepStart = (step: number, rule: Steps) => step * rule.stepMs

/** The six-digit code of a step; `secret` is the shared key itself, 20 bytes. */
export const codeOfStep = (secret: Uint8Array, step: number, rule: Steps) =>
  generateSync({ secret, crypto, epoch: (step * rule.stepMs) / 1000, period: rule.stepMs / 1000, digits: 6, algorithm: 'sha1' })

/**
 * The step that a code belongs to, within `window` steps of now each way; undefined when it is wrong.
 * Every candidate is computed and compared in constant time, so the answer's time tells nothing.
 */
export function matchStep(secret: Uint8Array, code: string, now: number, rule: Steps & { window: number }): number | undefined {
  const typed = Buffer.from(code)
  const current = stepAt(now, rule)
  let matched: number | undefined
  for (let step = Math.max(0, current - rule.window); step <= current + rule.window; step++) {
    const right = Buffer.from(codeOfStep(secret, step, rule))
    if (typed.length === right.length && timingSafeEqual(typed, right)) matched = step
  }
  return matched
}

/** The secret as an app wants it typed: Base32 (RFC 4648), 32 characters, no padding. */
export const base32Of = (secret: Uint8Array) => base32.encode(secret, { padding: false })

/** The link that the QR carries, in the Key URI Format that authenticator apps read. */
export const otpauthUri = (secret: Uint8Array, issuer: string, login: string) =>
  `${generateURI({ issuer, label: login, secret: base32Of(secret) })}&algorithm=SHA1&digits=6&period=30`
