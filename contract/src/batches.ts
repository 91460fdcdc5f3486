import { batchActions, batchModes, batchOrders, optionTypes, registrationStatuses } from '@allot/core'
import { z } from 'zod'
import { count, id, instant, money, several, text } from './common.ts'
import { conflict } from './conflicts.ts'
import * as examples from './batch-examples.ts'

/** More in one batch would be two. */
export const MOST_IN_BATCH = 100_000
/** Up to so many are decided while one waits; more become a job. */
export const MOST_AT_ONCE = 500
/** So many are decided in one step, where all of them have to stand or fall together. */
export const MOST_IN_ONE_STEP = 20_000

const slotLabel = text(100)

const batchFilter = z
  .strictObject({
    status: z.enum(registrationStatuses).optional(),
    q: z
      .string()
      .trim()
      .max(200)
      .optional()
      .meta({ description: 'What a word of a name or of an e-mail address begins with' }),
    event_option_id: several(id),
    department: several(z.string().trim().max(200)),
    slot: several(z.string().trim().max(100)),
    waiting_days_min: z.int().min(0).max(3_650).optional(),
  })
  .meta({ id: 'RegistrationFilter', description: 'As in the list of registrations; one value, or any of several' })
export type BatchFilter = z.infer<typeof batchFilter>

export const batchInput = z
  .strictObject({
    action: z.enum(batchActions),
    registration_ids: z.array(id).min(1).max(MOST_IN_BATCH).optional(),
    filter: batchFilter.optional().meta({ description: 'Instead of ids: whatever it finds when the batch begins' }),
    order: z.enum(batchOrders).default('oldest_first').meta({
      description: 'Who comes first; `most_people` begins with the smallest amounts. `largest_fit` pays it no heed',
    }),
    mode: z
      .enum(batchModes)
      .default('best_effort')
      .meta({
        description:
          '`best_effort` decides whoever fits when their turn comes, `all_or_nothing` all or nobody, `largest_fit` the most ' +
          'people there is money, stock and slots for, of all such sets that of the oldest requests',
      }),
    reason: text(2000).optional().meta({ description: 'Kept as the notes of each registration decided' }),
    dry_run: z.boolean().default(false).meta({ description: 'What if: decides as it would, and writes nothing' }),
    expected_basis: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the basis of a dry run')
      .optional()
      .meta({
        description: 'The basis of a dry run: either exactly that comes out, or nothing does (409 BATCH_CHANGED)',
      }),
    assigned_slots: z
      .array(z.strictObject({ registration_id: id, assigned_pickup_slot: slotLabel }))
      .max(MOST_AT_ONCE)
      .optional()
      .meta({ description: 'Slots for some, instead of those they prefer; only with approve' }),
    assumed_budget_amount: money.optional().meta({ description: 'Only in a dry run: as if the budget were this' }),
  })
  .refine((batch) => (batch.registration_ids === undefined) !== (batch.filter === undefined), {
    path: ['registration_ids'],
    message: 'say either registration_ids or filter',
  })
  .refine((batch) => batch.action === 'approve' || (batch.mode !== 'largest_fit' && !batch.assigned_slots), {
    path: ['action'],
    message: 'must be approve where largest_fit or assigned_slots is asked for',
  })
  .refine((batch) => batch.filter === undefined || batch.order !== 'as_given', {
    path: ['order'],
    message: 'must be oldest_first or most_people with a filter, which gives no order',
  })
  .refine((batch) => batch.dry_run || batch.assumed_budget_amount === undefined, {
    path: ['assumed_budget_amount'],
    message: 'must stand in a dry run: to change the budget, change the event',
  })
  .refine((batch) => !batch.dry_run || batch.expected_basis === undefined, {
    path: ['expected_basis'],
    message: 'must not stand in a dry run, which finds it out',
  })
  .meta({ id: 'RegistrationBatch', examples: [examples.batchInput] })
export type BatchInput = z.infer<typeof batchInput>

const outcome = z.enum(['APPROVED', 'REJECTED', 'CANCELLED', 'UNCHANGED', 'REFUSED'])

/** What became of one registration of a batch. */
export const batchRow = z
  .object({
    registration_id: id,
    outcome: outcome.meta({ description: 'What was decided; UNCHANGED where it held already' }),
    status: z.enum(registrationStatuses).nullable().meta({ description: 'After the batch; null of what is not there' }),
    amount: money.nullable(),
    assigned_pickup_slot: z.string().nullable(),
    code: z.string().nullable().meta({ description: 'Of a refusal: its code, see the problems' }),
    message: z.string().nullable(),
    conflicts: z.array(conflict).meta({
      description:
        'Everything that stands in the way; with at most three alternatives of a kind, as the batch leaves them',
    }),
  })
  .meta({ id: 'BatchRow' })
export type BatchRowView = z.infer<typeof batchRow>

const totals = z
  .object({
    budget: z.object({ total: money, committed_before: money, committed_after: money, available_after: money }),
    options: z.array(
      z.object({
        option_id: id,
        option_name: z.string(),
        option_type: z.enum(optionTypes),
        total_available: count,
        committed_before: count,
        committed_after: count,
        refused: count.meta({ description: 'Those of the batch who asked for it and are refused' }),
      }),
    ),
    slots: z.array(
      z.object({
        slot_id: id,
        label: z.string(),
        location: z.string().nullable(),
        capacity: count,
        committed_before: count,
        committed_after: count,
        refused: count,
      }),
    ),
  })
  .meta({ id: 'BatchTotals', description: 'Before and after: the money, and every option and slot the batch is about' })

const largestFit = z
  .object({
    count: count.meta({ description: 'The most of these people that fit' }),
    bound: count.meta({ description: 'No set that fits is larger' }),
    is_exact: z.boolean().meta({ description: 'Whether it is known to be the largest; else it is at least `count`' }),
  })
  .meta({ id: 'LargestFit' })

const more = count.meta({ description: 'How many more would come in' })
const remedy = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('add_budget'), message: z.string(), amount: money, more }),
    z.object({ kind: z.literal('add_stock'), message: z.string(), option_id: id, count, more }),
    z.object({ kind: z.literal('widen_slot'), message: z.string(), slot_id: id, count, more }),
    z.object({
      kind: z.literal('move_to_slot'),
      message: z.string(),
      slot_id: id,
      assigned_pickup_slot: z.string(),
      registration_ids: z.array(id).max(MOST_AT_ONCE),
      more,
    }),
    z.object({
      kind: z.literal('offer_options'),
      message: z.string(),
      option_id: id,
      alternative_option_ids: z.array(id),
      registration_ids: z.array(id).max(MOST_AT_ONCE),
    }),
  ])
  .meta({ id: 'Remedy', description: 'A small change that would let more in, each tried out by itself' })
export type RemedyView = z.infer<typeof remedy>

/** All of a batch's answer but its rows. */
export const batchSummary = z
  .object({
    event_id: id,
    batch_id: id.meta({ description: 'Stands in the audit entry of each decision of this batch' }),
    action: z.enum(batchActions),
    order: z.enum(batchOrders),
    mode: z.enum(batchModes),
    dry_run: z.boolean(),
    total: count,
    changed: count,
    unchanged: count,
    refused: count,
    refusals: z.array(z.object({ code: z.string(), count })).meta({ description: 'By what stands in the way first' }),
    amount: money.meta({ description: 'What those changed have of the budget together' }),
    totals,
    largest_fit: largestFit.nullable().meta({ description: 'Of an approval' }),
    remedies: z.array(remedy),
    basis: z.string().meta({ description: 'What this came out from: send it as expected_basis to get exactly this' }),
    counted_at: instant,
  })
  .meta({ id: 'BatchSummary' })
export type BatchSummary = z.infer<typeof batchSummary>

export const batchResult = batchSummary
  .extend({ rows: z.array(batchRow).meta({ description: 'In the order in which they were decided' }) })
  .meta({ id: 'BatchResult', examples: [examples.batchResult] })
export type BatchResult = z.infer<typeof batchResult>
