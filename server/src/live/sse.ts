import type { FastifyReply } from 'fastify'

/** One open line to a browser, as server-sent events. */
export type Line = {
  /** Sends a message; a reader that falls too far behind is let go, and comes back when it can. */
  send(message: { name: string; data: unknown; id?: number }): void
  /** The same for a message that is text already. */
  sendText(text: string): void
  close(): void
}

/** More than this waits for no reader, in bytes. */
const MOST_WAITING = 1_048_576

/** Answers with a stream instead of a body. `onGone` is called once, whoever ends it. */
export function openLine(reply: FastifyReply, onGone: () => void): Line {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // A proxy that gathers an answer before it passes it on would gather forever.
    'x-accel-buffering': 'no',
  } as Record<string, string>)
  raw.socket?.setNoDelay(true)
  if (raw.destroyed) onGone()
  else raw.once('close', onGone)
  raw.on('error', () => raw.destroy())

  const sendText = (text: string) => {
    if (raw.destroyed || raw.writableEnded) return
    if (raw.writableLength > MOST_WAITING) raw.destroy()
    else raw.write(text)
  }
  // Those who lose the line together do not all come back at the same moment.
  sendText(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`)
  return {
    sendText,
    send: (message) => sendText(messageText(message)),
    close: () => raw.end(),
  }
}

export function messageText({ name, data, id }: { name: string; data: unknown; id?: number }): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
