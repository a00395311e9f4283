import type { Context } from 'hono'
import type { Rules } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import { inTime, piecesOf } from '../routes/body.ts'
import { NotUnderstood } from './envelope.ts'

/**
 * The message of a request as text. Refuses with `not-json` (415) what is not declared as XML in UTF-8 or comes packed, with
 * `too-large` what is over the limit, however its length is told, with `too-slow` what does not come in time, and as not understood what is not UTF-8.
 */
export async function readMessage(c: Context, { soap, http }: Pick<Rules, 'soap' | 'http'>): Promise<string> {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  const isXml = type === 'text/xml' || type === 'application/soap+xml'
  const isUtf8 = charset === undefined || /^"?utf-8"?$/.test(charset)
  if (!isXml || !isUtf8 || c.req.header('content-encoding') !== undefined) throw new Problem('not-json')
  try {
    // A byte order mark is taken off; bytes that are no UTF-8 are not guessed at.
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(c, soap.bodyBytes, http.bodyWithinMs))
  } catch (reason) {
    throw reason instanceof TypeError ? new NotUnderstood() : reason
  }
}

async function readBytes(c: Context, maxBytes: number, withinMs: number): Promise<Uint8Array> {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (Number(declared) > maxBytes) throw new Problem('too-large')
    return new Uint8Array(await inTime(c.req.arrayBuffer(), withinMs))
  }
  return Buffer.concat(await Array.fromAsync(piecesOf(c, maxBytes, withinMs)))
}
