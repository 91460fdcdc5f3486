import { chainEntries } from '../platform/chain.ts'
import type { ChainHead, Link } from '../platform/chain.ts'
import type { Tx } from '../platform/database.ts'
import { countUpTo, lastEntryBefore, windowOf } from '../platform/counting.ts'
import type { Counted, Range } from '../platform/paging.ts'

/** One change of state, before it has its number: who, when, what, from, to. */
export type AuditNote = {
  /** `registration.approved`, `event.updated`, `user.created` … */
  action: string
  subjectId: string
  /** null where the operator acted. */
  actorId: string | null
  apiKeyId: string | null
  fromStatus?: string | null
  toStatus?: string | null
  /** What else there is to say of it. Never a secret: this is read by many. */
  detail?: Record<string, unknown> | null
  idempotencyKey?: string | null
  at: Date
}

export type AuditRow = {
  entry_no: number
  action: string
  subject_id: string
  actor_id: string | null
  api_key_id: string | null
  from_status: string | null
  to_status: string | null
  detail: Record<string, unknown> | null
  idempotency_key: string | null
  created_at: Date
  previous_hash: Buffer
  hash: Buffer
}

/** Where an entry is written: a chain of its own for each event, and one for what belongs to no event. */
export type AuditScope = { tenantId: string; scopeId: string }

/**
 * What the hash of an entry is taken over, after the hash of the entry before it. Changing this breaks every chain
 * there is; a new form needs a version in front.
 */
export function auditText(scopeId: string, entryNo: number, note: AuditText): string {
  return JSON.stringify([
    scopeId,
    entryNo,
    note.action,
    note.subjectId,
    note.actorId,
    note.apiKeyId,
    note.fromStatus ?? null,
    note.toStatus ?? null,
    note.detailJson,
    note.idempotencyKey ?? null,
    note.at.toISOString(),
  ])
}

const insertNotes = {
  name: 'insert_audit_entries',
  text: `insert into audit_entries (tenant_id, scope_id, entry_no, action, subject_id, actor_id, api_key_id,
           from_status, to_status, detail, idempotency_key, created_at, previous_hash, hash)
         select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
           $9::text[], $10::json[], $11::text[], $12::timestamptz[], $13::bytea[], $14::bytea[])`,
}

type AuditText = Omit<AuditNote, 'detail'> & { detailJson: string | null }
/** An entry with its place in the chain of its scope. */
export type AuditLink = Link<AuditText> & { scopeId: string }

/** Chains entries behind the head of their scope. */
export function linkAudit(scopeId: string, head: ChainHead, notes: readonly AuditNote[]) {
  const texts = notes.map((note) => ({ ...note, detailJson: note.detail ? JSON.stringify(note.detail) : null }))
  const chained = chainEntries(head, texts, (note, entryNo) => auditText(scopeId, entryNo, note))
  return { head: chained.head, links: chained.links.map((link): AuditLink => ({ ...link, scopeId })) }
}

/**
 * Writes entries behind the head of their chain, along with the commit. The caller holds the row that keeps the head
 * (the event's books, or the tenant), and saves the new head there.
 */
export function appendAudit(tx: Tx, scope: AuditScope, head: ChainHead, notes: readonly AuditNote[]): ChainHead {
  if (notes.length === 0) return head
  const chained = linkAudit(scope.scopeId, head, notes)
  saveAudit(tx, scope.tenantId, chained.links)
  return chained.head
}

/** Writes entries of one scope or several, each in its order, along with the commit. */
export function saveAudit(tx: Tx, tenantId: string, links: readonly AuditLink[]): void {
  if (links.length === 0) return
  const column = <T>(read: (link: AuditLink) => T) => links.map(read)
  tx.write(insertNotes, [
    tenantId,
    column(({ scopeId }) => scopeId),
    column(({ entryNo }) => entryNo),
    column(({ entry }) => entry.action),
    column(({ entry }) => entry.subjectId),
    column(({ entry }) => entry.actorId),
    column(({ entry }) => entry.apiKeyId),
    column(({ entry }) => entry.fromStatus ?? null),
    column(({ entry }) => entry.toStatus ?? null),
    column(({ entry }) => entry.detailJson),
    column(({ entry }) => entry.idempotencyKey ?? null),
    column(({ entry }) => entry.at.toISOString()),
    column(({ previousHash }) => previousHash),
    column(({ hash }) => hash),
  ])
  const last = new Map(links.map(({ scopeId, entryNo }) => [scopeId, entryNo]))
  for (const [scopeId, entryNo] of last) tx.announce({ tenantId, scopeId, entryNo })
}

/** The names in an entry. */
export type AuditNames = { actor_name: string | null; person_name: string | null; option_name: string | null }

/** Which entries somebody looks for; what is left out lets all through. */
export type AuditFilter = {
  subjectId?: string | undefined
  actorId?: string | undefined
  /** The beginning of an action. */
  action?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
}

export const nameColumns = 'actor.name as actor_name, person.name as person_name, o.option_name'

/**
 * Joins what gives entries as `a` with the names in them, and with the registration `r` that they are of, if any.
 * `case`, and not `coalesce`, which row-level security keeps from the index: all people would be read for one page.
 */
export const nameJoins = `
  left join users actor on actor.tenant_id = a.tenant_id and actor.id = a.actor_id
  left join registrations r on r.tenant_id = a.tenant_id and r.event_id = a.scope_id and r.id = a.subject_id
  left join users person on person.tenant_id = a.tenant_id and person.id = case when r.id is null then a.subject_id else r.user_id end
  left join event_options o on o.tenant_id = a.tenant_id and o.event_id = a.scope_id
   and o.id = case when r.id is null then a.subject_id else r.event_option_id end`

const findLastBefore = lastEntryBefore('audit_entries', 'scope_id')

/** A filter with its times turned into numbers: entries behind `first`, up to `last`. */
export type AuditSearch = Omit<AuditFilter, 'from' | 'to'> & { first: number; last: number }

/** Looks up where the times of a filter lie in a chain that has `count` entries. */
export async function prepareAuditSearch(
  tx: Tx,
  { tenantId, scopeId }: AuditScope,
  count: number,
  { from, to, ...filter }: AuditFilter,
): Promise<AuditSearch> {
  const lastBefore = async (at: Date | undefined, otherwise: number): Promise<number> => {
    if (at === undefined) return otherwise
    const [row] = await tx.query<{ entry_no: number }>(findLastBefore, [tenantId, scopeId, at, count])
    return row?.entry_no ?? otherwise
  }
  const [first, last] = await Promise.all([lastBefore(from, 0), lastBefore(to, count)])
  return { ...filter, first, last }
}

/**
 * Entries newest first, a page at a time.
 *
 * @param count how many entries the chain has; with no filter but times that is counted from the numbers alone
 */
export async function listAudit(
  tx: Tx,
  scope: AuditScope,
  count: number,
  filter: AuditFilter,
  range: Range,
): Promise<Counted<AuditRow & AuditNames>> {
  const search = await prepareAuditSearch(tx, scope, count, filter)
  const { subjectId, actorId, action, first, last } = search
  const isFound = actorId === undefined && action === undefined
  if (isFound && subjectId === undefined)
    return { rows: await readAudit(tx, scope, search, range), total: Math.max(0, last - first) }
  // What is about one subject an index finds; the rest is looked for among so many.
  const isIndexed = subjectId !== undefined
  const newest = isIndexed ? { first, isMore: false } : windowOf(first, last)
  const shown = isIndexed
    ? newest
    : windowOf(first, range.after === undefined ? last : Math.min(last, Number(range.after) - 1))
  const { parameters, where } = foundBy(scope, { ...search, first: newest.first })
  const [rows, counted] = await Promise.all([
    readAudit(tx, scope, { ...search, first: shown.first }, range),
    countUpTo(tx, `select from audit_entries where ${where}`, parameters),
  ])
  return {
    rows,
    total: counted.total,
    isMore: counted.isMore || newest.isMore,
    ...(shown.isMore ? { resumeAfter: shown.first + 1 } : {}),
  }
}

/** A page of what a search finds. */
export async function readAudit(
  tx: Tx,
  scope: AuditScope,
  search: AuditSearch,
  { after, skip, limit }: Range,
): Promise<(AuditRow & AuditNames)[]> {
  const { parameters, where, put } = foundBy(scope, search)
  const behind = after === undefined ? '' : `and entry_no < ${put(after)}`
  return tx.query<AuditRow & AuditNames>(
    `select a.entry_no, a.action, a.subject_id, a.actor_id, a.api_key_id, a.from_status, a.to_status, a.detail,
            a.idempotency_key, a.created_at, a.previous_hash, a.hash, ${nameColumns}
       from (select * from audit_entries where ${where} ${behind}
              order by entry_no desc offset ${put(skip)} limit ${put(limit)}) as a ${nameJoins}
      order by a.entry_no desc`,
    parameters,
  )
}

function foundBy({ tenantId, scopeId }: AuditScope, { first, last, subjectId, actorId, action }: AuditSearch) {
  const parameters: unknown[] = [tenantId, scopeId, first, last]
  const put = (value: unknown) => `$${parameters.push(value)}`
  const asked = [
    ...(subjectId === undefined ? [] : [`subject_id = ${put(subjectId)}`]),
    ...(actorId === undefined ? [] : [`actor_id = ${put(actorId)}`]),
    ...(action === undefined ? [] : [`starts_with(action, ${put(action)})`]),
  ]
  const where = ['tenant_id = $1 and scope_id = $2 and entry_no > $3 and entry_no <= $4', ...asked].join(' and ')
  return { parameters, put, where }
}
