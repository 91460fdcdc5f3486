import { connect } from 'node:net'

export type HttpAnswer = { status: number; head: string; body: string }

/** One connection that is kept, with one request on its way at a time. */
export type HttpClient = { ask(request: string): Promise<HttpAnswer>; close(): void }

/**
 * The cheapest client there is: it shares the machine with the server it measures, so whatever it costs is taken from
 * the figures. It reads answers that have a Content-Length, and of others, which are files, when they have ended.
 */
export async function openHttpClient(port: number): Promise<HttpClient> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))

  let received = Buffer.alloc(0)
  let waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = readAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** Opens some connections, as many to each port, lets them be used, and closes them. */
export async function withHttpClients<T>(
  ports: readonly number[],
  count: number,
  work: (clients: HttpClient[]) => Promise<T>,
): Promise<T> {
  const portOf = (index: number) => ports[index % ports.length] ?? 0
  const clients = await Promise.all(Array.from({ length: count }, (_, index) => openHttpClient(portOf(index))))
  try {
    return await work(clients)
  } finally {
    for (const client of clients) client.close()
  }
}

/** A request as text, so that a load makes only what differs from one to the next. */
export function requestText(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): string {
  const content =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: 'localhost', ...headers, ...content }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

/** The kind of an answer: its status, and of a registration or a refusal what it says it is. */
export function kindOf({ status, body }: HttpAnswer): string {
  const said = /"(?:status|code)":"([A-Z_]+)"/.exec(body)?.[1]
  return said === undefined ? String(status) : `${status} ${said}`
}

function readAnswer(received: Buffer): HttpAnswer | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return readChunks(received, headEnd, head)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
  if (!Number.isInteger(length)) throw new Error(`an answer without a length: ${head}`)
  const bodyEnd = headEnd + 4 + length
  if (received.length < bodyEnd) return undefined
  return { status: Number(head.slice(9, 12)), head, body: received.toString('utf8', headEnd + 4, bodyEnd) }
}

/** A file that comes in chunks; undefined while the last one is not there. */
function readChunks(received: Buffer, headEnd: number, head: string): HttpAnswer | undefined {
  const chunks: Buffer[] = []
  let at = headEnd + 4
  for (;;) {
    const lineEnd = received.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const length = Number.parseInt(received.toString('latin1', at, lineEnd), 16)
    if (received.length < lineEnd + 2 + length + 2) return undefined
    if (length === 0) return { status: Number(head.slice(9, 12)), head, body: Buffer.concat(chunks).toString('utf8') }
    chunks.push(received.subarray(lineEnd + 2, lineEnd + 2 + length))
    at = lineEnd + 2 + length + 2
  }
}
