import type { Role } from '@allot/contract'
import { countUpTo } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import type { Counted, Range } from '../platform/paging.ts'
import { findPeopleByWord, isNamed, patternOf, wantedOf } from './people-search.sql.ts'

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

/** So few people are looked up one by one; where more match, some soon turn up while the list is walked. */
const FEW_PEOPLE = 1_000

/** People newest first, those of whose name, address or department a word begins with a text where one is given. */
export async function listUsers(
  tx: Tx,
  tenantId: string,
  { after, skip, limit }: Range,
  typed: string | undefined,
): Promise<Counted<UserRow>> {
  const parameters: unknown[] = [tenantId]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const wanted = await conditionOf(tx, tenantId, typed, put)
  const counted = countUpTo(tx, `select from users u where tenant_id = $1 ${wanted}`, [...parameters])
  const behind = after === undefined ? '' : `and id < ${put(after)}`
  const rows = tx.query<UserRow>(
    `select ${columns} from users u where tenant_id = $1 ${wanted} ${behind}
      order by id desc offset ${put(skip)} limit ${put(limit)}`,
    parameters,
  )
  const [page, count] = await Promise.all([rows, counted])
  return { rows: page, ...count }
}

async function conditionOf(
  tx: Tx,
  tenantId: string,
  typed: string | undefined,
  put: (value: unknown) => string,
): Promise<string> {
  const text = wantedOf(typed)
  if (text === undefined) return ''
  const people = await findPeopleByWord(tx, tenantId, text, FEW_PEOPLE, 'name, address and department')
  if (people.length <= FEW_PEOPLE) return `and id = any(${put(people)})`
  const pattern = put(patternOf(text))
  return `and (${isNamed('u', pattern)} or lower(department) ~ ${pattern})`
}
