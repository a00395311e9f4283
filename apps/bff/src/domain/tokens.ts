import { hash } from 'node:crypto'

/** Bytes of a cryptographic generator. */
export type Random = { bytes(count: number): Buffer }

export type IdKind =
  | 'com'
  | 'con'
  | 'fac'
  | 'rec'
  | 'cha'
  | 'ses'
  | 'dev'
  | 'bro'
  | 'lin'
  | 'inv'
  | 'lea'
  | 'ann'
  | 'api'
  | 'soa'
  | 'req'
  | 'ren'
  | 'cal'
  | 'cas'
  | 'cen'
  | 'cse'
  | 'doc'
  | 'mai'
  | 'eve'

/** A new id such as `ses_Xk3…`: a prefix that says of what, and 128 random bits. An id is no secret. */
export const newId = ({ random }: { random: Random }, kind: IdKind) => `${kind}_${random.bytes(16).toString('base64url')}`

/** A new secret of 256 bits for a cookie, 43 characters of base64url; the database keeps only `hashToken` of it. */
export const newToken = ({ random }: { random: Random }) => random.bytes(32).toString('base64url')

/** SHA-256; enough for values of full entropy. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** A code to be mailed: eight digits; 48 random bits make all of them as likely as can be. */
export const newMailedCode = ({ random }: { random: Random }) => String(random.bytes(6).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
