import { EventEmitter, once } from 'node:events'
import type { FastifyReply } from 'fastify'
import type { Actor } from './actor.ts'
import type { Database, Tx } from './database.ts'
import { Problem } from './problem.ts'

/** A file as it is read from the database: its pieces follow each other, and are asked for one at a time. */
export type ExportedFile = { name: string; mediaType: string; pieces: AsyncIterable<string | Uint8Array> }

/** Each export under way has a connection of its own, so that there are few at once, and none for long. Milliseconds. */
export type ExportLimits = {
  atOnce: number
  ofOneTenant: number
  /** Longest wait for one of them to end. */
  waitMs: number
  /** Longest wait for a reader who takes nothing. */
  stallMs: number
  /** Longest time for the whole. */
  wholeMs: number
  /** How long a stopping server lets those go on that have begun. */
  closingMs: number
}

export function exportLimits(poolSize: number): ExportLimits {
  const atOnce = Math.max(1, Math.floor(poolSize / 4))
  const times = { waitMs: 5_000, stallMs: 20_000, wholeMs: 300_000, closingMs: 8_000 }
  return { atOnce, ofOneTenant: Math.max(1, atOnce - 1), ...times }
}

/** More than this do not even wait. */
const MOST_WAITING = 50

export type Exports = {
  /**
   * Answers with a file of any length, of which only a piece at a time is in memory. All of it is read from one
   * snapshot. What fails before the first piece is a refusal like any other; after that the connection is cut, so that
   * nobody takes the beginning for the whole.
   *
   * @param open looks up what the file is made of, and may refuse
   * @throws Problem BUSY where too many are under way, and none of them ends in time
   */
  send(reply: FastifyReply, actor: Actor, open: (tx: Tx) => Promise<ExportedFile>): Promise<void>
  /** How many are under way. */
  count(): number
  /** Lets those under way go on for a moment, and ends the rest. */
  close(): void
}

export function createExports(db: Database, limits: ExportLimits): Exports {
  const underWay = new Map<AbortController, string>()
  const ended = new EventEmitter().setMaxListeners(MOST_WAITING)

  function hasPlace(tenantId: string): boolean {
    const own = [...underWay.values()].filter((one) => one === tenantId).length
    return underWay.size < limits.atOnce && own < limits.ofOneTenant
  }

  /** Takes a place, once there is one. Most exports are done in a moment. */
  async function begin(tenantId: string): Promise<AbortController> {
    const patience = AbortSignal.timeout(limits.waitMs)
    while (!hasPlace(tenantId)) {
      const isCrowded = ended.listenerCount('end') >= MOST_WAITING
      if (!isCrowded) await once(ended, 'end', { signal: patience }).catch(() => {})
      if (isCrowded || patience.aborted) {
        throw new Problem('BUSY', 'Too many exports are under way. Try again in a moment.', {}, 5)
      }
    }
    const ending = new AbortController()
    underWay.set(ending, tenantId)
    return ending
  }

  return {
    count: () => underWay.size,
    close: () => {
      const endAll = () => {
        for (const ending of underWay.keys()) ending.abort(new Error('the server is stopping'))
      }
      setTimeout(endAll, limits.closingMs).unref()
    },
    send: async (reply, { tenantId }, open) => {
      const ending = await begin(tenantId)
      const whole = setTimeout(() => ending.abort(new Error('it took too long')), limits.wholeMs)
      try {
        await db.read(tenantId, async (tx) => {
          // While a slow reader is waited for, nothing is asked of the database.
          await tx.query("select set_config('idle_in_transaction_session_timeout', $1, true)", [
            String(limits.stallMs + 10_000),
          ])
          const { pieces, ...file } = await open(tx)
          const reading = pieces[Symbol.asyncIterator]()
          const first = await reading.next()
          // From here on nothing is thrown: it would be tried again, or answered a second time.
          await sendPieces(reply, file, ending, limits.stallMs, first, reading)
        })
      } finally {
        clearTimeout(whole)
        underWay.delete(ending)
        ended.emit('end')
      }
    },
  }
}

async function sendPieces(
  reply: FastifyReply,
  { name, mediaType }: Pick<ExportedFile, 'name' | 'mediaType'>,
  ending: AbortController,
  stallMs: number,
  first: IteratorResult<string | Uint8Array>,
  reading: AsyncIterator<string | Uint8Array>,
): Promise<void> {
  const { raw, request } = reply
  reply.hijack()
  raw.on('error', () => {})
  const leave = () => ending.abort(new Error('the reader has gone'))
  if (raw.destroyed) leave()
  else raw.once('close', leave)
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store, no-transform',
  } as Record<string, string>)
  try {
    const isWanted = request.method !== 'HEAD'
    for (let piece = first; isWanted && !piece.done; piece = await reading.next()) {
      ending.signal.throwIfAborted()
      if (!raw.write(piece.value)) await untilTaken(raw, ending, stallMs)
    }
    raw.end()
  } catch (error) {
    const { aborted, reason } = ending.signal
    request.log.warn({ err: aborted ? reason : error }, 'an export was cut short')
    // Without its last chunk no client takes the answer for whole; a reset says so to those that know no chunks.
    raw.socket?.resetAndDestroy()
  }
}

async function untilTaken(raw: FastifyReply['raw'], ending: AbortController, stallMs: number): Promise<void> {
  const stalled = setTimeout(() => ending.abort(new Error('nobody took it')), stallMs)
  try {
    await once(raw, 'drain', { signal: ending.signal })
  } finally {
    clearTimeout(stalled)
  }
}
