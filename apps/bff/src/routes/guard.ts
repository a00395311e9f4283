import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import type { Env } from './mount.ts'

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const always: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), display-capture=()'],
]
const forPages: [string, string][] = [...always, ['content-security-policy', pagePolicy]]
const forApi: [string, string][] = [
  ...always,
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ['cache-control', 'no-store'],
]

/** Old programs are no pages: they send no Origin, and their interface takes no cookies, so nobody's name can be borrowed there. */
const soapPath = '/soap'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Headers on every answer, and the refusal of every change that does not come from a page of ours. Own code, because
 * the usual helpers let cross-site JSON pass and rely on preflights.
 */
export function guard(config: Config): MiddlewareHandler<Env> {
  const hsts: [string, string][] = config.publicUrl.startsWith('https:')
    ? [['strict-transport-security', 'max-age=63072000; includeSubDomains; preload']]
    : []
  const apiHeaders = [...forApi, ...hsts]
  const pageHeaders = [...forPages, ...hsts]
  return async (c, next) => {
    for (const [name, value] of c.req.path.startsWith('/api/') || c.req.path === soapPath ? apiHeaders : pageHeaders) c.header(name, value)
    if (!safe.has(c.req.method) && c.req.path !== soapPath) {
      const site = c.req.header('sec-fetch-site')
      const isOurs = config.origins.includes(c.req.header('origin') ?? '') && (site === undefined || site === 'same-origin')
      if (!isOurs) throw new Problem('other-origin')
    }
    await next()
  }
}
