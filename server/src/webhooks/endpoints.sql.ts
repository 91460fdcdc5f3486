import type { WebhookEvent, WebhookStatus } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'

export type EndpointRow = {
  id: string
  url: string
  description: string
  events: WebhookEvent[]
  event_ids: string[] | null
  status: WebhookStatus
  disabled_reason: string | null
  /** Sealed. */
  secret: Buffer
  previous_secret: Buffer | null
  previous_expires_at: Date | null
  failures: number
  failing_since: Date | null
  rests_until: Date | null
  last_success_at: Date | null
  created_by: string | null
  created_at: Date
  updated_at: Date
}

export type EndpointKey = { tenantId: string; endpointId: string }

const columns = `id, url, description, events, event_ids, status, disabled_reason, secret, previous_secret,
  previous_expires_at, failures, failing_since, rests_until, last_success_at, created_by, created_at, updated_at`

export async function insertEndpoint(tx: Tx, tenantId: string, row: EndpointRow): Promise<void> {
  await tx.query(
    `insert into webhook_endpoints (tenant_id, id, url, description, events, event_ids, secret, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      tenantId,
      row.id,
      row.url,
      row.description,
      row.events,
      row.event_ids,
      row.secret,
      row.created_by,
      row.created_at.toISOString(),
    ],
  )
}

/** Writes what an owner, or a failure, changes of an endpoint. */
export async function saveEndpoint(tx: Tx, tenantId: string, row: EndpointRow): Promise<void> {
  await tx.query(
    `update webhook_endpoints
        set url = $3, description = $4, events = $5, event_ids = $6, status = $7, disabled_reason = $8, secret = $9,
            previous_secret = $10, previous_expires_at = $11, failures = $12, failing_since = $13, rests_until = $14,
            last_success_at = $15, updated_at = $16
      where tenant_id = $1 and id = $2`,
    [
      tenantId,
      row.id,
      row.url,
      row.description,
      row.events,
      row.event_ids,
      row.status,
      row.disabled_reason,
      row.secret,
      row.previous_secret,
      row.previous_expires_at,
      row.failures,
      row.failing_since,
      row.rests_until,
      row.last_success_at,
      row.updated_at,
    ],
  )
}

export async function findEndpoint(tx: Tx, { tenantId, endpointId }: EndpointKey): Promise<EndpointRow | undefined> {
  const [row] = await tx.query<EndpointRow>(
    `select ${columns} from webhook_endpoints where tenant_id = $1 and id = $2`,
    [tenantId, endpointId],
  )
  return row
}

/**
 * Locks an endpoint until the transaction ends. Whoever changes its deliveries as well comes here first, so that no two
 * ever wait for each other.
 */
export async function lockEndpoint(
  tx: Tx,
  { tenantId, endpointId }: EndpointKey,
): Promise<(EndpointRow & { now: Date }) | undefined> {
  const [row] = await tx.query<EndpointRow & { now: Date }>(
    {
      name: 'lock_webhook_endpoint',
      text: `select ${columns}, clock_timestamp() as now
               from webhook_endpoints where tenant_id = $1 and id = $2 for no key update`,
    },
    [tenantId, endpointId],
  )
  return row
}

/** Locks an endpoint that something may be sent to now; undefined where it may not, or somebody else is at it. */
export async function lockEndpointToSend(
  tx: Tx,
  { tenantId, endpointId }: EndpointKey,
): Promise<(EndpointRow & { now: Date }) | undefined> {
  const [row] = await tx.query<EndpointRow & { now: Date }>(
    {
      name: 'lock_webhook_endpoint_to_send',
      text: `select ${columns}, clock_timestamp() as now
               from webhook_endpoints
              where tenant_id = $1 and id = $2 and status = 'ACTIVE'
                and (rests_until is null or rests_until <= clock_timestamp())
                for no key update skip locked`,
    },
    [tenantId, endpointId],
  )
  return row
}

/** All that are not archived, newest first. */
export async function listEndpoints(
  tx: Tx,
  tenantId: string,
  { after, skip, limit }: Range,
): Promise<Counted<EndpointRow>> {
  const [rows, total] = await Promise.all([
    tx.query<EndpointRow>(
      `select ${columns} from webhook_endpoints
        where tenant_id = $1 and status <> 'ARCHIVED' and ($2::uuid is null or id < $2)
        order by id desc offset $3 limit $4`,
      [tenantId, after ?? null, skip, limit],
    ),
    countEndpoints(tx, tenantId),
  ])
  return { rows, total }
}

export async function countEndpoints(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    "select count(*) as total from webhook_endpoints where tenant_id = $1 and status <> 'ARCHIVED'",
    [tenantId],
  )
  return row?.total ?? 0
}

/** How many of some events the tenant has. */
export async function countEvents(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    'select count(*) as total from events where tenant_id = $1 and id = any($2)',
    [tenantId, eventIds],
  )
  return row?.total ?? 0
}

export type ListenerRow = Pick<EndpointRow, 'id' | 'events' | 'event_ids' | 'created_at'>

/** Who has something noted for it: what is paused as well, and nothing that is disabled. */
export async function findListeners(tx: Tx, tenantId: string): Promise<ListenerRow[]> {
  return tx.query<ListenerRow>(
    {
      name: 'find_webhook_listeners',
      text: `select id, events, event_ids, created_at from webhook_endpoints
              where tenant_id = $1 and status in ('ACTIVE', 'PAUSED') order by id`,
    },
    [tenantId],
  )
}

export type NameRow = { id: string; name: string }
export type SceneRow = { event_name: string; currency: string }

/** What an event and some of its options and slots are called now. */
export async function findNames(
  tx: Tx,
  tenantId: string,
  eventId: string,
  { optionIds, slotIds }: { optionIds: readonly string[]; slotIds: readonly string[] },
): Promise<{ event: SceneRow | undefined; options: NameRow[]; slots: NameRow[] }> {
  const [events, options, slots] = await Promise.all([
    tx.query<SceneRow>('select name as event_name, currency from events where tenant_id = $1 and id = $2', [
      tenantId,
      eventId,
    ]),
    tx.query<NameRow>(
      'select id, option_name as name from event_options where tenant_id = $1 and event_id = $2 and id = any($3)',
      [tenantId, eventId, optionIds],
    ),
    tx.query<NameRow>(
      'select id, label as name from pickup_slots where tenant_id = $1 and event_id = $2 and id = any($3)',
      [tenantId, eventId, slotIds],
    ),
  ])
  return { event: events[0], options, slots }
}
