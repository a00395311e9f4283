import type { Context } from 'hono'
import type { Rules } from '../config.ts'
import { Problem } from '../domain/problem.ts'
import { NotUnderstood } from './envelope.ts'

/**
 * The message of a request as text. Refuses with `not-json` (415) what is not declared as XML in UTF-8 or comes packed, with
 * `too-large` what is over the limit, however its length is told, and as not understood what is not UTF-8.
 */
export async function readMessage(c: Context, limits: Rules['soap']): Promise<string> {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  const isXml = type === 'text/xml' || type === 'application/soap+xml'
  const isUtf8 = charset === undefined || /^"?utf-8"?$/.test(charset)
  if (!isXml || !isUtf8 || c.req.header('content-encoding') !== undefined) throw new Problem('not-json')
  try {
    // A byte order mark is taken off; bytes that are no UTF-8 are not guessed at.
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(c, limits.bodyBytes))
  } catch (reason) {
    throw reason instanceof TypeError ? new NotUnderstood() : reason
  }
}

async function readBytes(c: Context, maxBytes: number): Promise<Uint8Array> {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (Number(declared) > maxBytes) throw new Problem('too-large')
    return new Uint8Array(await c.req.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new Problem('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
