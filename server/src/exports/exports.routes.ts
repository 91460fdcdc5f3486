import { operations } from '@allot/contract'
import type { ExportInput, ExportView } from '@allot/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findVisibleEvent } from '../events/find-event.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Exports } from '../platform/exports.ts'
import type { App } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { isId, newId } from '../platform/ids.ts'
import { rangeOf, sendPage } from '../platform/paging.ts'
import { Problem } from '../platform/problem.ts'
import { hasPermission, may } from '../platform/roles.ts'
import type { TurnRunner } from '../platform/turns.ts'
import {
  KEPT_DAYS,
  countOpenExports,
  endExport,
  findExport,
  forgetExport,
  insertExport,
  listExports,
  readChunks,
} from './exports.sql.ts'
import type { ExportRow } from './exports.sql.ts'
import { checkReader, openFile, readers, termsOf } from './tables.ts'
import type { FileTerms } from './tables.ts'

/** So many of one tenant may wait or be made. */
const MOST_OPEN = 20

/** Every file that is sent at once: its address, and what it is made of. */
const files = [
  ['registrations.csv', operations.exportRegistrations, 'registrations', 'csv'],
  ['registrations.xlsx', operations.exportRegistrationsXlsx, 'registrations', 'xlsx'],
  ['ledger.csv', operations.exportLedger, 'ledger', 'csv'],
  ['ledger.xlsx', operations.exportLedgerXlsx, 'ledger', 'xlsx'],
  ['budget.csv', operations.exportBudget, 'budget', 'csv'],
  ['budget.xlsx', operations.exportBudgetXlsx, 'budget', 'xlsx'],
  ['collections.csv', operations.exportCollections, 'collections', 'csv'],
  ['collections.xlsx', operations.exportCollectionsXlsx, 'collections', 'xlsx'],
  ['waitlist.csv', operations.exportWaitlist, 'waitlist', 'csv'],
  ['waitlist.xlsx', operations.exportWaitlistXlsx, 'waitlist', 'xlsx'],
  ['workbook.xlsx', operations.exportWorkbook, 'all', 'xlsx'],
] as const

export function exportRoutes(app: App, exports: Exports, maker: TurnRunner): void {
  for (const [file, schema, kind, format] of files) {
    app.get(
      `/events/:event_id/${file}`,
      { config: { ...may(...readers[kind]), isStream: true }, schema },
      async ({ actor, params, query }, reply) => {
        checkReader(actor, kind)
        const { event_id: eventId } = params
        const terms = { kind, format, ...splitQuery((query ?? {}) as Query) } as FileTerms
        await exports.send(reply, actor, (tx) => openFile(tx, actor, eventId, terms, 'query.columns'))
        return reply as never
      },
    )
  }

  app.post(
    '/events/:event_id/exports',
    { config: may('registration.read', 'ledger.read'), schema: operations.startExport },
    async (request, reply) => {
      const { actor, body } = request
      const started = await startExport(app, request, reply, request.params.event_id, body)
      maker.poke(actor.tenantId)
      return started
    },
  )

  app.get(
    '/exports',
    { config: may('registration.read', 'ledger.read'), schema: operations.listExports },
    async ({ actor, query }, reply) => {
      const range = rangeOf(query, isId)
      const filter = { eventId: query.event_id, seesDrafts: hasPermission(actor.role, 'event.manage') }
      const page = await app.db.read(actor.tenantId, (tx) => listExports(tx, actor.tenantId, filter, range))
      return sendPage(reply, range, page, ({ id }) => id, viewExport)
    },
  )

  app.get(
    '/exports/:export_id',
    { config: may('registration.read', 'ledger.read'), schema: operations.getExport },
    ({ actor, params }) =>
      app.db.read(actor.tenantId, async (tx) => viewExport(await findReadable(tx, actor, params.export_id))),
  )

  app.get(
    '/exports/:export_id/file',
    {
      config: { ...may('registration.read', 'ledger.read'), isStream: true },
      schema: operations.downloadExport,
    },
    async ({ actor, params }, reply) => {
      await exports.send(reply, actor, async (tx) => {
        const row = await findReadable(tx, actor, params.export_id)
        const { file_name: name, media_type: mediaType, status } = row
        if (status !== 'DONE' || name === null || mediaType === null) {
          throw new Problem('EXPORT_NOT_DONE', `This export is ${status}: there is no file to be had.`)
        }
        return { name, mediaType, pieces: readChunks(tx, actor.tenantId, row.id) }
      })
      return reply as never
    },
  )

  app.post(
    '/exports/:export_id/cancel',
    { config: may('registration.read', 'ledger.read'), schema: operations.cancelExport },
    async (request, reply) => {
      const { actor, params } = request
      const { tenantId } = actor
      return answerOnce(app, request, reply, { tenantId, status: 200 }, async (tx) => {
        await findReadable(tx, actor, params.export_id)
        const isStopped = await endExport(tx, tenantId, params.export_id, { status: 'CANCELLED', problem: null })
        if (!isStopped) await forgetExport(tx, tenantId, params.export_id)
        return viewExport(await findReadable(tx, actor, params.export_id))
      })
    },
  )
}

async function startExport(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  eventId: string,
  body: ExportInput,
): Promise<ExportView> {
  const { actor } = request
  const { tenantId } = actor
  checkReader(actor, body.kind)
  const terms = termsOf(body)
  const id = newId()
  return answerOnce(app, request, reply, { tenantId, status: 202 }, async (tx) => {
    // Opened and let go: what is wrong with it is said now, and not by a file that never comes.
    await openFile(tx, actor, eventId, terms, 'body.columns')
    if ((await countOpenExports(tx, tenantId)) >= MOST_OPEN) {
      throw new Problem('TOO_MANY', `${MOST_OPEN} exports are being made already: wait for one of them, or stop it.`)
    }
    await insertExport(tx, tenantId, { id, eventId, request: body, createdBy: actor.userId })
    reply.header('location', `/exports/${id}`)
    return viewExport(await findReadable(tx, actor, id))
  })
}

/** An export of an event that somebody may see, of a kind that they may read. */
async function findReadable(tx: Tx, actor: Actor, exportId: string): Promise<ExportRow> {
  const row = await findExport(tx, actor.tenantId, exportId)
  if (!row) throw new Problem('EXPORT_NOT_FOUND')
  checkReader(actor, row.kind)
  await findVisibleEvent(tx, actor, row.event_id).catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'EVENT_NOT_FOUND' ? new Problem('EXPORT_NOT_FOUND') : error
  })
  return row
}

type Query = Partial<Pick<FileTerms, 'columns' | 'bom' | 'delimiter'>> & Record<string, unknown>

/** A query in its two halves: what is looked for, and how it is written. */
function splitQuery({ columns, bom, delimiter, ...filter }: Query) {
  return { columns, bom, delimiter, filter }
}

function viewExport(row: ExportRow): ExportView {
  const { finished_at: finishedAt, status } = row
  const keptUntil =
    status === 'DONE' && finishedAt ? new Date(finishedAt.getTime() + KEPT_DAYS * 24 * 3_600_000).toISOString() : null
  return {
    id: row.id,
    event_id: row.event_id,
    kind: row.kind,
    format: row.format,
    status,
    rows_done: row.rows_done,
    rows_total: row.rows_total,
    file_name: row.file_name,
    size_bytes: row.size_bytes,
    problem: row.problem,
    created_by: row.created_by,
    created_by_name: row.created_by_name,
    created_at: row.created_at.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
    kept_until: keptUntil,
  }
}
