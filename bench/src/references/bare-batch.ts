import { ledgerText } from '@allot/core'
import pg from 'pg'
import { linkHash } from '../../../server/src/platform/chain.ts'
import type { Connection } from '../../../server/src/platform/database.ts'
import type { Approver } from './function.ts'

/**
 * The least that approving many at once can take: the set-based statements for registrations, counters and ledger in
 * one transaction, on one connection. Nothing is looked at or decided, there is no audit trail and no job, and what is
 * written, hashes included, has been worked out before the clock starts.
 *
 * @param ids registrations that are all pending, and all fit
 * @returns how long it took from BEGIN to COMMIT, in milliseconds
 */
export async function approveBarely(
  connection: Connection,
  { tenantId, approverId }: Approver,
  eventId: string,
  ids: readonly string[],
): Promise<number> {
  const client = new pg.Client({ ...connection, application_name: 'bare' })
  await client.connect()
  try {
    await client.query("select set_config('allot.tenant_id', $1, false)", [tenantId])
    const keys = [tenantId, eventId]
    const { rows } = await client.query<Head>(findHead, keys)
    const { rows: amounts } = await client.query<{ amount: number }>(findAmounts, [...keys, ids])
    const [head] = rows
    if (!head || amounts.length !== ids.length) throw new Error('not all that is to be approved is there')

    const at = new Date()
    let { hash, balance } = head
    const entries = amounts.map(({ amount }, index) => {
      balance += amount
      const posting = { kind: 'COMMIT', amountMinor: amount, balanceMinor: balance } as const
      const entryNo = head.count + index + 1
      const registrationId = ids[index] ?? ''
      const previous = hash
      hash = linkHash(previous, ledgerText({ ...posting, eventId, entryNo, registrationId, actorId: approverId, at }))
      return { entryNo, amount, balance, previous, hash }
    })

    const begun = performance.now()
    await client.query('begin')
    await client.query(lockBooks, keys)
    await client.query(saveRegistrations, [...keys, ids, at, approverId])
    await client.query(saveOptions, [...keys, ids])
    await client.query(saveSlots, [...keys, ids])
    await client.query(saveBooks, [...keys, balance - head.balance, ids.length, hash])
    await client.query(addEntries, [
      ...keys,
      ids,
      entries.map(({ entryNo }) => entryNo),
      entries.map(({ amount }) => amount),
      entries.map(({ balance }) => balance),
      entries.map(({ previous }) => previous),
      entries.map(({ hash }) => hash),
      approverId,
      at,
    ])
    await client.query('commit')
    return performance.now() - begun
  } finally {
    await client.end()
  }
}

type Head = { count: number; hash: Buffer; balance: number }

const findHead = `select ledger_count as count, ledger_hash as hash, budget_committed_minor as balance
                    from event_books where tenant_id = $1 and event_id = $2`
const findAmounts = `select r.amount_minor as amount
                       from unnest($3::uuid[]) with ordinality as wanted (id, nr)
                       join registrations r on r.tenant_id = $1 and r.event_id = $2 and r.id = wanted.id
                      where r.status = 'PENDING' order by nr`
const lockBooks = 'select from event_books where tenant_id = $1 and event_id = $2 for no key update'
const saveRegistrations = `
  update registrations
     set status = 'APPROVED', assigned_slot_id = preferred_slot_id, approved_at = $4, approved_by = $5
   where tenant_id = $1 and event_id = $2 and id = any($3)`
const saveOptions = `
  update event_options o
     set committed_count = committed_count + c.count, pending_count = pending_count - c.count,
         amount_committed_minor = amount_committed_minor + c.amount
    from (select event_option_id as id, count(*) as count, sum(amount_minor) as amount from registrations
           where tenant_id = $1 and event_id = $2 and id = any($3) group by 1) c
   where o.tenant_id = $1 and o.event_id = $2 and o.id = c.id`
const saveSlots = `
  update pickup_slots s
     set committed_count = committed_count + c.count, pending_count = pending_count - c.count
    from (select preferred_slot_id as id, count(*) as count from registrations
           where tenant_id = $1 and event_id = $2 and id = any($3) group by 1) c
   where s.tenant_id = $1 and s.event_id = $2 and s.id = c.id`
const saveBooks = `
  update event_books
     set budget_committed_minor = budget_committed_minor + $3, pending_minor = pending_minor - $3,
         pending_count = pending_count - $4, approved_count = approved_count + $4,
         ledger_count = ledger_count + $4, ledger_hash = $5
   where tenant_id = $1 and event_id = $2`
const addEntries = `
  insert into ledger_entries (tenant_id, event_id, entry_no, registration_id, kind, amount_minor, balance_minor,
    actor_id, created_at, previous_hash, hash)
  select $1, $2, entry_no, registration_id, 'COMMIT', amount_minor, balance_minor, $9, $10, previous_hash, hash
    from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bytea[], $8::bytea[])
      as entry (registration_id, entry_no, amount_minor, balance_minor, previous_hash, hash)`
