import type { Role } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

export type UserRow = {
  id: string
  email: string
  name: string
  role: Role
  department: string | null
  is_active: boolean
  created_at: Date
}

const columns = 'id, email, name, role, department, is_active, created_at'

export async function insertUser(tx: Tx, tenantId: string, user: UserRow): Promise<void> {
  await tx.query(
    `insert into users (tenant_id, id, email, name, role, department, is_active, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [tenantId, user.id, user.email, user.name, user.role, user.department, user.is_active, user.created_at],
  )
}

export async function updateUserRow(tx: Tx, tenantId: string, user: UserRow, now: Date): Promise<void> {
  await tx.query(
    `update users set name = $3, role = $4, department = $5, is_active = $6, updated_at = $7
      where tenant_id = $1 and id = $2`,
    [tenantId, user.id, user.name, user.role, user.department, user.is_active, now],
  )
}

export async function findUser(tx: Tx, tenantId: string, userId: string): Promise<UserRow | undefined> {
  const [row] = await tx.query<UserRow>(`select ${columns} from users where tenant_id = $1 and id = $2`, [
    tenantId,
    userId,
  ])
  return row
}

export async function isEmailTaken(tx: Tx, tenantId: string, email: string): Promise<boolean> {
  const rows = await tx.query('select id from users where tenant_id = $1 and lower(email) = lower($2)', [
    tenantId,
    email,
  ])
  return rows.length > 0
}

/** How many owners a tenant has who may come in: there is always one. */
export async function countOwners(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.query<{ owners: number }>(
    "select count(*) as owners from users where tenant_id = $1 and role = 'owner' and is_active",
    [tenantId],
  )
  return row?.owners ?? 0
}

/** People newest first, those whose name, address or department contains a text where one is given. */
export async function listUsers(
  tx: Tx,
  tenantId: string,
  { after, skip, limit }: Range,
  contains: string | undefined,
): Promise<{ rows: UserRow[]; total: number }> {
  const wanted = `tenant_id = $1 and ($2::text is null or position(lower($2) in lower(concat_ws(' ', name, email, department))) > 0)`
  const [rows, counted] = await Promise.all([
    tx.query<UserRow>(
      `select ${columns} from users where ${wanted} and ($3::uuid is null or id < $3)
        order by id desc offset $4 limit $5`,
      [tenantId, contains ?? null, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(`select count(*) as total from users where ${wanted}`, [tenantId, contains ?? null]),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}
