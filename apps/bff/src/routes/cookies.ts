import type { Context } from 'hono'
import { Problem } from '../domain/problem.ts'

export const sessionCookie = '__Host-sid'
export const challengeCookie = '__Host-mfa'
/** Names a browser in which somebody once signed in fully; it proves nothing and only chooses whose mistakes are counted. */
export const browserCookie = '__Host-bid'

/** Opens the page of one recovery case; it signs nobody in. */
export const caseCookie = '__Host-case'

/**
 * The cookies of a request, read to the letter: names are compared exactly, only spaces and tabs are trimmed
 * (RFC 6265 section 5.4), and one of ours that comes twice refuses the request with `duplicate-cookie`.
 */
export function readCookies(header: string | undefined): (name: string) => string | undefined {
  if (!header) return () => undefined
  const found = new Map<string, string>()
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at < 0) continue
    const name = trimmed(part.slice(0, at))
    if (found.has(name) && name.startsWith('__Host-')) throw new Problem('duplicate-cookie')
    if (!found.has(name)) found.set(name, trimmed(part.slice(at + 1)))
  }
  return (name) => found.get(name)
}

const trimmed = (text: string) => text.replace(/^[ \t]+|[ \t]+$/g, '')

/** Sets a cookie that only this origin gets and no script reads; without an age it lasts as long as the browser. */
export function setCookie(c: Context, name: string, value: string, maxAgeSeconds?: number) {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  c.header('set-cookie', `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict${age}`, { append: true })
}

export const clearCookie = (c: Context, name: string) => setCookie(c, name, '', 0)
