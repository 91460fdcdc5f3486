import type { Schema } from '../api.ts'
import { queryOf } from './filters.ts'
import type { Filters } from './filters.ts'
import type { Row } from './row.ts'

export type BatchInput = Schema<'RegistrationBatch'>
export type BatchRow = Schema<'BatchRow'>
export type BatchSummary = Schema<'BatchSummary'>

/** Who comes first where not all fit: who asked first, whoever makes it the most people, or who was chosen first. */
export const orders = ['oldest', 'most', 'mine'] as const
export type Order = (typeof orders)[number]

/** People who would get another slot than the one they asked for. */
export type Move = { slot: string; ids: readonly string[] }

/** Under what an approval is tried out: with a budget that is not there, it can only be tried. */
export type Terms = { order: Order; budget: number | undefined; moves: readonly Move[] }

export const plainTerms: Terms = { order: 'oldest', budget: undefined, moves: [] }

/** So many are answered at once, as the API has it; more are worked on as a job. */
export const MOST_AT_ONCE = 500

/**
 * Whether what is chosen is all that the filters find and nothing else, read to its end: only then does the filter say
 * the same as all the ids.
 */
export function isWholeFilter(chosen: ReadonlyMap<string, Row>, rows: readonly Row[], isComplete: boolean): boolean {
  return isComplete && rows.length > 0 && rows.length === chosen.size && rows.every(({ id }) => chosen.has(id))
}

/**
 * What is asked of the API: to approve these, under these terms.
 *
 * @param requests in the order in which they were chosen
 * @param whole the filters, where these are exactly what they find
 */
export function approvalOf(requests: readonly Row[], whole: Filters | undefined, terms: Terms): BatchInput {
  const { order, budget, moves } = terms
  const slots = slotsGiven(requests, moves)
  return {
    action: 'approve',
    ...(whole !== undefined && order !== 'mine' ? { filter: filterOf(whole) } : { registration_ids: idsOf(requests) }),
    order: order === 'mine' ? 'as_given' : 'oldest_first',
    mode: order === 'most' ? 'largest_fit' : 'best_effort',
    ...(slots.length === 0 ? {} : { assigned_slots: slots }),
    ...(budget === undefined ? {} : { assumed_budget_amount: budget }),
  }
}

/** Rejecting is not tried out before, so whoever asks meanwhile must not be in it: always by name. */
export function rejectionOf(requests: readonly Row[], reason: string): BatchInput {
  return { action: 'reject', registration_ids: idsOf(requests), ...(reason === '' ? {} : { reason }) }
}

/** Where somebody is moved, of those chosen; the API takes no more than can be answered at once. */
export function slotsGiven(requests: readonly Row[], moves: readonly Move[]) {
  const slotOf = new Map(moves.flatMap(({ slot, ids }) => ids.map((id) => [id, slot] as const)))
  return requests
    .flatMap(({ id }) => {
      const slot = slotOf.get(id)
      return slot === undefined ? [] : [{ registration_id: id, assigned_pickup_slot: slot }]
    })
    .slice(0, MOST_AT_ONCE)
}

/** The requests in the order in which a batch comes to them. */
export function inOrder(requests: readonly Row[], order: Order): readonly Row[] {
  return order === 'mine' ? requests : requests.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function filterOf(filters: Filters): NonNullable<BatchInput['filter']> {
  const { status_filter: status, ...rest } = queryOf(filters)
  return { status, ...rest }
}

const idsOf = (requests: readonly Row[]) => requests.map(({ id }) => id)
