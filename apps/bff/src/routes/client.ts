import { isIPv6 } from 'node:net'
import Bowser from 'bowser'
import type { Context } from 'hono'
import type { Config } from '../config.ts'
import type { Client } from '../domain/letter.ts'

const known = new Map<string, Pick<Client, 'browser' | 'system'>>()

/** The browser behind a User-Agent as product names, e.g. Firefox and Linux; empty when it cannot be told. */
export function browserOf(userAgent: string | undefined): Pick<Client, 'browser' | 'system'> {
  const text = (userAgent ?? '').slice(0, 256)
  let found = known.get(text)
  if (!found) {
    const { browser, os } = text ? Bowser.parse(text) : { browser: {}, os: {} }
    found = { browser: plain(browser.name), system: plain(os.name) }
    if (known.size >= 1000) known.clear()
    known.set(text, found)
  }
  return found
}

/** Product names come from what the visitor sent: letters, digits and a little punctuation, no more. */
const plain = (name: string | undefined) => (name ?? '').replaceAll(/[^\p{L}\p{N} ._+-]/gu, '').slice(0, 40)

/** The address a request comes from: of the connection, or, when that is a proxy of ours, the last one in X-Forwarded-For that is not. */
export function addressOf(c: Context, config: Config): string {
  const connection = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
  let address = bare(connection ?? '')
  if (!config.isTrustedProxy(address)) return address
  for (const hop of (c.req.header('x-forwarded-for') ?? '').split(',').reverse()) {
    const next = bare(hop.trim())
    if (!next) break
    address = next
    if (!config.isTrustedProxy(address)) break
  }
  return address
}

const bare = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** What limits count by: one IPv4 address, or a whole /64 of IPv6, which is what one household gets. */
export const addressGroup = (address: string) => (isIPv6(address) ? `${firstGroups(address, 4)}::/64` : address)

/** What people see of an address: the network part. */
export function placeOf(address: string): string {
  if (isIPv6(address)) return `${firstGroups(address, 3)}:x`
  const parts = address.split('.')
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.x` : ''
}

/** The first groups of an IPv6 address, `::` written out. */
function firstGroups(address: string, count: number): string {
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, count).join(':')
}
