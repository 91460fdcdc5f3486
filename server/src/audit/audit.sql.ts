import { chainEntries } from '../platform/chain.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

/** One change of state, before it has its number: who, when, what, from, to. */
export type AuditNote = {
  /** `registration.approved`, `event.updated`, `user.created` … */
  action: string
  subjectId: string
  /** null where the operator acted. */
  actorId: string | null
  apiKeyId: string | null
  fromStatus?: string | null
  toStatus?: string | null
  /** What else there is to say of it. Never a secret: this is read by many. */
  detail?: Record<string, unknown> | null
  idempotencyKey?: string | null
  at: Date
}

export type AuditRow = {
  entry_no: number
  action: string
  subject_id: string
  actor_id: string | null
  api_key_id: string | null
  from_status: string | null
  to_status: string | null
  detail: Record<string, unknown> | null
  idempotency_key: string | null
  created_at: Date
  previous_hash: Buffer
  hash: Buffer
}

/** Where an entry is written: a chain of its own for each event, and one for what belongs to no event. */
export type AuditScope = { tenantId: string; scopeId: string }

/**
 * What the hash of an entry is taken over, after the hash of the entry before it. Changing this breaks every chain
 * there is; a new form needs a version in front.
 */
export function auditText(
  scopeId: string,
  entryNo: number,
  note: Omit<AuditNote, 'detail'> & { detailJson: string | null },
): string {
  return JSON.stringify([
    scopeId,
    entryNo,
    note.action,
    note.subjectId,
    note.actorId,
    note.apiKeyId,
    note.fromStatus ?? null,
    note.toStatus ?? null,
    note.detailJson,
    note.idempotencyKey ?? null,
    note.at.toISOString(),
  ])
}

const insertNotes = {
  name: 'insert_audit_entries',
  text: `insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, api_key_id,
           from_status, to_status, detail, idempotency_key, created_at, previous_hash, hash)
         select $1, $2, * from unnest($3::bigint[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
           $9::text[], $10::json[], $11::text[], $12::timestamptz[], $13::bytea[], $14::bytea[])`,
}

/**
 * Writes entries behind the head of their chain, along with the commit. The caller holds the row that keeps the head
 * (the event's books, or the tenant), and saves the new head there.
 */
export function appendAudit(tx: Tx, scope: AuditScope, head: ChainHead, notes: readonly AuditNote[]): ChainHead {
  if (notes.length === 0) return head
  const texts = notes.map((note) => ({ ...note, detailJson: note.detail ? JSON.stringify(note.detail) : null }))
  const chained = chainEntries(head, texts, (note, entryNo) => auditText(scope.scopeId, entryNo, note))
  const column = <T>(read: (link: (typeof chained.links)[number]) => T) => chained.links.map(read)
  tx.write(insertNotes, [
    scope.tenantId,
    scope.scopeId,
    column(({ entryNo }) => entryNo),
    column(({ entry }) => entry.action),
    column(({ entry }) => entry.subjectId),
    column(({ entry }) => entry.actorId),
    column(({ entry }) => entry.apiKeyId),
    column(({ entry }) => entry.fromStatus ?? null),
    column(({ entry }) => entry.toStatus ?? null),
    column(({ entry }) => entry.detailJson),
    column(({ entry }) => entry.idempotencyKey ?? null),
    column(({ entry }) => entry.at.toISOString()),
    column(({ previousHash }) => previousHash),
    column(({ hash }) => hash),
  ])
  tx.announce({ ...scope, entryNo: chained.head.count })
  return chained.head
}

/** Entries newest first, from an entry number on. */
export async function listAudit(tx: Tx, scope: AuditScope, { after, skip, limit }: Range): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `select entry_no, action, subject_id, actor_id, api_key_id, from_status, to_status, detail, idempotency_key,
            created_at, previous_hash, hash
       from audit_entries
      where tenant_id = $1 and scope_id = $2 and ($3::bigint is null or entry_no < $3)
      order by entry_no desc offset $4 limit $5`,
    [scope.tenantId, scope.scopeId, after ?? null, skip, limit],
  )
}
