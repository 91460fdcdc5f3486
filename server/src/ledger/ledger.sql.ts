import { ledgerText } from '@allot/core'
import type { LedgerEntry } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { chainEntries } from '../platform/chain.ts'
import type { ChainHead } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import { countUpTo, lastEntryBefore } from '../platform/counting.ts'
import type { Counted, Range } from '../platform/paging.ts'

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

export type LedgerListRow = LedgerRow & { actor_name: string; person_name: string; option_name: string }

const findLastBefore = lastEntryBefore('ledger_entries', 'event_id')

/**
 * Entries newest first, a page at a time: of all or of one registration, as they were at any moment.
 *
 * @param count how many entries the ledger has
 * @returns with the balance after the last entry before `before`
 */
export async function listLedger(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  count: number,
  { registrationId, before }: { registrationId?: string | undefined; before?: Date | undefined },
  { after, skip, limit }: Range,
): Promise<Counted<LedgerListRow> & { balanceMinor: number }> {
  const [found] =
    before === undefined ? [] : await tx.query<{ entry_no: number }>(findLastBefore, [tenantId, eventId, before, count])
  const last = found?.entry_no ?? count
  const parameters: unknown[] = [tenantId, eventId, last]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const own = registrationId === undefined ? '' : `and registration_id = ${put(registrationId)}`
  const where = `tenant_id = $1 and event_id = $2 and entry_no <= $3 ${own}`
  const counted =
    registrationId === undefined
      ? { total: last }
      : countUpTo(tx, `select from ledger_entries where ${where}`, [...parameters])
  const behind = after === undefined ? '' : `and entry_no < ${put(after)}`
  const rows = tx.query<LedgerListRow>(
    `select l.entry_no, l.registration_id, l.kind, l.amount_minor, l.balance_minor, l.actor_id, l.created_at, l.previous_hash,
            l.hash, actor.name as actor_name, person.name as person_name, o.option_name
       from (select * from ledger_entries where ${where} ${behind}
              order by entry_no desc offset ${put(skip)} limit ${put(limit)}) as l
       join users actor on actor.tenant_id = l.tenant_id and actor.id = l.actor_id
       join registrations r on r.tenant_id = l.tenant_id and r.event_id = l.event_id and r.id = l.registration_id
       join users person on person.tenant_id = r.tenant_id and person.id = r.user_id
       join event_options o on o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.id = r.event_option_id
      order by l.entry_no desc`,
    parameters,
  )
  const balance = tx.query<{ balance_minor: number }>(
    'select balance_minor from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no = $3',
    [tenantId, eventId, last],
  )
  const [page, total, [at]] = await Promise.all([rows, counted, balance])
  return { rows: page, ...total, balanceMinor: at?.balance_minor ?? 0 }
}
