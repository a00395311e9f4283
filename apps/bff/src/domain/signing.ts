import { createPrivateKey, createPublicKey, type KeyObject, sign as signWith, verify } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Sealer } from './secrets.ts'

type KeyPair = { privateKey: KeyObject; publicKey: KeyObject }

/** An Ed25519 private key in PKCS #8 (RFC 8410 section 7): this, then the seed. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

// Made once for each key of a house; they go with its sealer.
const made = new WeakMap<Sealer, Map<string, KeyPair>>()

function keyPairOf(sealer: Sealer, keyId: string): KeyPair | undefined {
  const pairs = made.get(sealer) ?? new Map<string, KeyPair>()
  made.set(sealer, pairs)
  const known = pairs.get(keyId)
  if (known || !sealer.keyIds.includes(keyId)) return known
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, sealer.signingSeed(keyId)]), format: 'der', type: 'pkcs8' })
  const pair = { privateKey, publicKey: createPublicKey(privateKey) }
  pairs.set(keyId, pair)
  return pair
}

/** Signs the UTF-8 bytes of a text (Ed25519, RFC 8032) with the current key of the installation; the signature in base64url. */
export function sign({ sealer }: Pick<Deps, 'sealer'>, text: string): { signature: string; keyId: string } {
  const keyId = sealer.currentKeyId
  const pair = keyPairOf(sealer, keyId)
  if (!pair) throw new Error(`no key ${keyId}`)
  return { signature: signWith(null, Buffer.from(text), pair.privateKey).toString('base64url'), keyId }
}

/** Whether the key of this id signed this text; a key that is not ours signed nothing. */
export function isSigned({ sealer }: Pick<Deps, 'sealer'>, text: string, signature: string, keyId: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  // Other spellings of the same bytes are no signature: nothing of it can be edited unseen.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false
  const pair = keyPairOf(sealer, keyId)
  return pair !== undefined && verify(null, Buffer.from(text), pair.publicKey, bytes)
}

/** The public keys as PEM (SubjectPublicKeyInfo, RFC 8410), with which anybody can check a signature without asking here. */
export const publicKeys = ({ sealer }: Pick<Deps, 'sealer'>) =>
  sealer.keyIds.flatMap((id) => {
    const pair = keyPairOf(sealer, id)
    return pair ? [{ id, publicKey: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString() }] : []
  })
