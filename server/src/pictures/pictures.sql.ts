import type { EventKey } from '../events/books.sql.ts'
import type { OptionPicture } from '../events/events.sql.ts'
import type { Tx } from '../platform/database.ts'

export type PictureSize = 'full' | 'thumb'
/** Where the bytes of a picture are. */
export type KeptPicture = { id: string; kept_in: 'database' | 'folder' | 's3' }

export async function findKept(tx: Tx, key: EventKey, optionId: string): Promise<KeptPicture | undefined> {
  const [row] = await tx.query<KeptPicture>(
    `select id, kept_in from option_pictures where tenant_id = $1 and event_id = $2 and event_option_id = $3`,
    [key.tenantId, key.eventId, optionId],
  )
  return row
}

/** The bytes of a picture that is kept in the database; null where it is not. */
export async function readBytes(tx: Tx, key: EventKey, optionId: string, size: PictureSize): Promise<Buffer | null> {
  const [row] = await tx.query<{ bytes: Buffer | null }>(
    `select case when $4 = 'thumb' then thumb_bytes else full_bytes end as bytes
       from option_pictures where tenant_id = $1 and event_id = $2 and event_option_id = $3`,
    [key.tenantId, key.eventId, optionId, size],
  )
  return row?.bytes ?? null
}

export async function savePicture(
  tx: Tx,
  key: EventKey,
  optionId: string,
  {
    picture,
    kept,
    bytes,
  }: { picture: OptionPicture; kept: KeptPicture; bytes: { full: Buffer; thumb: Buffer } | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into option_pictures (tenant_id, event_id, event_option_id, id, kept_in, full_bytes, thumb_bytes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, event_id, event_option_id) do update
       set id = excluded.id, kept_in = excluded.kept_in, full_bytes = excluded.full_bytes,
           thumb_bytes = excluded.thumb_bytes, created_at = excluded.created_at`,
    [key.tenantId, key.eventId, optionId, kept.id, kept.kept_in, bytes?.full ?? null, bytes?.thumb ?? null, now],
  )
  await describePicture(tx, key, optionId, picture, now)
}

export async function removePicture(tx: Tx, key: EventKey, optionId: string, now: Date): Promise<void> {
  await tx.query('delete from option_pictures where tenant_id = $1 and event_id = $2 and event_option_id = $3', [
    key.tenantId,
    key.eventId,
    optionId,
  ])
  await describePicture(tx, key, optionId, null, now)
}

async function describePicture(
  tx: Tx,
  key: EventKey,
  optionId: string,
  picture: OptionPicture | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `update event_options set picture = $4, updated_at = $5 where tenant_id = $1 and event_id = $2 and id = $3`,
    [key.tenantId, key.eventId, optionId, picture && JSON.stringify(picture), now],
  )
}
