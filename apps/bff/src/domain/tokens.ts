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
  | 'mai'
  | 'eve'

/** A new id such as `ses_Xk3…`: a prefix that says of what, and 128 random bits. An id is no secret. */
export const newId = ({ random }: { random: Random }, kind: IdKind) => `${kind}_${random.bytes(16).toString('base64url')}`

/** A new secret of 256 bits for a cookie, 43 characters of base64url; the database keeps only `hashToken` of it. */
export const newToken = ({ random }: { random: Random }) => random.bytes(32).toString('base64url')

/** SHA-256; enough for values of full entropy. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')
