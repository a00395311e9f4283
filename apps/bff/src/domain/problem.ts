import type { FieldProblem, ProblemCode } from '@porta/shared'

export type ProblemDetail = { retryAfterSeconds?: number; fields?: Record<string, FieldProblem>; phoneAheadMinutes?: number }

/** A refusal with a name. Anything else that is thrown is a fault of ours. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: ProblemDetail
  constructor(code: ProblemCode, detail: ProblemDetail = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
  }
}

/** Whole seconds from `now` to `until` (both in ms), at least one: what a Retry-After header says. */
export const secondsUntil = (until: number, now: number) => Math.max(1, Math.ceil((until - now) / 1000))
