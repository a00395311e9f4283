import { randomInt } from 'node:crypto'

/** A network address that nobody else comes from: one of those kept for tests (RFC 2544). */
export const newAddress = () => `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(1, 255)}`

/** Headers with which the server under test takes a request as one from that address. */
export const from = (address: string) => ({ 'x-forwarded-for': address })

/** What people are shown of an address. */
export const placeOf = (address: string) => address.replace(/\d+$/, 'x')
