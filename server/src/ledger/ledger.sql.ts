import { ledgerText } from '@allot/core'
import type { LedgerEntry } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { chainEntries } from '../platform/chain.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import type { Range } from '../platform/paging.ts'

export type LedgerRow = {
  entry_no: number
  registration_id: string
  kind: 'COMMIT' | 'RELEASE'
  amount_minor: number
  balance_minor: number
  actor_id: string
  created_at: Date
  previous_hash: Buffer
  hash: Buffer
}

const insertEntries = {
  name: 'insert_ledger_entries',
  text: `insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor,
           balance_minor, actor_id, created_at, previous_hash, hash)
         select $1, $2, * from unnest($3::bigint[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[],
           $8::uuid[], $9::timestamptz[], $10::bytea[], $11::bytea[])`,
}

/** Writes entries behind the head of the event's ledger, along with the commit; the caller has the books locked. */
export function appendLedger(
  tx: Tx,
  key: EventKey,
  head: ChainHead,
  entries: readonly Omit<LedgerEntry, 'entryNo'>[],
): ChainHead {
  if (entries.length === 0) return head
  const chained = chainEntries(head, entries, (entry, entryNo) => ledgerText({ ...entry, entryNo }))
  const column = <T>(pick: (link: (typeof chained.links)[number]) => T) => chained.links.map(pick)
  tx.write(insertEntries, [
    key.tenantId,
    key.eventId,
    column(({ entryNo }) => entryNo),
    column(({ entry }) => entry.registrationId),
    column(({ entry }) => entry.kind),
    column(({ entry }) => entry.amountMinor),
    column(({ entry }) => entry.balanceMinor),
    column(({ entry }) => entry.actorId),
    column(({ entry }) => entry.at.toISOString()),
    column(({ previousHash }) => previousHash),
    column(({ hash }) => hash),
  ])
  return chained.head
}

/** Entries newest first, from an entry number on. */
export async function listLedger(tx: Tx, key: EventKey, { after, skip, limit }: Range): Promise<LedgerRow[]> {
  return tx.query<LedgerRow>(
    `select entry_no, registration_id, kind, amount_minor, balance_minor, actor_id, created_at, previous_hash, hash
       from ledger_entries
      where tenant_id = $1 and event_id = $2 and ($3::bigint is null or entry_no < $3)
      order by entry_no desc offset $4 limit $5`,
    [key.tenantId, key.eventId, after ?? null, skip, limit],
  )
}
