import type { z } from 'zod'

/**
 * Who may call an endpoint; the BFF refuses everybody else before its rule runs.
 * - `open`: anybody
 * - `challenge`: the password was right and a code is awaited; no session exists
 * - `enrolling`: signed in, even a person who has to switch verification on before anything else
 * - `signed-in`: signed in and with nothing left to do first
 * - `admin`: the same, and an admin of the company
 * - `staff`: the same, and of the operator's desk
 * - `case`: whoever has proved with a mailed code that a recovery case is theirs; nobody is signed in
 */
export type Access = 'open' | 'challenge' | 'enrolling' | 'signed-in' | 'admin' | 'staff' | 'case'

/** One endpoint as data: what the BFF mounts, the web calls and the OpenAPI document lists. */
export type Endpoint<Body extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> = {
  summary: string
  access: Access
  /** What may follow `?` in the address; each name at most once. */
  query?: Query
  body?: Body
  /** The body is one file as it is (`application/octet-stream`), not JSON. */
  upload?: true
  reply: Reply
  /** The media type of the answer; JSON when nothing is said. */
  media?: 'text/csv' | 'text/event-stream' | 'text/plain' | 'application/octet-stream'
}

/** Keeps the exact schemas in the type; it does nothing at run time. */
export const endpoint = <Body extends z.ZodType = never, Reply extends z.ZodType = z.ZodType, Query extends z.ZodType = never>(
  e: Endpoint<Body, Reply, Query>,
): Endpoint<Body, Reply, Query> => e

/** The names after `:` in a path, as an object of strings. */
export type Params<Key extends string> = Key extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<`/${Rest}`>
  : Key extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown

export type BodyOf<E> = E extends { body?: infer B }
  ? [B] extends [never]
    ? undefined
    : B extends z.ZodType
      ? z.output<B>
      : undefined
  : undefined
export type BodyInputOf<E> = E extends { body?: infer B }
  ? [B] extends [never]
    ? undefined
    : B extends z.ZodType
      ? z.input<B>
      : undefined
  : undefined
export type QueryOf<E> = E extends { query?: infer Q }
  ? [Q] extends [never]
    ? undefined
    : Q extends z.ZodType
      ? z.output<Q>
      : undefined
  : undefined
export type ReplyOf<E> = E extends { reply: infer R extends z.ZodType } ? z.output<R> : never
