import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A scanner that keeps what it was sent; `answer` is called with all of it each time when more has come. */
export async function virusScannerServer(answer: (socket: Socket, received: Buffer) => void) {
  let received = Buffer.alloc(0)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    received = Buffer.alloc(0)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      answer(socket, received)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** As clamd does: says something when the empty piece at the end has come. */
export const saying = (text: () => string) =>
  virusScannerServer((socket, received) => void (received.subarray(-4).equals(Buffer.alloc(4)) && socket.end(text())))
