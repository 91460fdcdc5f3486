import type { NoticeKind } from '@allot/contract'
import type { Tx } from '../platform/database.ts'

export type ChoiceRow = { user_id: string; kind: NoticeKind; mail: boolean; inbox: boolean }

/** What some people have said they want to get; of whatever they said nothing there is no row. */
export async function findChoices(tx: Tx, tenantId: string, userIds: readonly string[]): Promise<ChoiceRow[]> {
  return tx.query<ChoiceRow>(
    {
      name: 'find_notice_choices',
      text: 'select user_id, kind, mail, inbox from notice_choices where tenant_id = $1 and user_id = any ($2::uuid[])',
    },
    [tenantId, userIds],
  )
}

export async function saveChoices(tx: Tx, tenantId: string, choices: readonly ChoiceRow[]): Promise<void> {
  await tx.query(
    `insert into notice_choices (tenant_id, user_id, kind, mail, inbox)
     select $1, * from unnest($2::uuid[], $3::text[], $4::boolean[], $5::boolean[])
     on conflict (tenant_id, user_id, kind) do update set mail = excluded.mail, inbox = excluded.inbox`,
    [
      tenantId,
      choices.map(({ user_id }) => user_id),
      choices.map(({ kind }) => kind),
      choices.map(({ mail }) => mail),
      choices.map(({ inbox }) => inbox),
    ],
  )
}
