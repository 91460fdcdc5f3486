import { ledgerText } from '@allot/core'
import type { LedgerEntry, LedgerKind } from '@allot/core'
import type { EventKey } from '../events/books.sql.ts'
import { chainEntries } from '../platform/chain.ts'
import type { ChainHead, Link } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import { countUpTo, lastEntryBefore, windowOf } from '../platform/counting.ts'
import type { Counted, Range } from '../platform/paging.ts'

export type LedgerRow = {
  entry_no: number
  registration_id: string
  kind: LedgerKind
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
         select $1, * from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[],
           $8::uuid[], $9::timestamptz[], $10::bytea[], $11::bytea[])`,
}

export type LedgerLink = Link<Omit<LedgerEntry, 'entryNo'>>

/** Chains entries behind the head of an event's ledger. */
export function linkLedger(head: ChainHead, entries: readonly Omit<LedgerEntry, 'entryNo'>[]) {
  return chainEntries(head, entries, (entry, entryNo) => ledgerText({ ...entry, entryNo }))
}

/** Writes entries of one event or several, each in its order, along with the commit; the caller has the books locked. */
export function saveLedger(tx: Tx, tenantId: string, links: readonly LedgerLink[]): void {
  if (links.length === 0) return
  const column = <T>(pick: (link: LedgerLink) => T) => links.map(pick)
  tx.write(insertEntries, [
    tenantId,
    column(({ entry }) => entry.eventId),
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
}

export type LedgerListRow = LedgerRow & { actor_name: string; person_name: string; option_name: string }

/** Which entries somebody looks for; what is left out lets all through. */
export type LedgerFilter = {
  registrationId?: string | undefined
  kind?: LedgerRow['kind'] | undefined
  before?: Date | undefined
}

const findLastBefore = lastEntryBefore('ledger_entries', 'event_id')

/** The last entry that a filter lets through by its time. */
export async function lastLedgerEntry(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  count: number,
  { before }: LedgerFilter,
): Promise<number> {
  if (before === undefined) return count
  const [found] = await tx.query<{ entry_no: number }>(findLastBefore, [tenantId, eventId, before, count])
  return found?.entry_no ?? count
}

/**
 * Entries newest first, a page at a time: of all or of one registration, as they were at any moment.
 *
 * @param count how many entries the ledger has
 * @returns with the balance after the last entry before `before`
 */
export async function listLedger(
  tx: Tx,
  key: EventKey,
  count: number,
  filter: LedgerFilter,
  range: Range,
): Promise<Counted<LedgerListRow> & { balanceMinor: number }> {
  const last = await lastLedgerEntry(tx, key, count, filter)
  const { registrationId, kind } = filter
  const isWhole = registrationId === undefined && kind === undefined
  // What is about one registration an index finds; one kind of entries is looked for among so many.
  const isWalked = registrationId === undefined && kind !== undefined
  const newest = isWalked ? windowOf(0, last) : { first: 0, isMore: false }
  const end = range.after === undefined ? last : Math.min(last, Number(range.after) - 1)
  const shown = isWalked ? windowOf(0, end) : newest
  const { parameters, where } = foundBy(key, last, { ...filter, first: newest.first })
  const [rows, counted, [at]] = await Promise.all([
    readLedger(tx, key, last, { ...filter, first: shown.first }, range),
    isWhole ? { total: last, isMore: false } : countUpTo(tx, `select from ledger_entries where ${where}`, parameters),
    tx.query<{ balance_minor: number }>(
      'select balance_minor from ledger_entries where tenant_id = $1 and event_id = $2 and entry_no = $3',
      [key.tenantId, key.eventId, last],
    ),
  ])
  return {
    rows,
    total: counted.total,
    isMore: counted.isMore || newest.isMore,
    ...(shown.isMore ? { resumeAfter: shown.first + 1 } : {}),
    balanceMinor: at?.balance_minor ?? 0,
  }
}

/** A page of the entries up to the last one. */
export async function readLedger(
  tx: Tx,
  key: EventKey,
  last: number,
  filter: LedgerFilter & { first?: number },
  { after, skip, limit }: Range,
): Promise<LedgerListRow[]> {
  const { parameters, where, put } = foundBy(key, last, filter)
  const behind = after === undefined ? '' : `and entry_no < ${put(after)}`
  return tx.query<LedgerListRow>(
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
}

function foundBy(
  { tenantId, eventId }: EventKey,
  last: number,
  { registrationId, kind, first }: LedgerFilter & { first?: number },
) {
  const parameters: unknown[] = [tenantId, eventId, last]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const where = [
    'tenant_id = $1 and event_id = $2 and entry_no <= $3',
    ...(first === undefined ? [] : [`entry_no > ${put(first)}`]),
    ...(registrationId === undefined ? [] : [`registration_id = ${put(registrationId)}`]),
    ...(kind === undefined ? [] : [`kind = ${put(kind)}`]),
  ].join(' and ')
  return { parameters, put, where }
}
