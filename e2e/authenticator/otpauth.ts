import { decodeBase32 } from './base32.ts'
import type { HashName } from './codes.ts'

/** What an otpauth URI tells an authenticator app. */
export type OtpauthKey = {
  type: 'totp'
  issuer: string
  account: string
  label: string
  secret: Buffer
  hash: HashName
  digits: number
  period: number
}

const hashes: Record<string, HashName> = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' }

/** Reads an `otpauth://totp/…` URI as the Key URI Format describes it; says plainly what is wrong with a bad one. */
export function parseOtpauth(text: string): OtpauthKey {
  const url = URL.parse(text.trim())
  if (url?.protocol !== 'otpauth:') throw new Error(`not an otpauth URI: ${shortened(text)}`)
  if (url.host !== 'totp') throw new Error(`only time-based keys (totp) are understood, this one is "${url.host}"`)

  const label = decoded(url.pathname.slice(1))
  if (!label) throw new Error('the otpauth URI has no label')
  const colon = label.indexOf(':')
  const account = label.slice(colon + 1).trim()
  const prefix = colon === -1 ? '' : label.slice(0, colon).trim()
  const issuer = url.searchParams.get('issuer') ?? prefix
  if (prefix && prefix !== issuer) throw new Error(`the label says "${prefix}" but the issuer is "${issuer}"`)

  return { type: 'totp', issuer, account, label, ...keyOf(url.searchParams) }
}

function keyOf(parameters: URLSearchParams) {
  const encoded = parameters.get('secret')
  if (!encoded) throw new Error('the otpauth URI has no secret')
  const secret = decodeBase32(encoded)
  if (secret.length === 0) throw new Error('the secret is empty')

  const algorithm = (parameters.get('algorithm') ?? 'SHA1').toUpperCase()
  const hash = hashes[algorithm]
  if (!hash) throw new Error(`unknown algorithm "${algorithm}"`)
  return {
    secret,
    hash,
    digits: wholeNumber(parameters, 'digits', 6, 6, 8),
    period: wholeNumber(parameters, 'period', 30, 1, 300),
  }
}

function wholeNumber(parameters: URLSearchParams, name: string, otherwise: number, least: number, most: number): number {
  const text = parameters.get(name)
  if (text === null) return otherwise
  const number = /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least && number <= most)) throw new Error(`${name} must be a number from ${least} to ${most}, not "${text}"`)
  return number
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Error('the label of the otpauth URI is not well encoded')
  }
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
