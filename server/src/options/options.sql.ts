import type { EventKey } from '../events/books.sql.ts'
import { optionColumns } from '../events/events.sql.ts'
import type { OptionRow } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

export async function insertOption(tx: Tx, tenantId: string, option: OptionRow, now: Date): Promise<void> {
  await tx.query(
    `insert into event_options (tenant_id, event_id, id, option_name, option_type, description, total_available,
       cost_minor, hold_stock, starts_at, ends_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      tenantId,
      option.event_id,
      option.id,
      option.option_name,
      option.option_type,
      option.description,
      option.total_available,
      option.cost_minor,
      option.hold_stock,
      option.starts_at,
      option.ends_at,
      now,
    ],
  )
}

/** Writes what an organiser may change of an option; its counters are the allocation's. */
export async function updateOptionRow(tx: Tx, tenantId: string, option: OptionRow, now: Date): Promise<void> {
  await tx.query(
    `update event_options
        set option_name = $4, description = $5, total_available = $6, cost_minor = $7, hold_stock = $8,
            starts_at = $9, ends_at = $10, is_active = $11, updated_at = $12
      where tenant_id = $1 and event_id = $2 and id = $3`,
    [
      tenantId,
      option.event_id,
      option.id,
      option.option_name,
      option.description,
      option.total_available,
      option.cost_minor,
      option.hold_stock,
      option.starts_at,
      option.ends_at,
      option.is_active,
      now,
    ],
  )
}

export async function findOption(tx: Tx, key: EventKey, optionId: string): Promise<OptionRow | undefined> {
  const [row] = await tx.query<OptionRow>(
    `select ${optionColumns} from event_options where tenant_id = $1 and event_id = $2 and id = $3`,
    [key.tenantId, key.eventId, optionId],
  )
  return row
}

export async function countOptions(tx: Tx, key: EventKey): Promise<number> {
  const [row] = await tx.query<{ options: number }>(
    'select count(*) as options from event_options where tenant_id = $1 and event_id = $2',
    [key.tenantId, key.eventId],
  )
  return row?.options ?? 0
}

/** Options newest first; archived ones only for those who manage the event. */
export async function listOptions(
  tx: Tx,
  key: EventKey,
  withArchived: boolean,
  { after, skip, limit }: Range,
): Promise<{ rows: OptionRow[]; total: number }> {
  const wanted = 'tenant_id = $1 and event_id = $2 and (is_active or $3)'
  const [rows, counted] = await Promise.all([
    tx.query<OptionRow>(
      `select ${optionColumns} from event_options where ${wanted} and ($4::uuid is null or id < $4)
        order by id desc offset $5 limit $6`,
      [key.tenantId, key.eventId, withArchived, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(`select count(*) as total from event_options where ${wanted}`, [
      key.tenantId,
      key.eventId,
      withArchived,
    ]),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
