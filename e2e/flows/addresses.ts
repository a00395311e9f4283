const worker = Number(process.env['TEST_WORKER_INDEX'] ?? 0)
let handedOut = 0

/** A network address that nobody else comes from: one of those kept for tests (RFC 2544), 1024 for each worker of a run. */
export function newAddress() {
  const n = (worker % 128) * 1024 + (handedOut++ % 1024)
  return `198.${18 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`
}

/** Headers with which the server under test takes a request as one from that address. */
export const from = (address: string) => ({ 'x-forwarded-for': address })

/** What people are shown of an address. */
export const placeOf = (address: string) => address.replace(/\d+$/, 'x')
