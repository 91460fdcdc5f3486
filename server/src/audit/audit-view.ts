import type { AuditEntryView } from '@allot/contract'
import type { AuditRow } from './audit.sql.ts'

export function viewAudit(row: AuditRow): AuditEntryView {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    previous_hash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}
