import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { App } from '../platform/http.ts'
import type { Json, Reply } from './reply.ts'

export type Message = { name: string; id: number | undefined; data: Json }

/** Somebody who watches an event. */
export type Watcher = {
  status: number
  headers: IncomingMessage['headers']
  messages: Message[]
  /** All that has come, as it came. */
  text(): string
  /** The changes told so far, by their entry numbers. */
  changes(): number[]
  /** Waits for a message; fails after `ms`. */
  until(is: (message: Message) => boolean, ms?: number): Promise<Message>
  /** Resolves when the server has ended it. */
  ended: Promise<void>
  close(): void
}

/** Opens a stream over a real connection; the server listens from the first time on. */
export async function watch(
  app: App,
  path: string,
  key: string | undefined,
  headers: Record<string, string> = {},
): Promise<Watcher> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const request = get({
    port,
    host: '127.0.0.1',
    path,
    headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
    agent: false,
  })
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request.once('response', resolve).once('error', reject),
  )
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  let text = ''
  let rest = ''
  answer.setEncoding('utf8')
  answer.on('data', (chunk: string) => {
    text += chunk
    const parts = (rest + chunk).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const message = readMessage(part)
      if (message) messages.push(message)
    }
    for (const look of waiting) look()
  })
  answer.on('error', () => {})
  request.on('error', () => {})
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    messages,
    text: () => text,
    changes: () => messages.filter(({ name }) => name === 'change').map(({ id }) => id ?? 0),
    ended: new Promise((resolve) => answer.once('close', resolve)),
    until: (is, ms = 5_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`nothing came in ${ms} ms; there were ${JSON.stringify(messages)}`))
        }, ms)
        const look = () => {
          const found = messages.find(is)
          if (!found) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => void request.destroy(),
  }
}

/** The beginning of a stream, up to what is left now, after which it is closed; a refusal is read whole. */
export async function readStream(
  app: App,
  path: string,
  key: string | undefined,
  headers?: Record<string, string>,
): Promise<Reply> {
  const watcher = await watch(app, path, key, headers)
  try {
    const isOpen = watcher.status === 200
    await (isOpen ? watcher.until(({ name }) => name === 'counters', 20_000) : watcher.ended)
    const text = watcher.text()
    return {
      status: watcher.status,
      body: (isOpen ? null : JSON.parse(text)) as Json,
      text,
      headers: watcher.headers,
    }
  } finally {
    watcher.close()
  }
}

function readMessage(part: string): Message | undefined {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1]
  const data = field('data')
  const id = field('id')
  if (data === undefined) return undefined
  return {
    name: field('event') ?? 'message',
    id: id === undefined ? undefined : Number(id),
    data: JSON.parse(data) as Json,
  }
}
