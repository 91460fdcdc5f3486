import type { Stage } from './stage.ts'

/** Sums over plain rows, which know nothing of how they came about; each gives a row for whatever does not add up. */
const questions: [what: string, statement: string][] = [
  [
    'committed money is the sum of approved amounts, of the ledger, and within the budget',
    `select b.event_id, b.budget_committed_minor from event_books b
      where b.budget_committed_minor > b.budget_minor
         or b.budget_committed_minor <> (select coalesce(sum(amount_minor), 0) from registrations r
              where r.event_id = b.event_id and r.status = 'APPROVED')
         or b.budget_committed_minor <> (select coalesce(sum(amount_minor), 0) from ledger_entries l where l.event_id = b.event_id)`,
  ],
  [
    'each option gives what its approved registrations took, and no more than there is',
    `select o.id, o.committed_count from event_options o
      where o.committed_count > o.total_available
         or o.committed_count <> (select count(*) from registrations r where r.event_option_id = o.id and r.status = 'APPROVED')`,
  ],
  [
    'each slot holds whom it was given to, and no more than it can',
    `select s.id, s.committed_count from pickup_slots s
      where s.committed_count > s.capacity
         or s.committed_count <> (select count(*) from registrations r
              where r.event_id = s.event_id and r.status = 'APPROVED' and r.assigned_slot_id = s.id)`,
  ],
  [
    'nobody has two live registrations for one option',
    `select user_id from registrations where status in ('PENDING', 'APPROVED')
      group by event_id, user_id, event_option_id having count(*) > 1`,
  ],
  [
    'no key was used twice for a change',
    `select idempotency_key from audit_entries
      where idempotency_key is not null and action like 'registration.%'
      group by tenant_id, idempotency_key, subject_id, action having count(*) > 1`,
  ],
  [
    'nothing names what belongs to another tenant',
    `select r.id from registrations r join users u on u.id = r.user_id where u.tenant_id <> r.tenant_id`,
  ],
  ['no job is left half done', `select id, status from jobs where status in ('QUEUED', 'RUNNING')`],
  [
    'no two transactions ever waited for each other',
    `select datname, deadlocks from pg_stat_database where deadlocks > 0`,
  ],
]

/** Recomputes the books from the rows. @returns a sentence for each question that something answers to */
export async function readBooks(stage: Stage): Promise<string[]> {
  return stage.asOwner(async (client) => {
    const broken: string[] = []
    for (const [what, statement] of questions) {
      const { rows } = await client.query(statement)
      if (rows.length > 0) broken.push(`not so: ${what} (${rows.length}, the first ${JSON.stringify(rows[0])})`)
    }
    return broken
  })
}

/** How many messages the receivers should have had by now: one for each change of a registration. */
export async function countToTell(stage: Stage): Promise<number> {
  return stage.asOwner(async (client) => {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from audit_entries a join events e on e.tenant_id = a.tenant_id and e.id = a.scope_id
        where a.action like 'registration.%'`,
    )
    return Number(rows[0]?.count)
  })
}

/** Lets what waits for its next attempt be due: nobody wants to wait for hours at the end of a run. */
export async function hurryDeliveries(stage: Stage): Promise<void> {
  await stage.asOwner(async (client) => {
    await client.query(`update webhook_endpoints set rests_until = null`)
    await client.query(
      `update webhook_deliveries set next_attempt_at = now() where status = 'WAITING' and taken_until is null`,
    )
  })
}
