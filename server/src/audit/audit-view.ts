import type { AuditEntryView, AuditQuery } from '@allot/contract'
import type { AuditFilter, AuditNames, AuditRow } from './audit.sql.ts'

export function viewAudit(row: AuditRow & AuditNames): AuditEntryView {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    previous_hash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}

export function auditFilterOf({ subject_id, actor_id, action, from, to }: AuditQuery): AuditFilter {
  return {
    subjectId: subject_id,
    actorId: actor_id,
    action,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  }
}
