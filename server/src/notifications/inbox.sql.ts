import type { Language, NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'
import type { Facts } from './facts.ts'

export type InboxRow = {
  id: string
  kind: NoticeKind
  event_id: string | null
  event_name: string | null
  event_slug: string | null
  registration_id: string | null
  facts: Facts
  created_at: Date
  read_at: Date | null
}

const columns = `n.id, n.kind, n.event_id, e.name as event_name, e.slug as event_slug, n.registration_id, n.facts,
  n.created_at, n.read_at`
const joined = 'notices n left join events e on e.tenant_id = n.tenant_id and e.id = n.event_id'
const theirs = "n.tenant_id = $1 and n.user_id = $2 and n.channel = 'inbox'"
const MOST_UNREAD = 100

/** What somebody was told, newest first, a page at a time. */
export async function listInbox(
  tx: Tx,
  tenantId: string,
  userId: string,
  isUnread: boolean | undefined,
  { after, skip, limit }: Range,
): Promise<{ rows: InboxRow[]; total: number }> {
  const where = `${theirs} and ($3::boolean is null or (n.read_at is null) = $3)`
  const filter = [tenantId, userId, isUnread ?? null]
  const [rows, counted] = await Promise.all([
    tx.query<InboxRow>(
      `select ${columns} from ${joined} where ${where} and ($4::uuid is null or n.id < $4)
        order by n.id desc offset $5 limit $6`,
      [...filter, after ?? null, skip, limit],
    ),
    tx.query<{ total: number }>(`select count(*) as total from notices n where ${where}`, filter),
  ])
  return { rows, total: counted[0]?.total ?? 0 }
}

export async function countUnread(
  tx: Tx,
  tenantId: string,
  userId: string,
): Promise<{ unread_count: number; newest_id: string | null }> {
  const [row] = await tx.query<{ unread_count: number; newest_id: string | null }>(
    `select (select count(*) from (select from notices n where ${theirs} and n.read_at is null limit ${MOST_UNREAD}) as counted)
              as unread_count,
            (select n.id from notices n where ${theirs} order by n.id desc limit 1) as newest_id`,
    [tenantId, userId],
  )
  return row ?? { unread_count: 0, newest_id: null }
}

/** Marks some of somebody's notices, or all of theirs up to one, as read or as unread. */
export async function markInbox(
  tx: Tx,
  tenantId: string,
  userId: string,
  { isRead, ids, upTo }: { isRead: boolean; ids: readonly string[] | undefined; upTo: string | undefined },
): Promise<void> {
  await tx.query(
    `update notices n set read_at = case when $3 then now() end
      where ${theirs} and (n.read_at is null) = $3 and ($4::uuid[] is null or n.id = any ($4))
        and ($5::uuid is null or n.id <= $5)`,
    [tenantId, userId, isRead, ids ?? null, upTo ?? null],
  )
}

/** Who reads, and in which language. */
export async function findReader(
  tx: Tx,
  tenantId: string,
  userId: string,
): Promise<{ person_name: string; tenant_name: string; language: Language | null } | undefined> {
  const [row] = await tx.query<{ person_name: string; tenant_name: string; language: Language | null }>(
    `select u.name as person_name, t.name as tenant_name, coalesce(u.language, s.language) as language
       from users u join tenants t on t.id = u.tenant_id
       left join tenant_notice_settings s on s.tenant_id = u.tenant_id
      where u.tenant_id = $1 and u.id = $2`,
    [tenantId, userId],
  )
  return row
}
