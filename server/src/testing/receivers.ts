import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll } from 'vitest'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string; at: number }

/** What a receiver does with a message once it has read it. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void

/** Somebody's server on this machine, which notes what it gets and answers as it is told to. */
export type Receiver = {
  url: string
  received: Received[]
  /** How many connections it has open, and how many it had at most. */
  open: { now: number; most: number }
  behave(next: Behaviour): void
  /** Lets go of whoever is connected. */
  release(): void
}

const status =
  (code: number, headers = {}): Behaviour =>
  (response) =>
    void response.writeHead(code, headers).end()

/** How receivers behave, and misbehave. */
export const behaviours = {
  fine: status(204),
  status,
  hang: () => {},
  redirectTo: (location: string) => status(302, { location }),
  /** The status at once, and its body a byte at a time, without end. */
  dripBody: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    const timer = setInterval(() => response.write('.'), 10)
    response.on('close', () => clearInterval(timer))
  },
  /** Not even the status, but a byte of its headers every now and then. */
  dripHeaders: (response: ServerResponse) => {
    const { socket } = response
    socket?.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket?.write('x-more: 1\r\n'), 10)
    socket?.on('close', () => clearInterval(timer))
  },
  /** Ten megabytes, as fast as they are taken. */
  flood: (response: ServerResponse) => {
    response.writeHead(200)
    let left = 160
    const pour = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1
        if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', pour)
      }
      response.end()
    }
    pour()
  },
  /** Goes away without a word. */
  closeEarly: (response: ServerResponse) => void response.socket?.destroy(),
  /** Goes away in the middle of its answer, after its status. */
  closeInTheMiddle: (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('half of it')
    setTimeout(() => response.socket?.destroy(), 10)
  },
  nonsense: (response: ServerResponse) => void response.socket?.end('220 mail.example.org ESMTP ready\r\n'),
}

/** A receiver that is gone after the file's tests. */
export async function givenReceiver(behaviour: Behaviour = behaviours.fine): Promise<Receiver> {
  let behave = behaviour
  const received: Received[] = []
  const open = { now: 0, most: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { url: path = '', headers } = request
      received.push({ path, headers, body: Buffer.concat(chunks).toString('utf8'), at: Date.now() })
      behave(response, request)
    })
    response.on('error', () => {})
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    open.now += 1
    open.most = Math.max(open.most, open.now)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      open.now -= 1
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const release = () => {
    for (const socket of sockets) socket.destroy()
  }
  afterAll(() => {
    release()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    open,
    behave: (next) => {
      behave = next
    },
    release,
  }
}
