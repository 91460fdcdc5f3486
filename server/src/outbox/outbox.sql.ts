import type { AuditScope } from '../audit/audit.sql.ts'
import type { Tx } from '../platform/database.ts'
import type { Message } from './teller.ts'

/**
 * The chains of a tenant that have entries nobody was told of, at most so many. Read without a lock: whoever tells takes
 * the cursor first.
 */
export async function findUntold(tx: Tx, tenantId: string, most: number): Promise<string[]> {
  const rows = await tx.query<{ scope_id: string }>(
    {
      name: 'find_untold',
      text: `select chain.scope_id
               from (select event_id as scope_id, audit_count from event_books where tenant_id = $1
                     union all select id, audit_count from tenants where id = $1) as chain
               left join outbox_cursors c on c.tenant_id = $1 and c.scope_id = chain.scope_id
              where chain.audit_count > coalesce(c.told_no, 0)
              order by chain.scope_id limit $2`,
    },
    [tenantId, most],
  )
  return rows.map(({ scope_id }) => scope_id)
}

/**
 * Takes the cursor of a chain until the transaction ends.
 *
 * @returns up to which entry it was told; undefined where somebody else tells of it right now
 */
export async function takeCursor(tx: Tx, { tenantId, scopeId }: AuditScope): Promise<number | undefined> {
  // Sent together: the insert waits for nobody but the first who ever tells of this chain.
  const [, rows] = await Promise.all([
    tx.query(
      {
        name: 'begin_cursor',
        text: 'insert into outbox_cursors (tenant_id, scope_id, told_no) values ($1, $2, 0) on conflict do nothing',
      },
      [tenantId, scopeId],
    ),
    tx.query<{ told_no: number }>(
      {
        name: 'take_cursor',
        text: 'select told_no from outbox_cursors where tenant_id = $1 and scope_id = $2 for update skip locked',
      },
      [tenantId, scopeId],
    ),
  ])
  return rows[0]?.told_no
}

type EntryRow = {
  entry_no: number
  action: string
  subject_id: string
  actor_id: string | null
  from_status: string | null
  to_status: string | null
  detail: Record<string, unknown> | null
  created_at: Date
}

/** The entries of a chain behind one, oldest first. They have no gaps: the chain's lock is held until a writer commits. */
export async function readMessages(
  tx: Tx,
  { tenantId, scopeId }: AuditScope,
  toldNo: number,
  most: number,
): Promise<Message[]> {
  const rows = await tx.query<EntryRow>(
    {
      name: 'read_messages',
      text: `select entry_no, action, subject_id, actor_id, from_status, to_status, detail, created_at
               from audit_entries where tenant_id = $1 and scope_id = $2 and entry_no > $3
              order by entry_no limit $4`,
    },
    [tenantId, scopeId, toldNo, most],
  )
  return rows.map((row) => ({
    tenantId,
    scopeId,
    entryNo: row.entry_no,
    action: row.action,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    detail: row.detail ?? {},
    at: row.created_at,
  }))
}

export function moveCursor(tx: Tx, { tenantId, scopeId }: AuditScope, toldNo: number): void {
  tx.write(
    {
      name: 'move_cursor',
      text: 'update outbox_cursors set told_no = $3 where tenant_id = $1 and scope_id = $2',
    },
    [tenantId, scopeId, toldNo],
  )
}
