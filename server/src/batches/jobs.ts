import type { BatchResult, BatchRowView, BatchSummary, JobRowView, JobView, LiveJob } from '@allot/contract'
import { fromMinor, toMinor } from '@allot/core'
import type { JobResultRow, JobRow } from './jobs.sql.ts'

export function viewJob(row: JobRow): JobView {
  const { request } = row
  const isOver = row.finished_at !== null
  return {
    id: row.id,
    event_id: row.event_id,
    status: row.status,
    action: request.action,
    order: request.order,
    mode: request.mode,
    dry_run: request.dry_run,
    total: row.total,
    done: row.done,
    changed: row.changed,
    refused: row.refused,
    created_by: row.created_by,
    created_by_name: row.created_by_name,
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
    summary: isOver ? row.summary : null,
    problem: row.problem,
  }
}

/** How far a job is, in short. */
export function viewLiveJob({ id, event_id, status, request, total, done, changed, refused }: JobRow): LiveJob {
  return { id, event_id, status, dry_run: request.dry_run, total, done, changed, refused }
}

/** A row of a result as it is kept; amounts in minor units. */
export function keepRow(row: BatchRowView, rowNo: number, currency: string): JobResultRow {
  const { code, message, conflicts } = row
  return {
    row_no: rowNo,
    registration_id: row.registration_id,
    outcome: row.outcome,
    status: row.status,
    amount_minor: row.amount === null ? null : (toMinor(row.amount, currency) ?? null),
    assigned_pickup_slot: row.assigned_pickup_slot,
    refusal: row.outcome === 'REFUSED' ? { code, message, conflicts } : null,
  }
}

export function viewJobRow(row: JobResultRow, currency: string): JobRowView {
  return {
    row_no: row.row_no,
    registration_id: row.registration_id,
    outcome: row.outcome,
    status: row.status,
    amount: row.amount_minor === null ? null : fromMinor(row.amount_minor, currency),
    assigned_pickup_slot: row.assigned_pickup_slot,
    code: row.refusal?.code ?? null,
    message: row.refusal?.message ?? null,
    conflicts: row.refusal?.conflicts ?? [],
  }
}

/** A result without its rows. */
export function summaryOf({ rows: _rows, ...summary }: BatchResult): BatchSummary {
  return summary
}

/** Two parts of one batch as one: counts are added up; what was before is before the first, what is after is after the last. */
export function addSummaries(first: BatchSummary | null, next: BatchSummary): BatchSummary {
  if (first === null) return next
  const codes = new Map(first.refusals.map(({ code, count }) => [code, count]))
  for (const { code, count } of next.refusals) codes.set(code, (codes.get(code) ?? 0) + count)
  const { budget, options, slots } = first.totals
  return {
    ...next,
    total: first.total + next.total,
    changed: first.changed + next.changed,
    unchanged: first.unchanged + next.unchanged,
    refused: first.refused + next.refused,
    refusals: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    // Decimals of any currency are at most four: what adding them up as they are leaves behind is rounded away.
    amount: Math.round((first.amount + next.amount) * 10_000) / 10_000,
    totals: {
      budget: { ...next.totals.budget, committed_before: budget.committed_before },
      options: addTotals(options, next.totals.options, ({ option_id: id }) => id),
      slots: addTotals(slots, next.totals.slots, ({ slot_id: id }) => id),
    },
  }
}

function addTotals<Of extends { committed_before: number; refused: number }>(
  first: readonly Of[],
  next: readonly Of[],
  idOf: (one: Of) => string,
): Of[] {
  const all = new Map(first.map((one) => [idOf(one), one]))
  for (const one of next) {
    const before = all.get(idOf(one))
    all.set(
      idOf(one),
      before ? { ...one, committed_before: before.committed_before, refused: before.refused + one.refused } : one,
    )
  }
  return [...all.values()]
}
