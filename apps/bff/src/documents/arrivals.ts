import { Problem } from '../domain/problem.ts'

/**
 * Takes what arrives piece by piece into memory, for the time of some work with it. All that is held at one moment has a limit:
 * beyond it the Problem `busy`. Small pieces cost no more than large ones.
 */
export function arrivals(mostBytes: number) {
  let held = 0
  return async <T>(pieces: AsyncIterable<Uint8Array>, work: (whole: Buffer) => Promise<T>): Promise<T> => {
    let room = Buffer.alloc(0)
    let size = 0
    const growTo = (bytes: number) => {
      const more = Math.max(bytes, 2 * room.length, 65_536)
      if (held - room.length + more > mostBytes) throw new Problem('busy', { retryAfterSeconds: 5 })
      held += more - room.length
      const larger = Buffer.allocUnsafeSlow(more)
      room.copy(larger, 0, 0, size)
      room = larger
    }
    try {
      for await (const piece of pieces) {
        if (size + piece.byteLength > room.length) growTo(size + piece.byteLength)
        room.set(piece, size)
        size += piece.byteLength
      }
      return await work(room.subarray(0, size))
    } finally {
      held -= room.length
    }
  }
}
