import { connect, type Socket } from 'node:net'

/** One request as it goes over the wire. */
export type Wire = Buffer

/** An HTTP/1.1 request as bytes; JSON when there is a body. */
export function wire(method: string, path: string, port: number, body?: unknown, cookie?: string): Wire {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: localhost:${port}`,
    `origin: http://localhost:${port}`,
    ...(cookie ? [`cookie: ${cookie}`] : []),
    ...(json === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(json)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${json ?? ''}`)
}

/** One kept-alive connection that sends a request and waits for its whole answer; far cheaper than fetch, so that the server is what is measured. */
function connection(port: number) {
  let socket: Socket | undefined
  let received = ''
  let settle: { done: (status: number) => void; fail: (reason: Error) => void } | undefined

  const open = () => {
    const fresh = connect({ port, host: '127.0.0.1', noDelay: true })
    fresh.setEncoding('latin1')
    fresh.on('data', (chunk: string) => {
      received += chunk
      const head = received.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = /\r\ncontent-length: (\d+)/i.exec(received)
      if (
        /\r\ntransfer-encoding: chunked/i.test(received)
          ? !received.endsWith('0\r\n\r\n')
          : received.length < head + 4 + Number(length?.[1] ?? 0)
      )
        return
      const status = Number(received.slice(9, 12))
      // The server ends a connection after a number of requests; the next one opens another.
      if (/\r\nconnection: close/i.test(received.slice(0, head))) socket = undefined
      received = ''
      settle?.done(status)
    })
    fresh.on('error', (reason) => settle?.fail(reason))
    fresh.on('close', () => {
      if (socket === fresh) socket = undefined
    })
    return fresh
  }
  return {
    send: (request: Wire) =>
      new Promise<number>((done, fail) => {
        settle = { done, fail }
        socket ??= open()
        socket.write(request)
      }),
    close: () => socket?.destroy(),
  }
}

export type Outcome = { perSecond: number; p50: number; p99: number; count: number; other: number }

/** The q-quantile of times in ms. */
const quantile = (sorted: number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0

/**
 * Sends requests over so many connections until `next` gives none or the time is over; answers other than `expected` are
 * counted apart. The rate is that of the answers within the time. With `everyMs` it is a calm probe: one request at each beat and connection, not as many as possible.
 */
export async function load(
  port: number,
  options: { connections: number; ms: number; expected: number; next: () => Wire | undefined; everyMs?: number },
): Promise<Outcome> {
  const times: number[] = []
  let [other, inTime] = [0, 0]
  const began = performance.now()
  const end = began + options.ms
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const line = connection(port)
      for (let beat = began; performance.now() < end; ) {
        const request = options.next()
        if (!request) break
        const sent = performance.now()
        const status = await line.send(request)
        times.push(performance.now() - sent)
        if (status !== options.expected) other++
        else if (performance.now() <= end) inTime++
        beat += options.everyMs ?? 0
        const rest = beat - performance.now()
        if (options.everyMs && rest > 0) await new Promise((done) => setTimeout(done, rest))
      }
      line.close()
    }),
  )
  const seconds = (Math.min(performance.now(), end) - began) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: inTime / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), count: times.length, other }
}
