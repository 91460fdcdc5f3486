import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { App } from '../platform/http.ts'

/** Somebody who fetches a file over a real connection, as slowly as the test wants. */
export type Download = {
  status: number
  headers: IncomingMessage['headers']
  /** Takes the rest; says what came in all, and whether the answer was brought to its end. */
  takeAll(): Promise<{ text: string; isWhole: boolean }>
  /** Goes away in the middle. */
  leave(): void
}

/** Begins to fetch something, and takes nothing of it until told; the server listens from the first time on. */
export async function download(app: App, path: string, key: string): Promise<Download> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const request = get({ port, host: '127.0.0.1', path, headers: { authorization: `Bearer ${key}` }, agent: false })
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request.once('response', resolve).once('error', reject),
  )
  request.on('error', () => {})
  answer.on('error', () => {})
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    takeAll: () =>
      new Promise((resolve) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('close', () => resolve({ text: Buffer.concat(parts).toString('utf8'), isWhole: answer.complete }))
      }),
    leave: () => void request.destroy(),
  }
}
