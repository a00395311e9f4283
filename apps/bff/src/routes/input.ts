import type { FieldProblem } from '@porta/shared'
import type { z } from 'zod'
import { Problem } from '../domain/problem.ts'

/** What was sent, as its schema says; refuses with `invalid-input` and what is wrong with each field. */
export function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = new Map<string, FieldProblem>()
  for (const issue of parsed.error.issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) {
      const name = nameOf(path)
      if (!fields.has(name)) fields.set(name, fieldProblem(issue))
    }
  }
  throw new Problem('invalid-input', { fields: Object.fromEntries(fields) })
}

/** What follows `?` in an address, by name; a name that comes twice refuses the request with `invalid-input`. */
export function readQuery(url: string): Record<string, string> {
  const query = new URL(url).searchParams
  for (const name of query.keys())
    if (query.getAll(name).length > 1) throw new Problem('invalid-input', { fields: { [nameOf([name])]: 'wrong-type' } })
  return Object.fromEntries(query)
}

/** A field by its name; what cannot be a name of ours is not repeated to the sender. */
const nameOf = (path: PropertyKey[]) => {
  const name = path.join('.')
  return /^\w[\w.]{0,63}$/.test(name) ? name : 'body'
}

function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown-field'
    case 'too_big':
      return 'too-long'
    case 'too_small':
      return issue.minimum === 1 ? 'required' : 'too-short'
    case 'invalid_format':
      return 'not-a-code'
    case 'invalid_value':
      return 'not-a-choice'
    case 'custom':
      return (issue.params?.['problem'] as FieldProblem | undefined) ?? 'wrong-type'
    default:
      return issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'wrong-type'
  }
}
