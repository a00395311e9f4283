import { BlockList, isIP } from 'node:net'
import { Problem } from './problem.ts'

/**
 * Addresses and networks (CIDR) in one form, each once. Refuses with `invalid-input` what is neither, and forms that
 * could be read in two ways: IPv4 inside IPv6, zones, prefixes with leading zeros.
 */
export function checkedAddresses(typed: readonly string[]): string[] {
  const checked = typed.map((text) => {
    const item = text.trim().toLowerCase()
    const [address = '', prefix, ...rest] = item.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const isPrefix = prefix === undefined || (/^(0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most)
    if (version === 0 || !isPrefix || rest.length > 0 || /[%]|^::ffff:/.test(address))
      throw new Problem('invalid-input', { fields: { addresses: 'wrong-type' } })
    return item
  })
  return [...new Set(checked)]
}

/** Whether an address may call; an empty list stands for any. */
export function isAllowed(addresses: readonly string[], address: string): boolean {
  if (addresses.length === 0) return true
  if (isIP(address) === 0) return false
  const known = new BlockList()
  for (const item of addresses) {
    const [network = '', prefix] = item.split('/')
    const version = isIP(network)
    known.addSubnet(network, prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix), version === 6 ? 'ipv6' : 'ipv4')
  }
  return known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
