import type { BodyInputOf, EndpointKey, Endpoints, Params, QueryOf, ReplyOf } from '@porta/shared'
import { isSomebodyThere } from './presence.ts'
import { ApiProblem } from './problem.ts'

type PathParams<K extends EndpointKey> = unknown extends Params<K> ? unknown : { params: Params<K> }
type Body<K extends EndpointKey> = BodyInputOf<Endpoints[K]> extends undefined ? unknown : { body: BodyInputOf<Endpoints[K]> }
type Query<K extends EndpointKey> = QueryOf<Endpoints[K]> extends undefined ? unknown : { query: QueryOf<Endpoints[K]> }
type Input<K extends EndpointKey> = PathParams<K> & Body<K> & Query<K>
type Rest<K extends EndpointKey> = unknown extends Input<K> ? [] : [input: Input<K> & { signal?: AbortSignal }]

/** The answer of one endpoint, as the contract promises it. */
export type Reply<K extends EndpointKey> = ReplyOf<Endpoints[K]>

/** What a watcher hears of: each answered call, with its refusal if it was one. */
export type Answered = { key: EndpointKey; problem?: ApiProblem }
const watchers = new Set<(answered: Answered) => boolean>()

/**
 * Hears of every answered call until the returned function is called. A watcher that returns true has
 * taken a refusal over (it leads elsewhere); the caller then waits for ever instead of showing it too.
 */
export function watchCalls(watcher: (answered: Answered) => boolean): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
const tellWatchers = (answered: Answered) => [...watchers].map((watcher) => watcher(answered)).includes(true)

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; signal?: AbortSignal }

/** What follows the path; what is undefined is not asked. */
function asked(query: Record<string, unknown> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The method and the address of an endpoint, with its parameters in their places. */
export function addressOf(key: EndpointKey, { params = {}, query }: Pick<Parts, 'params' | 'query'> = {}) {
  const [method = '', template = ''] = key.split(' ')
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return { method, path: path + asked(query) }
}

/** Waits for the answer of an endpoint and tells the watchers; one of them may take a refusal over. */
export async function answered<K extends EndpointKey>(key: K, coming: Promise<unknown>): Promise<Reply<K>> {
  try {
    const reply = await coming
    tellWatchers({ key })
    return reply as Reply<K>
  } catch (error) {
    if (error instanceof ApiProblem && tellWatchers({ key, problem: error })) return new Promise<never>(() => {})
    throw error
  }
}

/** Calls one endpoint of the contract; a refusal throws `ApiProblem`. */
export function call<K extends EndpointKey>(key: K, ...[input]: Rest<K>): Promise<Reply<K>> {
  const { body, signal, ...where } = (input ?? {}) as Parts
  const { method, path } = addressOf(key, where)
  return answered(
    key,
    overtaken(method, () => send(method, path, { body, signal })),
  )
}

/** Changes under way, and how many were made. */
const underWay = new Set<Promise<unknown>>()
let changes = 0

/**
 * Some changes give the session another token. What was asked at the same moment with the old one is refused before anything of it is
 * done, although nobody has signed out: it is asked once more.
 */
async function overtaken(method: string, ask: () => Promise<unknown>): Promise<unknown> {
  const before = changes
  const first = ask()
  if (method !== 'GET') underWay.add(first)
  try {
    const reply = await first
    if (method !== 'GET') changes++
    return reply
  } catch (error) {
    underWay.delete(first)
    if (!(error instanceof ApiProblem) || error.code !== 'not-signed-in') throw error
    await Promise.allSettled(underWay)
    if (changes === before) throw error
    return await ask()
  } finally {
    underWay.delete(first)
  }
}

async function send(method: string, path: string, { body, signal }: Parts): Promise<unknown> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(!isSomebodyThere() && { 'x-unattended': '1' }),
  }
  const json = body !== undefined && { body: JSON.stringify(body) }
  const response = await fetch(path, { method, headers, ...json, ...(signal && { signal }) }).catch(() => {
    throw new ApiProblem('offline')
  })
  if (!response.ok) throw await ApiProblem.of(response)
  if (response.status === 204) return null
  return response.json().catch(() => {
    throw new ApiProblem('unexpected')
  })
}
