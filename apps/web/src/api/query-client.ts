import type { EndpointKey } from '@porta/shared'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { call, type Reply, watchCalls } from './call.ts'
import { ApiProblem } from './problem.ts'

/** The keys that can be asked without a body or parameters. */
type PlainGet = {
  [K in EndpointKey]: K extends `GET ${string}` ? (Parameters<typeof call<K>> extends [K] ? K : never) : never
}[EndpointKey]

/** What the signed-in person has loaded so far; emptied whenever the person changes. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => error instanceof ApiProblem && error.code === 'offline' && failures < 2,
    },
  },
})

// not signing out: that loads another page, and the screen left until then would ask again for what is gone
const changesThePerson: readonly EndpointKey[] = ['POST /api/sign-in/password', 'POST /api/sign-in/code', 'POST /api/sign-in/recovery-code']
watchCalls(({ key, problem }) => {
  if (!problem && changesThePerson.includes(key)) queryClient.clear()
  return false
})

/** The query of one GET endpoint. */
export const answer = <K extends PlainGet>(key: K) =>
  queryOptions({ queryKey: [key], queryFn: () => (call as (key: K) => Promise<Reply<K>>)(key) })

type Get = Extract<EndpointKey, `GET ${string}`>
type Asked<K extends Get> = NonNullable<Parameters<typeof call<K>>[1]>

/** The query of a GET endpoint with parameters; a question that nobody waits for any more is given up. */
export const answerTo = <K extends Exclude<Get, PlainGet>>(key: K, input: Asked<K>) =>
  queryOptions({
    queryKey: [key, input],
    queryFn: ({ signal }) => (call as (key: K, input: Asked<K>) => Promise<Reply<K>>)(key, { ...input, signal }),
  })

/** Loads these answers again, whatever was asked with them, because something just changed them. */
export const refresh = (...keys: Get[]) => Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
