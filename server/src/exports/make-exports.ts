import type { FastifyBaseLogger } from 'fastify'
import { findUser } from '../accounts/users.sql.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Problem } from '../platform/problem.ts'
import { createTurns } from '../platform/turns.ts'
import type { TurnRunner } from '../platform/turns.ts'
import {
  allowPauses,
  endExport,
  findTenantsWithFiles,
  forgetOldExports,
  giveBackExport,
  saveChunk,
  takeExport,
} from './exports.sql.ts'
import type { ExportRow } from './exports.sql.ts'
import { checkReader, openFile, termsOf } from './tables.ts'

/** So many files at once on one server, each of another tenant. */
const AT_ONCE = 2
/** How long a server has a file to itself after each piece; one that died is made anew after that. */
const HOLD_SECONDS = 30
/** Kept in pieces of about this size. */
const CHUNK_BYTES = 512 * 1024
const MOST_BYTES = 100 * 1024 * 1024
const MOST_ATTEMPTS = 4
/** Nothing is asked in the transaction that reads while a piece is being kept; longer than any piece takes. */
const STALL_MS = 60_000

/** Makes the files that nobody waits for: each from one snapshot, kept piece by piece. */
export function createExportMaker(db: Database, log: FastifyBaseLogger): TurnRunner {
  const by = { server: newId(), seconds: HOLD_SECONDS }
  let isClosing = false

  async function takeTurn(tenantId: string): Promise<boolean> {
    const row = await db.transaction(tenantId, (tx) => takeExport(tx, tenantId, by))
    if (!row) return false
    try {
      if (row.attempts > MOST_ATTEMPTS) throw new Problem('INTERNAL', 'It failed several times. Ask for it again.')
      const file = await make(tenantId, row)
      const end = { status: 'DONE' as const, fileName: file.name, mediaType: file.mediaType, server: by.server }
      await db.transaction(tenantId, async (tx) => {
        await endExport(tx, tenantId, row.id, end)
        await forgetOldExports(tx, tenantId)
      })
    } catch (error) {
      await giveUp(tenantId, row, error)
    }
    return true
  }

  /** Reads a file and keeps it. @throws Error where it is no longer this server's: it was stopped, or taken over */
  async function make(tenantId: string, row: ExportRow): Promise<{ name: string; mediaType: string }> {
    let rowsDone = 0
    let rowsTotal: number | null = null
    let no = 0
    const keep = async (bytes: Buffer) => {
      const chunk = { no: (no += 1), bytes, rowsDone, rowsTotal }
      const isOurs = await db.transaction(tenantId, (tx) => saveChunk(tx, tenantId, row.id, by, chunk))
      if (!isOurs || isClosing) throw new Over()
    }
    return db.read(tenantId, async (tx) => {
      await allowPauses(tx, STALL_MS)
      const actor = await actorOf(tx, tenantId, row)
      const file = await openFile(tx, actor, row.event_id, termsOf(row.request), 'body.columns', (total) => {
        rowsTotal = total
        return (rows) => void (rowsDone += rows)
      })
      let waiting: Uint8Array[] = []
      let [size, whole] = [0, 0]
      for await (const piece of file.pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        waiting.push(bytes)
        size += bytes.length
        whole += bytes.length
        if (whole > MOST_BYTES) {
          throw new Problem('TOO_MANY', 'The file would be larger than 100 MB: choose fewer columns, or a filter.')
        }
        if (size < CHUNK_BYTES) continue
        await keep(Buffer.concat(waiting))
        waiting = []
        size = 0
      }
      await keep(Buffer.concat(waiting))
      return file
    })
  }

  async function giveUp(tenantId: string, row: ExportRow, error: unknown): Promise<void> {
    if (error instanceof Over && !isClosing) return
    const isFinal = error instanceof Problem && error.status !== 503
    if (!isFinal && !(error instanceof Over)) log.error({ err: error, export_id: row.id }, 'an export failed')
    await db.transaction(tenantId, async (tx) => {
      if (isFinal) await endExport(tx, tenantId, row.id, { status: 'FAILED', problem: error.message })
      else await giveBackExport(tx, tenantId, row.id, by.server, isClosing ? 0 : 10)
    })
  }

  const turns = createTurns({ findTenants: () => findTenantsWithFiles(db), takeTurn, atOnce: AT_ONCE, log })
  return {
    ...turns,
    close: () => {
      isClosing = true
      return turns.close()
    },
  }
}

/** It was stopped, or another server has it. */
class Over extends Error {}

/** Who asked, with what they may do now. @throws Problem FORBIDDEN where they may not read it any more */
async function actorOf(tx: Tx, tenantId: string, row: ExportRow): Promise<Actor> {
  const user = await findUser(tx, tenantId, row.created_by)
  if (!user?.is_active) throw new Problem('FORBIDDEN', 'Whoever asked for it may no longer come in.')
  checkReader(user, row.kind)
  const { id: userId, name, role } = user
  return { tenantId, userId, name, role, via: 'key', apiKeyId: null, rateLimitPerMinute: null }
}
