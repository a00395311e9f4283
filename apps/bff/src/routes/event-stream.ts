import type { Context } from 'hono'

const encoder = new TextEncoder()

type Most = { events: number; bytes: number; lastMs: number }

/**
 * A stream of server-sent events that never keeps more than `most` for a page that does not read: then it ends, and the browser
 * connects anew. `onOver` is called once, whoever ends it.
 */
export function openEventStream(c: Context, most: Most, onOver: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let isOver = false
  const over = () => {
    if (!isOver) onOver()
    isOver = true
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
      },
      cancel: over,
    },
    // Counted in events; a long one counts as several. No room is left when one more waits than may.
    { highWaterMark: most.events + 1, size: (chunk) => Math.max(1, ((chunk?.length ?? 0) * most.events) / most.bytes) },
  )
  const room = () => controller?.desiredSize ?? 0
  const cut = () => {
    over()
    cutOff(c, controller)
  }
  const end = () => {
    if (isOver) return
    over()
    controller?.close()
    // What still waits is left to whoever reads, for a while; a stream that has been read to its end has no room at all.
    setTimeout(() => room() > 0 && cut(), most.lastMs).unref()
  }
  const write = (text: string) => {
    if (isOver) return
    controller?.enqueue(encoder.encode(text))
    if (room() <= 0) cut()
  }
  return {
    answer: () =>
      c.body(body, 200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'transfer-encoding': 'chunked',
        // A stream ends with its connection: a server that stops need not wait for the next request on it.
        connection: 'close',
        // A proxy that collects answers would hold the events back.
        'x-accel-buffering': 'no',
      }),
    send: (event: string, data: object) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    /** A sign of life; none is needed while something waits to be sent. */
    comment: (text: string) => {
      if (room() > most.events) write(`: ${text}\n\n`)
    },
    end,
  }
}

/** The connection itself, where there is one; closing the answer would wait for its reader. */
function cutOff(c: Context, controller: ReadableStreamDefaultController | undefined) {
  const { socket } = (c.env as { incoming?: { socket?: { destroy?: () => void } } } | undefined)?.incoming ?? {}
  if (socket?.destroy) socket.destroy()
  else controller?.error(new Error('nobody reads'))
}
