import {
  type BodyOf,
  type Endpoint,
  type EndpointKey,
  type Endpoints,
  endpoints,
  type Params,
  type QueryOf,
  type ReplyOf,
} from '@porta/shared'
import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Visit } from '../domain/activity.ts'
import { findEnteredCase } from '../domain/case-entry.ts'
import { Problem, secondsUntil } from '../domain/problem.ts'
import { findSignedIn } from '../domain/sessions.ts'
import { isStaff, mustEnrol, type SignedIn } from '../domain/signed-in.ts'
import { addressGroup, addressOf, browserOf, placeOf } from './client.ts'
import { browserCookie, caseCookie, challengeCookie, clearCookie, readCookies, sessionCookie } from './cookies.ts'
import { readInput, readQuery } from './input.ts'
import { readJson } from './json-body.ts'
import { uploadOf } from './upload.ts'

export type Env = { Variables: { requestId: string } }

/** What a handler gets: input as its schema says, who asks as its access says, and the cookies. */
export type Ask<K extends EndpointKey> = {
  body: BodyOf<Endpoints[K]>
  /** The file that is the body, as it comes; certain for `upload`. */
  upload: AsyncIterable<Uint8Array>
  query: QueryOf<Endpoints[K]>
  params: Params<K>
  /** The person signed in; certain for `enrolling`, `signed-in`, `admin` and `staff`. */
  who: Endpoints[K]['access'] extends 'open' | 'challenge' | 'case' ? undefined : SignedIn
  /** The recovery case whose page is open in this browser; certain for `case`. */
  caseId: string
  /** The token of the challenge; certain for `challenge`. */
  challenge: string
  cookie: (name: string) => string | undefined
  visit: Visit
  c: Context<Env>
}

/** One handler for every endpoint of the contract; a missing one does not compile. A whole response is for those with a media type of their own. */
export type Handlers = { [K in EndpointKey]: (ask: Ask<K>) => Promise<ReplyOf<Endpoints[K]> | Response> }

/** Mounts the whole contract: access first, then the schema, then the handler; the reply keeps only the listed fields. */
export function mount(app: Hono<Env>, deps: Deps, handlers: Handlers) {
  for (const [key, endpoint] of Object.entries(endpoints) as [EndpointKey, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ')
    const handle = handlers[key] as (ask: Ask<EndpointKey>) => Promise<unknown>
    app.on(method, path, async (c) => {
      const cookie = readCookies(c.req.header('cookie'))
      const { who, caseId = '' } = await admit(deps, endpoint, method, cookie, isAttended(endpoint, c))
      const body = endpoint.body && readInput(endpoint.body, await readJson(c, deps.config.rules.http))
      const upload = endpoint.upload && uploadOf(c, deps.config.rules.documents)
      const query = endpoint.query && readInput(endpoint.query, readQuery(c.req.url))
      const ask = {
        body,
        upload,
        query,
        params: c.req.param(),
        who,
        caseId,
        challenge: cookie(challengeCookie) ?? '',
        cookie,
        visit: visitOf(deps, c, cookie),
        c,
      }
      const answer = await handle(ask as unknown as Ask<EndpointKey>).catch((reason: unknown) => {
        // After an answer to it; a page that only asks about its challenge may overlap with the next sign-in.
        if (method !== 'GET' && reason instanceof Problem && reason.code === 'challenge-over') clearCookie(c, challengeCookie)
        throw reason
      })
      // Only where the contract names another media type; made with `c`, so that the headers of every answer stay on it.
      if (endpoint.media && answer instanceof Response) return answer
      const reply = endpoint.reply.parse(answer)
      return reply === null ? c.body(null, 204) : c.json(reply as object)
    })
  }
}

/** Whether somebody is at the page. One that watches, or asks by itself and says so, must not keep its own session alive. */
const isAttended = ({ media }: Endpoint, c: Context<Env>) => media !== 'text/event-stream' && c.req.header('x-unattended') === undefined

/** The gate of each access level; deny is the default. */
async function admit(
  deps: Deps,
  { access }: Endpoint,
  method: string,
  cookie: (name: string) => string | undefined,
  isThere: boolean,
): Promise<{ who?: SignedIn; caseId?: string }> {
  if (access === 'open') return {}
  if (access === 'challenge') {
    if (!cookie(challengeCookie)) throw new Problem('challenge-over')
    return {}
  }
  if (access === 'case') return { caseId: await findEnteredCase(deps, cookie(caseCookie) ?? '') }
  const token = cookie(sessionCookie)
  const who = token ? await findSignedIn(deps, token, isThere) : undefined
  // The cookie stays: a late answer to a request with the token of before must not take away the one that has replaced it.
  if (!who) throw new Problem('not-signed-in')
  const now = deps.clock.now()
  if (access !== 'enrolling' && mustEnrol(who.contact, who.company, now)) throw new Problem('enrolment-needed')
  if (access === 'staff' && !isStaff(who)) throw new Problem('staff-only')
  if (access === 'admin' && who.contact.role !== 'admin') throw new Problem('admins-only')
  // Whoever came back by a lost device may be the wrong person: the others of the company are out of reach for a while.
  if (access === 'admin' && method !== 'GET' && (who.contact.careUntil ?? 0) > now)
    throw new Problem('under-care', { retryAfterSeconds: secondsUntil(who.contact.careUntil ?? 0, now) })
  return { who }
}

function visitOf(deps: Deps, c: Context<Env>, cookie: (name: string) => string | undefined): Visit {
  const address = addressOf(c, deps.config)
  return {
    client: { ...browserOf(c.req.header('user-agent')), place: placeOf(address) },
    address: addressGroup(address),
    requestId: c.get('requestId'),
    browserToken: cookie(browserCookie),
  }
}
