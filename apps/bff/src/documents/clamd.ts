import { connect } from 'node:net'
import { Problem } from '../domain/problem.ts'

const chunkBytes = 65_536

/**
 * Asks a virus scanner that speaks clamd's protocol (`INSTREAM`: pieces with their length before them, an empty one at the end).
 * Refuses with `document-refused` what it knows, and with `unavailable` when it gives no clear answer within `withinMs`.
 */
export function virusScanner(url: string, withinMs: number) {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return async (content: Buffer): Promise<void> => {
    const answer = await ask(host, Number(port || 3310), content, withinMs)
    if (/ FOUND\0?$/.test(answer)) throw new Problem('document-refused', { fields: { file: 'infected' } })
    if (!/^stream: OK\0?$/.test(answer)) throw new Problem('unavailable')
  }
}

function ask(host: string, port: number, content: Buffer, withinMs: number): Promise<string> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect({ host, port })
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      done(answer.trim())
    }
    const timer = setTimeout(() => {
      answer = ''
      end()
    }, withinMs)
    socket.once('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < content.length; at += chunkBytes) {
        const chunk = content.subarray(at, at + chunkBytes)
        socket.write(sizeOf(chunk.length))
        socket.write(chunk)
      }
      socket.write(sizeOf(0))
    })
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\0') || answer.length > 1000) end()
    })
    socket.once('error', end)
    socket.once('close', end)
  })
}

function sizeOf(length: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
