import type { Context } from 'hono'
import { Problem } from '../domain/problem.ts'

const maxDepth = 16
const maxKeys = 100

/**
 * The JSON body of a request. Refuses with `not-json` what is not declared or not formed as JSON, with `too-large`
 * what is over the limit, and with `invalid-input` objects with the same key twice: two readers could see two things in them.
 */
export async function readJson(c: Context, maxBytes: number): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' || c.req.header('content-encoding') !== undefined) throw new Problem('not-json')
  const text = await readText(c, maxBytes)
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

async function readText(c: Context, maxBytes: number): Promise<string> {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (Number(declared) > maxBytes) throw new Problem('too-large')
    return await c.req.text()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
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
