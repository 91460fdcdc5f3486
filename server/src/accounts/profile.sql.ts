import type { ProfileView } from '@allot/contract'
import type { Tx } from '../platform/database.ts'

const columns = 'language, theme, single_letter_keys'

export async function findProfile(tx: Tx, tenantId: string, userId: string): Promise<ProfileView | undefined> {
  const [row] = await tx.query<ProfileView>(`select ${columns} from users where tenant_id = $1 and id = $2`, [
    tenantId,
    userId,
  ])
  return row
}

/** Writes what is given, and leaves the rest; two who write at once lose nothing of each other. */
export async function saveProfile(
  tx: Tx,
  tenantId: string,
  userId: string,
  { language, theme, single_letter_keys }: Partial<ProfileView>,
): Promise<ProfileView | undefined> {
  const [row] = await tx.query<ProfileView>(
    `update users
        set language = case when $3 then $4 else language end, theme = coalesce($5, theme),
            single_letter_keys = coalesce($6, single_letter_keys)
      where tenant_id = $1 and id = $2
      returning ${columns}`,
    [tenantId, userId, language !== undefined, language ?? null, theme ?? null, single_letter_keys ?? null],
  )
  return row
}
