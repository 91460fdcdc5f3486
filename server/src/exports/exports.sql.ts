import type { ExportInput, ExportStatus } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import { countUpTo } from '../platform/counting.ts'
import type { Database, Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'

/** How long a file can be had. */
export const KEPT_DAYS = 7

export type ExportRow = {
  id: string
  event_id: string
  kind: ExportInput['kind']
  format: ExportInput['format']
  request: ExportInput
  status: ExportStatus
  rows_done: number
  rows_total: number | null
  file_name: string | null
  media_type: string | null
  size_bytes: number
  problem: string | null
  attempts: number
  created_by: string
  created_by_name: string
  created_at: Date
  finished_at: Date | null
}

const columns = `x.id, x.event_id, x.kind, x.format, x.request, x.status, x.rows_done, x.rows_total, x.file_name, x.media_type,
  x.size_bytes, x.problem, x.attempts, x.created_by, u.name as created_by_name, x.created_at, x.finished_at`
const joined = 'export_files x join users u on u.tenant_id = x.tenant_id and u.id = x.created_by'
const isOpen = "status in ('QUEUED', 'RUNNING')"

export async function insertExport(
  tx: Tx,
  tenantId: string,
  given: { id: string; eventId: string; request: ExportInput; createdBy: string },
): Promise<void> {
  const { id, eventId, request, createdBy } = given
  await tx.query(
    `insert into export_files (tenant_id, id, event_id, kind, format, request, status, created_by)
     values ($1, $2, $3, $4, $5, $6, 'QUEUED', $7)`,
    [tenantId, id, eventId, request.kind, request.format, JSON.stringify(request), createdBy],
  )
  await tx.query('update tenants set open_files = open_files + 1 where id = $1', [tenantId])
}

export async function countOpenExports(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query<{ open: number }>(
    `select count(*) as open from export_files where tenant_id = $1 and ${isOpen}`,
    [tenantId],
  )
  return row?.open ?? 0
}

export async function findExport(tx: Tx, tenantId: string, exportId: string): Promise<ExportRow | undefined> {
  const [row] = await tx.query<ExportRow>(`select ${columns} from ${joined} where x.tenant_id = $1 and x.id = $2`, [
    tenantId,
    exportId,
  ])
  return row
}

/** Exports newest first, of all events or of one, a page at a time; drafts only for whoever sees them. */
export async function listExports(
  tx: Tx,
  tenantId: string,
  { eventId, seesDrafts }: { eventId: string | undefined; seesDrafts: boolean },
  { after, skip, limit }: Range,
): Promise<Counted<ExportRow>> {
  const parameters: unknown[] = [tenantId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const visible = seesDrafts
    ? ''
    : 'and exists (select from events e where e.tenant_id = x.tenant_id and e.id = x.event_id and e.published)'
  const where = `x.tenant_id = $1 ${eventId === undefined ? '' : `and x.event_id = ${put(eventId)}`} ${visible}`
  const counted = countUpTo(tx, `select from export_files x where ${where}`, [...parameters])
  const behind = after === undefined ? '' : `and x.id < ${put(after)}`
  const rows = tx.query<ExportRow>(
    `select ${columns} from ${joined} where ${where} ${behind} order by x.id desc offset ${put(skip)} limit ${put(limit)}`,
    parameters,
  )
  const [count, page] = await Promise.all([counted, rows])
  return { rows: page, ...count }
}

// Making them ----------------------------------------------------------------------------------------------------------

/** Tenants that have files to be worked on. */
export async function findTenantsWithFiles(db: Database): Promise<string[]> {
  const rows = await db.readAsOperator((tx) =>
    tx.query<{ id: string }>('select id from tenants where open_files > 0 order by id limit 10000'),
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes on the oldest export of a tenant that nobody works on, for so many seconds; what another server began is begun
 * anew, for half a file is none.
 */
export async function takeExport(
  tx: Tx,
  tenantId: string,
  by: { server: string; seconds: number },
): Promise<ExportRow | undefined> {
  const [taken] = await tx.query<{ id: string }>(
    `update export_files set status = 'RUNNING', taken_by = $2, attempts = attempts + 1, rows_done = 0, size_bytes = 0,
            taken_until = clock_timestamp() + make_interval(secs => $3)
      where tenant_id = $1 and id = (
        select id from export_files where tenant_id = $1 and ${isOpen}
           and (taken_until is null or taken_until < clock_timestamp())
         order by id limit 1 for update skip locked)
     returning id`,
    [tenantId, by.server, by.seconds],
  )
  if (!taken) return undefined
  await tx.query('delete from export_chunks where tenant_id = $1 and export_id = $2', [tenantId, taken.id])
  return findExport(tx, tenantId, taken.id)
}

/** Lets the transaction that reads ask for nothing for so long, while a piece is being kept. */
export async function allowPauses(tx: Tx, milliseconds: number): Promise<void> {
  await tx.query("select set_config('idle_in_transaction_session_timeout', $1, true)", [String(milliseconds)])
}

export type Chunk = { no: number; bytes: Buffer; rowsDone: number; rowsTotal: number | null }

/** Keeps a piece of a file. @returns whether it is still this server's to make */
export async function saveChunk(
  tx: Tx,
  tenantId: string,
  exportId: string,
  by: { server: string; seconds: number },
  { no, bytes, rowsDone, rowsTotal }: Chunk,
): Promise<boolean> {
  const kept = await tx.query(
    `update export_files set rows_done = $4, rows_total = $5, size_bytes = size_bytes + $6,
            taken_until = clock_timestamp() + make_interval(secs => $7)
      where tenant_id = $1 and id = $2 and taken_by = $3 and status = 'RUNNING'
     returning id`,
    [tenantId, exportId, by.server, rowsDone, rowsTotal, bytes.length, by.seconds],
  )
  if (kept.length === 0) return false
  if (bytes.length > 0) {
    await tx.query('insert into export_chunks (tenant_id, export_id, chunk_no, bytes) values ($1, $2, $3, $4)', [
      tenantId,
      exportId,
      no,
      bytes,
    ])
  }
  return true
}

/** Ends an export that is not over; what there is of its file goes where it is not done. @returns whether it was open */
export async function endExport(
  tx: Tx,
  tenantId: string,
  exportId: string,
  end:
    | { status: 'DONE'; fileName: string; mediaType: string; server: string }
    | { status: 'CANCELLED' | 'FAILED'; problem: string | null },
): Promise<boolean> {
  const isDone = end.status === 'DONE'
  const rows = await tx.query(
    `update export_files set status = $3, finished_at = clock_timestamp(), taken_by = null, taken_until = null,
            file_name = $4, media_type = $5, problem = $6
      where tenant_id = $1 and id = $2 and ${isOpen} and ($7::uuid is null or taken_by = $7)
     returning id`,
    [
      tenantId,
      exportId,
      end.status,
      isDone ? end.fileName : null,
      isDone ? end.mediaType : null,
      isDone ? null : end.problem,
      isDone ? end.server : null,
    ],
  )
  if (rows.length === 0) return false
  await tx.query('update tenants set open_files = open_files - 1 where id = $1', [tenantId])
  if (!isDone) await tx.query('delete from export_chunks where tenant_id = $1 and export_id = $2', [tenantId, exportId])
  return true
}

/** A file that is done is forgotten before its time. */
export async function forgetExport(tx: Tx, tenantId: string, exportId: string): Promise<void> {
  await tx.query(
    `update export_files set status = 'CANCELLED', size_bytes = 0 where tenant_id = $1 and id = $2 and status = 'DONE'`,
    [tenantId, exportId],
  )
  await tx.query(
    `delete from export_chunks c using export_files x
      where c.tenant_id = $1 and c.export_id = $2 and x.tenant_id = $1 and x.id = $2 and x.status = 'CANCELLED'`,
    [tenantId, exportId],
  )
}

/** A server that could not go on gives it back, to be begun anew after a while. */
export async function giveBackExport(
  tx: Tx,
  tenantId: string,
  exportId: string,
  server: string,
  seconds: number,
): Promise<void> {
  await tx.query(
    `update export_files set taken_until = clock_timestamp() + make_interval(secs => $4)
      where tenant_id = $1 and id = $2 and taken_by = $3 and ${isOpen}`,
    [tenantId, exportId, server, seconds],
  )
}

/** The pieces of a file, one at a time. */
export async function* readChunks(tx: Tx, tenantId: string, exportId: string): AsyncGenerator<Uint8Array> {
  for (let no = 1; ; no += 1) {
    const [chunk] = await tx.query<{ bytes: Buffer }>(
      'select bytes from export_chunks where tenant_id = $1 and export_id = $2 and chunk_no = $3',
      [tenantId, exportId, no],
    )
    if (!chunk) return
    yield chunk.bytes
  }
}

/** Forgets files that were kept long enough; a bounded number at a time. */
export async function forgetOldExports(tx: Tx, tenantId: string): Promise<void> {
  await tx.query(
    `delete from export_files where tenant_id = $1 and id in (
       select id from export_files where tenant_id = $1 and finished_at < now() - make_interval(days => $2) limit 20)`,
    [tenantId, KEPT_DAYS],
  )
}

// What is in them ------------------------------------------------------------------------------------------------------

export type CollectionRow = {
  id: string
  collected_at: Date
  registration_id: string
  person_name: string
  person_email: string
  person_department: string | null
  option_name: string
  option_type: string
  desk_name: string
  collected_by_name: string | null
  device_name: string | null
  slot: string | null
  is_offline: boolean
  is_slot_overridden: boolean
  undone_at: Date | null
  undone_by_name: string | null
  undone_reason: string | null
}

export type CollectionFilter = {
  deskId?: string | undefined
  optionIds?: readonly string[] | undefined
  undone?: boolean | undefined
}

/** What was handed out, newest first, behind one. */
export async function readCollections(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  { deskId, optionIds, undone }: CollectionFilter,
  after: Pick<CollectionRow, 'id' | 'collected_at'> | undefined,
  limit: number,
): Promise<CollectionRow[]> {
  return tx.query<CollectionRow>(
    `select c.id, c.collected_at, c.registration_id, u.name as person_name, u.email as person_email,
            u.department as person_department, o.option_name, o.option_type, d.name as desk_name,
            by.name as collected_by_name, device.name as device_name, s.label as slot, c.is_offline, c.is_slot_overridden,
            c.undone_at, undoer.name as undone_by_name, c.undone_reason
       from (select * from collections
              where tenant_id = $1 and event_id = $2
                and ($3::uuid is null or desk_id = $3) and ($4::uuid[] is null or event_option_id = any($4))
                and ($5::boolean is null or (undone_at is not null) = $5)
                and ($6::timestamptz is null or (collected_at, id) < (
                  (select collected_at from collections where tenant_id = $1 and event_id = $2 and id = $7), $7::uuid))
              order by collected_at desc, id desc limit $8) c
       join registrations r on r.tenant_id = c.tenant_id and r.event_id = c.event_id and r.id = c.registration_id
       join users u on u.tenant_id = r.tenant_id and u.id = r.user_id
       join event_options o on o.tenant_id = c.tenant_id and o.event_id = c.event_id and o.id = c.event_option_id
       join desks d on d.tenant_id = c.tenant_id and d.event_id = c.event_id and d.id = c.desk_id
       left join users by on by.tenant_id = c.tenant_id and by.id = c.collected_by
       left join users undoer on undoer.tenant_id = c.tenant_id and undoer.id = c.undone_by
       left join desk_devices device on device.tenant_id = c.tenant_id and device.id = c.device_id
       left join pickup_slots s on s.tenant_id = r.tenant_id and s.event_id = r.event_id and s.id = r.assigned_slot_id
      order by c.collected_at desc, c.id desc`,
    [
      tenantId,
      eventId,
      deskId ?? null,
      optionIds ?? null,
      undone ?? null,
      after?.collected_at ?? null,
      after?.id ?? null,
      limit,
    ],
  )
}

export async function countCollections(tx: Tx, { tenantId, eventId }: EventKey): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'select count(*) as total from collections where tenant_id = $1 and event_id = $2',
    [tenantId, eventId],
  )
  return row?.total ?? 0
}
