import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

/** Remembers the code of now as replaced, and puts another in its place. The caller has the books locked. */
export async function saveNewCode(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  registrationId: string,
  { generation, hash, at }: { generation: number; hash: Buffer; at: Date },
): Promise<void> {
  await tx.query(
    `insert into revoked_qr_tokens (tenant_id, qr_hash, event_id, registration_id, revoked_at)
     select tenant_id, qr_hash, event_id, id, $4 from registrations
      where tenant_id = $1 and event_id = $2 and id = $3`,
    [tenantId, eventId, registrationId, at],
  )
  await tx.query(
    `update registrations set qr_generation = $4, qr_hash = $5 where tenant_id = $1 and event_id = $2 and id = $3`,
    [tenantId, eventId, registrationId, generation, hash],
  )
}
