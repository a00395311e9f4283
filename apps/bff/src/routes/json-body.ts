import type { Context } from 'hono'
import { Problem } from '../domain/problem.ts'
import { inTime, piecesOf } from './body.ts'

/** Bytes, and how long the body may take to arrive, in ms. */
type Limits = { bodyBytes: number; bodyWithinMs: number }

const maxDepth = 16
const maxKeys = 100

/**
 * The JSON body of a request. Refuses with `not-json` what is not declared or not formed as JSON, with `too-large`
 * what is over the limit, with `too-slow` what does not come in time, and with `invalid-input` objects with the same key twice: two readers could see two things in them.
 */
export async function readJson(c: Context, limits: Limits): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' || c.req.header('content-encoding') !== undefined) throw new Problem('not-json')
  const text = await readText(c, limits)
  const value = parsed(text)
  checkKeys(text)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('not-json')
  }
}

async function readText(c: Context, { bodyBytes, bodyWithinMs }: Limits): Promise<string> {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (Number(declared) > bodyBytes) throw new Problem('too-large')
    return await inTime(c.req.text(), bodyWithinMs)
  }
  return Buffer.concat(await Array.fromAsync(piecesOf(c, bodyBytes, bodyWithinMs))).toString('utf8')
}

/** Walks over the tokens of a JSON text that is known to be well formed; in one that is not, the search for the end of a string could take seconds. */
function checkKeys(text: string) {
  const open: (Set<string> | undefined)[] = []
  let keys = 0
  let last: string | undefined
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':' && last !== undefined) {
      const names = open.at(-1)
      const name = JSON.parse(last) as string
      if (names?.has(name) || ++keys > maxKeys) throw new Problem('invalid-input')
      names?.add(name)
    }
    if (open.length > maxDepth) throw new Problem('invalid-input')
    last = token.startsWith('"') ? token : undefined
  }
}
