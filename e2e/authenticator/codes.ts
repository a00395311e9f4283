import { createHmac } from 'node:crypto'

export type HashName = 'sha1' | 'sha256' | 'sha512'

/** An HOTP code: RFC 4226 5.3, with the hashes RFC 6238 1.2 allows. */
export function hotp(secret: Uint8Array, counter: number, { digits = 6, hash = 'sha1' as HashName } = {}): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(hash, secret).update(message).digest()
  // RFC 4226 5.4: the low four bits of the last byte say where the 31 bits begin.
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The TOTP step an instant falls into: RFC 6238 4.2, T0 = 0. */
export const stepAt = (ms: number, periodSeconds = 30): number => Math.floor(ms / (periodSeconds * 1000))

/** A TOTP code at an instant in milliseconds: RFC 6238 4.2. */
export function totp(secret: Uint8Array, ms: number, { digits = 6, hash = 'sha1' as HashName, period = 30 } = {}): string {
  return hotp(secret, stepAt(ms, period), { digits, hash })
}
