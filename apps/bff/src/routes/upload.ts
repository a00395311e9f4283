import type { Context } from 'hono'
import type { Rules } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import { piecesOf } from './body.ts'

/**
 * The file that is the body of a request, read only when it is asked for. Refuses with `not-json` (415) what is not declared as
 * plain bytes or comes packed, and with `too-large` what is larger than a document may be, as soon as it says so.
 */
export function uploadOf(c: Context, { bytes, uploadWithinMs }: Rules['documents']): AsyncIterable<Uint8Array> {
  const type = c.req.header('content-type')?.trim().toLowerCase()
  if (type !== 'application/octet-stream' || c.req.header('content-encoding') !== undefined) throw new Problem('not-json')
  if (Number(c.req.header('content-length') ?? 0) > bytes) throw new Problem('too-large', { fields: { file: 'file-too-large' } })
  return piecesOf(c, bytes, uploadWithinMs)
}
