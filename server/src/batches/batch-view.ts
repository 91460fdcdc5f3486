import { MOST_AT_ONCE } from '@allot/contract'
import type { BatchResult, BatchRowView, ConflictView, RemedyView } from '@allot/contract'
import { fromMinor, sayMoney, withAlternatives } from '@allot/core'
import type { Conflict, Decision, Remedy, Snapshot } from '@allot/core'
import { sha256 } from '../platform/secrets.ts'
import { viewConflict } from '../registrations/conflict-words.ts'
import type { Wording } from '../registrations/conflict-words.ts'
import { problemOfRefusal } from '../registrations/refusal-words.ts'
import type { BatchScene, PlannedBatch } from './batch-ask.ts'

/** A row of a refusal names so many alternatives of a kind; there may be thousands of rows. */
const ALTERNATIVES_OF_A_ROW = 3

/** A batch as its answer: every row, and the money, options and slots before and after it. */
export function viewBatch(planned: PlannedBatch): BatchResult {
  const { scene, plan, largest, remedies } = planned
  const { ask, event, snapshot } = scene
  const money = (minor: number) => fromMinor(minor, event.currency)
  const rows = viewRows(planned)
  const refused = rows.filter(({ outcome }) => outcome === 'REFUSED')
  const unchanged = rows.filter(({ outcome }) => outcome === 'UNCHANGED').length
  const byCode = Map.groupBy(refused, ({ code }) => code ?? '')
  const amountMinor = plan.rows.reduce(
    (sum, { decision }) => sum + ('posting' in decision ? decision.after.amountMinor : 0),
    0,
  )
  const { terms } = ask
  return {
    event_id: event.id,
    batch_id: ask.batchId,
    action: terms.action,
    order: terms.order,
    mode: terms.mode,
    dry_run: terms.dry_run,
    total: rows.length,
    changed: rows.length - unchanged - refused.length,
    unchanged,
    refused: refused.length,
    refusals: [...byCode].map(([code, some]) => ({ code, count: some.length })).sort((a, b) => b.count - a.count),
    amount: money(amountMinor),
    totals: viewTotals(planned),
    largest_fit: largest
      ? { count: largest.admitted.size, bound: largest.bound, is_exact: largest.admitted.size === largest.bound }
      : null,
    remedies: remedies.map((remedy) => viewRemedy(remedy, scene, snapshot)),
    basis: basisOf(planned),
    counted_at: scene.now.toISOString(),
    rows,
  }
}

function viewRows({ scene, plan }: PlannedBatch): BatchRowView[] {
  const { event, snapshot } = scene
  const viewConflicts = createConflictViews(plan.after, { currency: event.currency, timezone: event.timezone })
  const labelOf = (id: string | null) => (id === null ? null : (snapshot.slots.get(id)?.label ?? null))
  return plan.rows.map(({ registrationId, decision }): BatchRowView => {
    const facts = decision.outcome === 'refused' ? snapshot.registrations.get(registrationId) : decision.after
    const row = {
      registration_id: registrationId,
      status: facts?.status ?? null,
      amount: facts ? fromMinor(facts.amountMinor, event.currency) : null,
      assigned_pickup_slot: labelOf(facts?.assignedSlotId ?? null),
    }
    if (decision.outcome !== 'refused') {
      return { ...row, outcome: outcomeOf(decision), code: null, message: null, conflicts: [] }
    }
    const { refusal } = decision
    if (refusal.code === 'CONFLICT') {
      const conflicts = viewConflicts(refusal.conflicts)
      const message = conflicts[0]?.message ?? ''
      return { ...row, outcome: 'REFUSED', code: refusal.headline.type, message, conflicts }
    }
    const wording = { currency: event.currency, timezone: event.timezone, seesMoney: true } as const
    const problem = problemOfRefusal(refusal, {
      ...wording,
      slotField: 'assigned_pickup_slot',
      slots: snapshot.slots.values(),
    })
    const code = refusal.code === 'SLOT_UNKNOWN' ? 'SLOT_NOT_FOUND' : problem.code
    return { ...row, outcome: 'REFUSED', code, message: problem.message, conflicts: [] }
  })
}

function outcomeOf(decision: Exclude<Decision, { outcome: 'refused' }>): BatchRowView['outcome'] {
  const { outcome } = decision
  if (outcome === 'approved') return 'APPROVED'
  if (outcome === 'rejected') return 'REJECTED'
  return outcome === 'cancelled' ? 'CANCELLED' : 'UNCHANGED'
}

/**
 * Conflicts in words, with what is still to be had once the batch is done. Many rows miss the same, and what they are
 * told of it is the same: it is worked out once, and they share it.
 */
function createConflictViews(after: Snapshot, zone: Pick<Wording, 'currency' | 'timezone'>) {
  const wording: Wording = { ...zone, seesMoney: true }
  const instead = new Map<string, Conflict>()
  const known = new Map<string, ConflictView[]>()

  function withSome(conflict: Conflict): Conflict {
    const name = conflict.type === 'BUDGET_EXHAUSTED' ? `money ${conflict.optionId}` : nameOf(conflict)
    const there = instead.get(name) ?? withAlternatives(after, conflict, ALTERNATIVES_OF_A_ROW)
    instead.set(name, there)
    const isOfMoney = conflict.type === 'BUDGET_EXHAUSTED' && there.type === 'BUDGET_EXHAUSTED'
    return isOfMoney ? { ...conflict, alternativeOptions: there.alternativeOptions } : there
  }

  return (conflicts: readonly Conflict[]): ConflictView[] => {
    const name = conflicts.map(nameOf).join(' ')
    const views = known.get(name) ?? conflicts.map((conflict) => viewConflict(withSome(conflict), wording))
    known.set(name, views)
    return views
  }
}

/** The same for conflicts about the same; within one event and one batch nothing else of them can differ. */
function nameOf(conflict: Conflict): string {
  switch (conflict.type) {
    case 'REGISTRATION_CLOSED':
      return conflict.reason
    case 'BUDGET_EXHAUSTED':
      return `money ${conflict.optionId} ${conflict.neededMinor} ${conflict.availableMinor}`
    case 'INVENTORY_EXHAUSTED':
      return `option ${conflict.optionId}`
    case 'SLOT_CONFLICT':
      return `slot ${conflict.slotId}`
    case 'TIME_OVERLAP':
      // What there is instead depends on what else the person has.
      return `time ${conflict.optionId} ${conflict.personId}`
  }
}

function viewTotals({ scene, plan }: PlannedBatch): BatchResult['totals'] {
  const { event, snapshot, rows, batch } = scene
  const money = (minor: number) => fromMinor(minor, event.currency)
  const refused = { options: new Map<string, number>(), slots: new Map<string, number>() }
  const add = (counts: Map<string, number>, id: string, by: number) => void counts.set(id, (counts.get(id) ?? 0) + by)
  const given = new Map(batch.approvals.map(({ registrationId, slotLabel }) => [registrationId, slotLabel]))
  const idOf = new Map([...snapshot.slots.values()].map(({ label, id }) => [label, id]))
  for (const { registrationId, decision } of plan.rows) {
    const facts = decision.outcome === 'refused' ? snapshot.registrations.get(registrationId) : decision.after
    if (!facts) continue
    const by = decision.outcome === 'refused' ? 1 : 0
    const label = given.get(registrationId)
    const slotId = facts.assignedSlotId ?? (label === undefined ? facts.preferredSlotId : idOf.get(label))
    add(refused.options, facts.optionId, by)
    if (slotId !== null && slotId !== undefined) add(refused.slots, slotId, by)
  }
  const location = new Map(rows.slots.map((row) => [row.id, row.location]))
  const before = snapshot.money
  const committedAfter = plan.after.money.committedMinor
  return {
    budget: {
      total: money(before.budgetMinor),
      committed_before: money(before.committedMinor),
      committed_after: money(committedAfter),
      available_after: money(Math.max(0, before.budgetMinor - committedAfter)),
    },
    options: [...refused.options].flatMap(([id, count]) => {
      const option = snapshot.options.get(id)
      if (!option) return []
      return [
        {
          option_id: id,
          option_name: option.name,
          option_type: option.type,
          total_available: option.total,
          committed_before: option.committed,
          committed_after: plan.after.options.get(id)?.committed ?? option.committed,
          refused: count,
        },
      ]
    }),
    slots: [...refused.slots].flatMap(([id, count]) => {
      const slot = snapshot.slots.get(id)
      if (!slot) return []
      return [
        {
          slot_id: id,
          label: slot.label,
          location: location.get(id) ?? null,
          capacity: slot.capacity,
          committed_before: slot.committed,
          committed_after: plan.after.slots.get(id)?.committed ?? slot.committed,
          refused: count,
        },
      ]
    }),
  }
}

/**
 * What a result came out from, in one value: what is asked, what there was, and what became of each. While it is the
 * same, deciding gives the same; new requests by others, which hold nothing, do not touch it.
 */
function basisOf({ scene, plan }: PlannedBatch): string {
  const { snapshot, batch } = scene
  const options = new Set<string>()
  const slots = new Set<string>()
  const rows = plan.rows.map(({ registrationId, decision }) => {
    const facts = decision.outcome === 'refused' ? snapshot.registrations.get(registrationId) : decision.after
    if (facts) options.add(facts.optionId)
    for (const id of [facts?.preferredSlotId, facts?.assignedSlotId]) if (id) slots.add(id)
    const why =
      decision.outcome !== 'refused'
        ? ''
        : decision.refusal.code === 'CONFLICT'
          ? decision.refusal.conflicts.map(({ type }) => type)
          : decision.refusal.code
    return [registrationId, decision.outcome, why, facts?.amountMinor, facts?.assignedSlotId]
  })
  const { budgetMinor, committedMinor } = snapshot.money
  const said = [
    [batch.action, batch.mode, budgetMinor, committedMinor],
    [...options].sort().map((id) => [id, snapshot.options.get(id)?.total, snapshot.options.get(id)?.committed]),
    [...slots].sort().map((id) => [id, snapshot.slots.get(id)?.capacity, snapshot.slots.get(id)?.committed]),
    rows,
  ]
  return sha256(JSON.stringify(said)).toString('hex')
}

function viewRemedy(remedy: Remedy, { event }: BatchScene, snapshot: Snapshot): RemedyView {
  const nameOf = (id: string) => snapshot.options.get(id)?.name ?? ''
  const labelOf = (id: string) => snapshot.slots.get(id)?.label ?? ''
  switch (remedy.kind) {
    case 'add_budget': {
      const { kind, amountMinor, more } = remedy
      const message = `Add ${sayMoney(amountMinor, event.currency)} to the budget: ${more} more.`
      return { kind, message, amount: fromMinor(amountMinor, event.currency), more }
    }
    case 'add_stock': {
      const { kind, optionId, count, more } = remedy
      return { kind, message: `Add ${count} of ${nameOf(optionId)}: ${more} more.`, option_id: optionId, count, more }
    }
    case 'widen_slot': {
      const { kind, slotId, count, more } = remedy
      const message = `Take ${count} more in ${labelOf(slotId)}: ${more} more.`
      return { kind, message, slot_id: slotId, count, more }
    }
    case 'move_to_slot': {
      const { kind, slotId, registrationIds, more } = remedy
      const label = labelOf(slotId)
      const people = registrationIds.length === 1 ? '1 person' : `${registrationIds.length} people`
      return {
        kind,
        message: `Move ${people} to ${label}: ${more} more.`,
        slot_id: slotId,
        assigned_pickup_slot: label,
        registration_ids: registrationIds.slice(0, MOST_AT_ONCE),
        more,
      }
    }
    case 'offer_options': {
      const { kind, optionId, optionIds, registrationIds } = remedy
      return {
        kind,
        message: `Offer ${optionIds.map(nameOf).join(' or ')} to ${registrationIds.length}.`,
        option_id: optionId,
        alternative_option_ids: optionIds,
        registration_ids: registrationIds.slice(0, MOST_AT_ONCE),
      }
    }
  }
}
