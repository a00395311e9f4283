import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { Problem } from './problem.ts'
import type { Random } from './tokens.ts'

/** What is sealed; each purpose has its own subkey, so that one can never be read as another. */
export type Purpose =
  | 'totp'
  | 'password'
  | 'recovery-code'
  | 'device-cookie'
  | 'mail'
  | 'mailed-code'
  | 'api-password'
  | 'document'
  | 'case-code'
  | 'audit'
  | 'signing'
  | 'canary'

/** The keys of this installation: `keys` by id, 32 bytes each; new seals use `current`. */
export type Keyring = { current: string; keys: Record<string, Buffer> }

export type Sealer = ReturnType<typeof createSealer>

/**
 * Seals secrets with AES-256-GCM: `v1.<key id>.<iv>.<ciphertext>.<tag>`, base64url; 96-bit random iv, 128-bit tag
 * (NIST SP 800-38D). `bind` names the row, so that a ciphertext moved to another row does not open.
 */
export function createSealer({ random }: { random: Random }, ring: Keyring) {
  const subkeys = new Map<string, Buffer>()
  const subkey = (kid: string, purpose: Purpose) => {
    const name = `${kid}/${purpose}`
    const known = subkeys.get(name)
    if (known) return known
    const key = Object.hasOwn(ring.keys, kid) ? ring.keys[kid] : undefined
    if (!key) throw new Error(`no key ${kid}`)
    const derived = Buffer.from(hkdfSync('sha256', key, '', `porta/${purpose}`, 32))
    subkeys.set(name, derived)
    return derived
  }
  const [firstKey = ring.current] = Object.keys(ring.keys)
  const additional = (purpose: Purpose, bind: string, kid: string) => Buffer.from(`${purpose}|v1|${bind}|${kid}`)

  return {
    seal(purpose: Purpose, bind: string, plain: Buffer): string {
      const kid = ring.current
      const iv = random.bytes(12)
      const cipher = createCipheriv('aes-256-gcm', subkey(kid, purpose), iv, { authTagLength: 16 })
      cipher.setAAD(additional(purpose, bind, kid))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
      return ['v1', kid, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
    },
    /** Throws the Problem `unavailable` when the seal does not open: a rule never goes on without it. */
    open(purpose: Purpose, bind: string, text: string): Buffer {
      try {
        const [version, kid = '', iv = '', sealed = '', tag = ''] = text.split('.')
        if (version !== 'v1') throw new Error('unknown seal')
        const decipher = createDecipheriv('aes-256-gcm', subkey(kid, purpose), Buffer.from(iv, 'base64url'), { authTagLength: 16 })
        decipher.setAAD(additional(purpose, bind, kid))
        decipher.setAuthTag(Buffer.from(tag, 'base64url'))
        return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()])
      } catch {
        throw new Problem('unavailable')
      }
    },
    /** The keys by id: what is new is signed under `currentKeyId`, what is old checks under its own. */
    keyIds: Object.keys(ring.keys),
    currentKeyId: ring.current,
    /** The 32 bytes that the signing key of this id is made of (RFC 8032 5.1.5); throws for a key that is not in the ring. */
    signingSeed: (kid: string): Buffer => subkey(kid, 'signing'),
    /** A keyed hash (HMAC-SHA-256) for values too short to hash bare. Always under the first key of the ring: a mark cannot be made anew when keys rotate. */
    mark: (purpose: Purpose, text: string): Buffer => createHmac('sha256', subkey(firstKey, purpose)).update(text).digest(),
  }
}
